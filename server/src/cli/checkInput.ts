import type { Readable } from 'node:stream'
import type { FormatFile } from '../core/formats/ownFormats.ts'
import type { Settings } from '../core/settings.ts'
import type { Message } from '../core/text/message.ts'
import { checkText, type CheckResult } from './checkText.ts'
import { formatsWith } from './findFormats.ts'
import type { Input } from './inputs.ts'
import { fileUri } from './location.ts'
import { codeOf, notice } from './notice.ts'
import type { Area } from './related/area.ts'
import { finder } from './related/find.ts'
import { readInput } from './readInput.ts'

/** One input to check; plain data, so that it can be sent to a worker. */
export type Job = { readonly input: Input }

/** What is the same for all inputs; each thread is given it once. Plain data as well. */
export type Shared = {
  readonly settings: Settings
  /** Forms of the user's own, as text: each thread reads them once. */
  readonly forms: readonly FormatFile[]
  readonly pages: string
  /** Where other reports are; undefined where no rule wants to know. */
  readonly area: Area | undefined
}

/** What one thread works with. */
export type Checker = { check(job: Job, stdin: () => Readable): Promise<Checked> }

/** What came of it: plain data as well. */
export type Checked = {
  /** What is to be said of it on stderr. */
  readonly remarks: readonly Message[]
  /** Absent where nothing could be checked. */
  readonly done?: { readonly text: string; readonly result: CheckResult }
}

export function checker({ settings, forms, pages, area }: Shared): Checker {
  const formats = formatsWith(forms)
  const others = area === undefined ? undefined : finder(area, settings, formats)
  return {
    /** A mistake of this program must not keep it from the other files; it is told without a word of the report. */
    async check({ input }, stdin) {
      const { kind, path, file } = input
      const decoded = await readInput(input, stdin)
      if (decoded.text === undefined) return { remarks: [decoded.refusal] }
      const { text, remark } = decoded
      const remarks = remark === undefined ? [] : [remark]
      try {
        const uri = kind === 'stdin' && path === '<stdin>' ? 'untitled:stdin' : fileUri(file)
        const result = checkText({ text, uri, settings, formats, pages, ...(others && { others, file }) })
        const crashes = result.crashed.map((what) => notice('crashed', { path, what }))
        return { remarks: [...remarks, ...crashes], done: { text, result } }
      } catch (error) {
        return { remarks: [...remarks, notice('crashed', { path, what: codeOf(error) })] }
      }
    },
  }
}
