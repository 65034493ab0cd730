import { formats as official } from '../core/formats/index.ts'
import type { Format } from '../core/formats/format.ts'
import { readOwnFormats, type FormatFile } from '../core/formats/ownFormats.ts'
import type { Settings } from '../core/settings.ts'
import { linesOf } from '../core/text/lines.ts'
import { render, type Message } from '../core/text/message.ts'
import { readFiles } from '../files/readFiles.ts'
import { notice } from './notice.ts'

export type FoundFormats = {
  readonly files: readonly FormatFile[]
  /** What is wrong with forms of the user's own. Reports are checked all the same, by the forms that can be used. */
  readonly faults: readonly Message[]
}

let last: { readonly key: string; readonly formats: readonly Format[] } | undefined

/** The official forms and those of the files. The last answer is kept: all reports of a run are checked by the same. */
export function formatsWith(files: readonly FormatFile[]): readonly Format[] {
  if (files.length === 0) return official
  const key = JSON.stringify(files)
  if (last?.key !== key) last = { key, formats: [...official, ...readOwnFormats(files, official).formats] }
  return last.formats
}

/** The files of forms that the configuration names, relative to `folder`. */
export async function findFormats({ format, formats }: Settings, folder: string): Promise<FoundFormats> {
  if (formats.length === 0) return { files: [], faults: [] }
  const { files: found, missing } = await readFiles(folder, formats)
  const files = found.map(({ name, text }): FormatFile => ({ name, text }))
  const own = readOwnFormats(files, official)
  const all = [...official, ...own.formats]
  const ids = ['auto', 'none', ...all.map(({ id }) => id)]
  return {
    files,
    faults: [
      ...missing.map((path) => notice('formatMissing', { path })),
      ...own.problems.map(({ file, message, span }) => {
        const text = files.find(({ name }) => name === file)?.text ?? ''
        const line = linesOf(text).positionAt(span.start).line + 1
        const said = (language: 'zh-cn' | 'en'): Message =>
          notice('formatFile', { path: file, line, what: render(message, language) })
        return { text: { zh: render(said('zh-cn'), 'zh-cn'), en: render(said('en'), 'en') } }
      }),
      ...(ids.includes(format) ? [] : [notice('formatUnknown', { id: format, choices: ids.join(' ') })]),
    ],
  }
}
