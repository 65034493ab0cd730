import type { Readable } from 'node:stream'
import type { FormatFile } from '../core/formats/ownFormats.ts'
import type { Settings } from '../core/settings.ts'
import type { Message } from '../core/text/message.ts'
import { checkText, type CheckResult } from './checkText.ts'
import { formatsWith } from './findFormats.ts'
import type { Input } from './inputs.ts'
import { fileUri } from './location.ts'
import { codeOf, notice } from './notice.ts'
import { readInput } from './readInput.ts'

/** One input to check; plain data, so that it can be sent to a worker. */
export type Job = {
  readonly input: Input
  readonly settings: Settings
  /** Forms of the user's own, as text: each worker reads them once. */
  readonly forms: readonly FormatFile[]
  readonly pages: string
}

/** What came of it: plain data as well. */
export type Checked = {
  /** What is to be said of it on stderr. */
  readonly remarks: readonly Message[]
  /** Absent where nothing could be checked. */
  readonly done?: { readonly text: string; readonly result: CheckResult }
}

/** A mistake of this program must not keep it from the other files; it is told without a word of the report. */
export async function checkInput({ input, settings, forms, pages }: Job, stdin: () => Readable): Promise<Checked> {
  const { kind, path, file } = input
  const decoded = await readInput(input, stdin)
  if (decoded.text === undefined) return { remarks: [decoded.refusal] }
  const { text, remark } = decoded
  const remarks = remark === undefined ? [] : [remark]
  try {
    const uri = kind === 'stdin' && path === '<stdin>' ? 'untitled:stdin' : fileUri(file)
    const result = checkText({ text, uri, settings, formats: formatsWith(forms), pages })
    const crashes = result.crashed.map((what) => notice('crashed', { path, what }))
    return { remarks: [...remarks, ...crashes], done: { text, result } }
  } catch (error) {
    return { remarks: [...remarks, notice('crashed', { path, what: codeOf(error) })] }
  }
}
