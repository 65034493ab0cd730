import { analyse, type Analysis } from '../server/src/core/analyse.ts'
import { codeActions } from '../server/src/core/features/codeActions.ts'
import { completions } from '../server/src/core/features/completions.ts'
import { hover } from '../server/src/core/features/hover.ts'
import { missingSections } from '../server/src/core/features/insertSection.ts'
import { recomputeTotals } from '../server/src/core/features/recompute.ts'
import { status } from '../server/src/core/features/status.ts'
import { readDocument } from '../server/src/core/markdown/document.ts'
import { defaultSettings } from '../server/src/core/settings.ts'
import { lineEndingOf, linesOf } from '../server/src/core/text/lines.ts'
import { render, type Locale } from '../server/src/core/text/message.ts'
import { applyEdits, type Edit, type Span } from '../server/src/core/text/span.ts'
import { fail } from './fixture.ts'

export type Asked = { readonly analysis: Analysis; readonly text: string; readonly at: Span; readonly locale: Locale }

export const analysisOf = (text: string, format: string): Analysis =>
  analyse(readDocument(text), { ...defaultSettings, format })

/** What a snippet leaves behind when every tab stop is passed over. */
export function plainSnippet(body: string): string {
  const values = new Map<string, string>()
  return body.replace(
    /\\([\\$}])|\$\{(\d+):((?:\\.|[^\\}])*)\}|\$(\d+)/g,
    (_, escaped?: string, stop?: string, value?: string, again?: string) => {
      if (escaped !== undefined) return escaped
      if (again !== undefined) return values.get(again) ?? ''
      const plain = (value ?? '').replace(/\\([\\$}])/g, '$1')
      values.set(stop ?? '', plain)
      return plain
    },
  )
}

/** The document after a completion is accepted, as an editor does it: with line ends of its own. */
export function accept(
  { text }: Pick<Asked, 'text'>,
  { span, snippet }: { readonly span: Span; readonly snippet: string },
): string {
  return applyEdits(text, [{ span, text: plainSnippet(snippet).replaceAll('\n', lineEndingOf(text)) }])
}

/** A page's answers by the name of the block; an answer in `md` is named by the word before the colon. */
export const answers: Readonly<Record<string, (asked: Asked, argument: string) => string>> = {
  hover({ analysis, text, at, locale }) {
    const found = hover(analysis, at.start, locale)
    return found === undefined ? '' : `⟦${text.slice(found.span.start, found.span.end)}⟧\n\n${found.markdown}`
  },
  completions({ analysis, text, at, locale }) {
    return [...completions(analysis, at.start, locale)]
      .sort((a, b) => (a.sort < b.sort ? -1 : 1))
      .map(({ kind, label, detail, span }) => `${kind} 〔${text.slice(span.start, span.end)}〕 ${label} — ${detail}`)
      .join('\n')
  },
  accepted(asked, label) {
    const found = completions(asked.analysis, asked.at.start, asked.locale).find((it) => it.label === label)
    return accept(asked, found ?? fail(`no completion ${label}`))
  },
  actions({ analysis, at, locale }, only) {
    return codeActions(analysis, at, only === '' ? undefined : only.split(' '))
      .map(
        ({ kind, preferred, title, effect, problems }) =>
          `${kind}${preferred ? '*' : ''} ${render(title, locale)} 〔${effect}〕${problems.length > 1 ? ` ${problems.length} 项` : ''}`,
      )
      .join('\n')
  },
  after({ analysis, text, at, locale }, title) {
    const found = codeActions(analysis, at, undefined).find((it) => render(it.title, locale) === title)
    return applyEdits(text, (found ?? fail(`no action ${title}`)).edits)
  },
  recompute({ analysis, at, locale }, scope) {
    const { changed, refused } = recomputeTotals(analysis, scope === 'document' ? undefined : at)
    return [`改 ${changed} 格`, ...refused.map((it) => render(it.message, locale))].join('\n')
  },
  recomputed({ analysis, text, at }, scope) {
    return applyEdits(text, recomputeTotals(analysis, scope === 'document' ? undefined : at).edits)
  },
  /** What the rules find is counted elsewhere: it would change with every rule. */
  status({ analysis, locale }) {
    const found = status(analysis, locale)
    return JSON.stringify(found === undefined ? null : { ...found, findings: undefined }, null, 2)
  },
  missing({ analysis, text }) {
    return missingSections(analysis)
      .map(({ id, title, english, edit, reveal }) => {
        const { line } = linesOf(applyEdits(text, [edit])).positionAt(reveal)
        return `${id} ${title} / ${english} → ${line + 1}`
      })
      .join('\n')
  },
  inserted({ analysis, text }, id) {
    const found: { readonly edit: Edit } | undefined = missingSections(analysis).find((it) => it.id === id)
    return applyEdits(text, [(found ?? fail(`${id} is not missing`)).edit])
  },
}
