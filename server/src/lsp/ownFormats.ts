import type { Format } from '../core/formats/format.ts'
import type { OwnFormats } from '../core/formats/ownFormats.ts'
import type { Settings } from '../core/settings.ts'
import { linesOf } from '../core/text/lines.ts'
import { render, type Locale } from '../core/text/message.ts'
import { plainRange, type PlainDiagnostic } from '../core/features/diagnostics.ts'
import { loadEngine } from './loadEngine.ts'

/** A file that should hold a form, as the client or the disk has it. */
export type FormatFileText = { readonly uri: string; readonly text: string }

/** Reads what paths and globs name in the folder of the workspace that a document lies in. */
export type ReadFormatFiles = (uri: string, globs: readonly string[]) => Promise<readonly FormatFileText[]>

type FormatFileDiagnostic = Omit<PlainDiagnostic, 'codeDescription' | 'relatedInformation'>

export type OwnFormatsSource = {
  /** The official forms and the user's own; the same list as long as the files say the same. */
  of(uri: string, settings: Settings): Promise<readonly Format[]>
  /** To be called when a file may have changed. */
  changed(): void
  /** Counts changes, as that of the settings does. */
  generation(): number
  forget(uri: string): void
}

type Read = { readonly own: OwnFormats; readonly all: readonly Format[]; readonly files: readonly FormatFileText[] }

/**
 * Follows the forms of the user's own. What is wrong with a file is shown in that file; what was shown of a file that
 * is no longer named, or is right now, is taken back.
 */
export function ownFormatsSource(
  read: ReadFormatFiles,
  show: (uri: string, diagnostics: readonly FormatFileDiagnostic[]) => void,
): OwnFormatsSource {
  const byDocument = new Map<string, { readonly key: string; readonly answer: Promise<Read> }>()
  const byText = new Map<string, Read>()
  const shown = new Set<string>()
  let generation = 0

  const readAll = async (uri: string, globs: readonly string[], language: Locale): Promise<Read> => {
    const [{ formats, readOwnFormats }, files] = await Promise.all([loadEngine(), read(uri, globs)])
    const key = JSON.stringify(files)
    const known = byText.get(key)
    const own =
      known?.own ??
      readOwnFormats(
        files.map((it) => ({ name: it.uri, text: it.text })),
        formats,
      )
    const result = known ?? { own, files, all: own.formats.length === 0 ? formats : [...formats, ...own.formats] }
    byText.set(key, result)
    tell(result, language)
    return result
  }

  const tell = ({ own, files }: Read, language: Locale): void => {
    for (const { uri, text } of files) {
      const lines = linesOf(text)
      const diagnostics = own.problems
        .filter((it) => it.file === uri)
        .map(({ message, span }): FormatFileDiagnostic => ({
          range: plainRange(span, lines),
          severity: 1,
          code: 'format-file',
          source: 'zwgk',
          message: render(message, language),
        }))
      if (diagnostics.length === 0 && !shown.delete(uri)) continue
      if (diagnostics.length > 0) shown.add(uri)
      show(uri, diagnostics)
    }
  }

  return {
    async of(uri, { formats: globs, language }) {
      if (globs.length === 0) {
        byDocument.delete(uri)
        await withdraw()
        return (await loadEngine()).formats
      }
      const key = JSON.stringify([globs, language])
      const known = byDocument.get(uri)
      const answer = known?.key === key ? known.answer : readAll(uri, globs, language)
      byDocument.set(uri, { key, answer })
      const { all } = await answer
      if (known?.key !== key) await withdraw()
      return all
    },
    generation: () => generation,
    changed() {
      generation++
      byDocument.clear()
      byText.clear()
    },
    forget: (uri) => void byDocument.delete(uri),
  }

  /** Takes back what was shown of files that no document is checked by any more. */
  async function withdraw(): Promise<void> {
    if (shown.size === 0) return
    const reads = await Promise.all([...byDocument.values()].map(({ answer }) => answer.catch(() => undefined)))
    const used = new Set(reads.flatMap((it) => it?.files.map(({ uri }) => uri) ?? []))
    for (const uri of shown) if (!used.has(uri) && shown.delete(uri)) show(uri, [])
  }
}
