import { waivedRelations, type Analysis } from '../analyse.ts'
import type { Problem } from '../check.ts'
import { sectionTitle } from '../formats/skeleton.ts'
import type { SectionFormat } from '../formats/format.ts'
import { sectionOf, type Report } from '../report/report.ts'
import { inLocale, type Locale } from '../text/message.ts'
import { countFindings, findingNode, take, takeMissing } from './checkup/findings.ts'
import { worst, type CheckupNode, type Telling } from './checkup/node.ts'
import { tableNodes } from './checkup/tables.ts'
import { otherReportNodes } from './others/tree.ts'
import { status } from './status.ts'

/** A report gone through part by part; plain JSON but for the spans, which the edge turns into ranges. */
export type Checkup = {
  /** How far the report is: `5/6 节 · 勾稽 42/43`. */
  readonly progress: string
  readonly nodes: readonly CheckupNode[]
}

/**
 * The sections of the form in its order, in each its tables with their relations, and the findings where they lie.
 * Undefined where the document is no report.
 */
export function checkup(analysis: Analysis, locale: Locale): Checkup | undefined {
  const { report, problems } = analysis
  const found = status(analysis, locale)
  if (report === undefined || found === undefined) return undefined
  const rest = new Set(problems)
  const waived = waivedRelations(analysis)
  const nodes = report.format.sections
    .filter((section) => section.required || isThere(report, section))
    .map((section) => sectionNode(report, section, { rest, waived, locale }))
  const { sections, relations } = found
  const share = `${sections.present}/${sections.required}`
  const balanced = `${relations.balanced}/${relations.total}`
  return {
    progress: inLocale(
      { zh: `${share} 节 · 勾稽 ${balanced}`, en: `${share} sections · ${balanced} relations` },
      locale,
    ),
    nodes: [...otherReportNodes(analysis, locale), ...nodes, ...elsewhere([...rest], locale)],
  }
}

const isThere = (report: Report, { id }: SectionFormat): boolean =>
  sectionOf(report, id) !== undefined || report.tables.some(({ value }) => value.table.section === id)

function sectionNode(report: Report, section: SectionFormat, told: Telling): CheckupNode {
  const { rest, locale } = told
  const found = sectionOf(report, section.id)
  const label = sectionTitle(section, report.format)
  // Tables first: what lies in one is told there.
  const tables = tableNodes(report, section, told)
  const own =
    found === undefined
      ? takeMissing(rest, 'section-missing', label)
      : take(rest, { start: found.title.span.start, end: found.body.end })
  const children = [...own.map((problem) => findingNode(problem, `${section.id}/`, locale)), ...tables]
  const count = countFindings(children)
  const findings = count === 0 ? '' : inLocale({ zh: `${count} 处问题`, en: `${count} findings` }, locale)
  return {
    id: section.id,
    kind: 'section',
    label,
    detail: found === undefined ? inLocale({ zh: '缺', en: 'missing' }, locale) : findings,
    state: found === undefined && section.required ? 'missing' : (worst(children) ?? 'balanced'),
    span: found?.title.content ?? own[0]?.span,
    children,
  }
}

/** What lies in no section: the title, the preamble, and what is missing altogether. */
function elsewhere(problems: readonly Problem[], locale: Locale): readonly CheckupNode[] {
  if (problems.length === 0) return []
  const children = problems.map((problem) => findingNode(problem, 'elsewhere/', locale))
  return [
    {
      id: 'elsewhere',
      kind: 'section',
      label: inLocale({ zh: '其他问题', en: 'Other findings' }, locale),
      detail: '',
      state: worst(children) ?? 'hint',
      span: undefined,
      children,
    },
  ]
}
