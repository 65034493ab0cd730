import { analyse, type Analysis } from '../server/src/core/analyse.ts'
import { canonicalTables } from '../server/src/core/features/canonicalTable.ts'
import { codeActions } from '../server/src/core/features/codeActions.ts'
import { checkup } from '../server/src/core/features/checkup.ts'
import type { CheckupNode } from '../server/src/core/features/checkup/node.ts'
import { codeLenses } from '../server/src/core/features/codeLenses.ts'
import { completions } from '../server/src/core/features/completions.ts'
import { conclusion } from '../server/src/core/features/conclusion.ts'
import { definition } from '../server/src/core/features/definition.ts'
import { documentHighlights } from '../server/src/core/features/documentHighlights.ts'
import { formatting } from '../server/src/core/features/formatting.ts'
import { hover } from '../server/src/core/features/hover.ts'
import { inlayHints } from '../server/src/core/features/inlayHints.ts'
import { missingSections } from '../server/src/core/features/insertSection.ts'
import { recomputeTotals } from '../server/src/core/features/recompute.ts'
import { references } from '../server/src/core/features/references.ts'
import { upgradeReport } from '../server/src/core/features/upgradeReport.ts'
import { writeParagraph } from '../server/src/core/features/writeParagraph.ts'
import { status } from '../server/src/core/features/status.ts'
import { carriesOver, definitionElsewhere, referencesElsewhere } from '../server/src/core/features/others/places.ts'
import { rollUp } from '../server/src/core/features/others/rollUp.ts'
import { bodyNodes } from '../server/src/core/features/others/tree.ts'
import { readDocument } from '../server/src/core/markdown/document.ts'
import { unrelated, type Related } from '../server/src/core/related/related.ts'
import type { Place } from '../server/src/core/related/summary.ts'
import { defaultSettings } from '../server/src/core/settings.ts'
import { lineEndingOf, linesOf } from '../server/src/core/text/lines.ts'
import { render, type Locale } from '../server/src/core/text/message.ts'
import { applyEdits, type Edit, type Span } from '../server/src/core/text/span.ts'
import { fail } from './fixture.ts'
import { otherName } from './others.ts'

export type Asked = { readonly analysis: Analysis; readonly text: string; readonly at: Span; readonly locale: Locale }

export const analysisOf = (text: string, format: string, related: Related = unrelated): Analysis =>
  analyse(readDocument(text), { ...defaultSettings, format: `${format}!` }, { related: () => related })

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
  lenses({ analysis, text, locale }) {
    return codeLenses(analysis, locale)
      .map(({ span, title, action }) => {
        const to = action.kind === 'go' ? ` → ${place(text, action.to)}` : ''
        return `${linesOf(text).positionAt(span.start).line + 1}: ${title} 〔${action.kind}${to}〕`
      })
      .join('\n')
  },
  /** What is before the hint, the hint, what it explains, and the line after it is accepted. */
  hints({ analysis, text, locale }, mode) {
    return inlayHints(
      analysis,
      { start: 0, end: text.length },
      mode === 'all' || mode === 'off' ? mode : 'errors',
      locale,
    )
      .map(({ offset, label, tooltip, edits }) => {
        const { line } = linesOf(text).positionAt(offset)
        const after = applyEdits(text, edits).split(/\r?\n/)[line] ?? ''
        return `${line + 1}: …${text.slice(offset - 3, offset)}〔${label}〕\n${tooltip}\n${edits.length === 0 ? '(no edit)' : after}`
      })
      .join('\n\n')
  },
  highlights: ({ analysis, text, at }) =>
    documentHighlights(analysis, at.start)
      .map(({ span, kind }) => `${kind} ${place(text, span)}`)
      .join('\n'),
  definition({ analysis, text, at }) {
    const found = definition(analysis, at.start)
    const there =
      found === undefined || carriesOver(analysis, at.start) ? definitionElsewhere(analysis, at.start) : undefined
    const origin = found?.origin ?? there?.origin
    if (origin === undefined) return ''
    const targets = [...(there?.places ?? []).map(elsewhere), ...(found?.targets ?? []).map((it) => place(text, it))]
    return [`from ${place(text, origin)}`, ...targets.map((it) => `to ${it}`)].join('\n')
  },
  references: ({ analysis, text, at }, declaration) =>
    [
      ...references(analysis, at.start, declaration === 'declaration').map((it) => place(text, it)),
      ...referencesElsewhere(analysis, at.start).map(elsewhere),
    ].join('\n'),
  checkup({ analysis, text, locale }) {
    const found = checkup(fewRules(analysis), locale)
    return found === undefined ? '' : [found.progress, ...found.nodes.map((it) => nodeLines(it, text, 0))].join('\n')
  },
  /** What the tree shows of other reports. */
  others({ analysis, text, locale }) {
    const found = checkup(analysis, locale)?.nodes.filter(({ kind }) => kind === 'report') ?? []
    return found.map((it) => nodeLines(it, text, 0)).join('\n')
  },
  bodies: ({ analysis, text, locale }) =>
    bodyNodes(analysis.related, 'file:///', {}, locale)
      .map((it) => nodeLines(it, text, 0))
      .join('\n'),
  summed({ analysis }) {
    return JSON.stringify({ ...rollUp(analysis), edits: undefined }, null, 2)
  },
  rolled: ({ analysis, text }) => applyEdits(text, rollUp(analysis)?.edits ?? []),
  conclusion: ({ analysis, locale }) => conclusion(fewRules(analysis), locale) ?? '',
  canonical: ({ analysis, text, at }) => applyEdits(text, canonicalTables(analysis, at).edits),
  kept: ({ analysis, at }) => canonicalTables(analysis, at).kept.join('\n'),
  upgraded: ({ analysis }) => (upgradeReport(analysis) ?? fail('it cannot be upgraded')).text,
  carried({ analysis }) {
    const made = upgradeReport(analysis) ?? fail('it cannot be upgraded')
    return JSON.stringify({ ...made, text: undefined }, null, 2)
  },
  /** What writing the paragraph comes to; the argument is a template of the user's own. */
  paragraph({ analysis, locale }, template) {
    const { added, changed, refused, faults } = writeParagraph(analysis, template) ?? fail('it is no report')
    const said = [...refused.map((it) => it.message), ...faults].map((it) => render(it, locale))
    return [`新写 ${added} 句，改 ${changed} 处`, ...said].join('\n')
  },
  written: ({ analysis, text }, template) =>
    applyEdits(text, (writeParagraph(analysis, template) ?? fail('it is no report')).edits),
  /** `selection` formats what is marked, `wide` takes ambiguous characters for wide ones. */
  formatted: ({ analysis, text, at }, how) =>
    applyEdits(text, formatting(analysis, how === 'selection' ? at : undefined, how === 'wide')),
}

/** The findings of some rules: with all of them, a page would change with every rule. */
const fewRules = (analysis: Analysis): Analysis => ({
  ...analysis,
  problems: analysis.problems.filter(({ code }) =>
    ['section-missing', 'table-missing', 'total-mismatch', 'figure-malformed'].includes(code),
  ),
})

function nodeLines(node: CheckupNode, text: string, depth: number): string {
  const own = [node.kind, node.state, node.label, ...(node.detail === '' ? [] : [`〔${node.detail}〕`])]
  const at = node.span === undefined ? [] : [`@${linesOf(text).positionAt(node.span.start).line + 1}`]
  const opens = node.opens === undefined ? [] : [`→ ${otherName(node.opens)}`]
  return [
    '  '.repeat(depth) + [...own, ...at, ...opens, ...(node.bodiesOf === undefined ? [] : ['…'])].join(' '),
    ...node.children.map((it) => nodeLines(it, text, depth + 1)),
  ].join('\n')
}

/** A cell of another report by its place. */
const elsewhere = ({ uri, start }: Place): string => `${otherName(uri)} ${start.line + 1}:${start.character + 1}`

/** A cell by its line and text. */
const place = (text: string, { start, end }: Span): string =>
  `${linesOf(text).positionAt(start).line + 1}〔${text.slice(start, end)}〕`
