import { countRelations, type Analysis, type RelationCounts } from '../analyse.ts'
import { relationsOf } from '../formats/relation.ts'
import { sectionTitle } from '../formats/skeleton.ts'
import { reconcile } from '../reconcile/reconcile.ts'
import { sectionOf, type Report } from '../report/report.ts'
import type { Severity } from '../rules/rule.ts'
import { inLocale, render, type Locale } from '../text/message.ts'

/** How a report stands; plain JSON. */
export type Status = {
  readonly format: { readonly id: string; readonly title: string; readonly basis: string }
  /** Why this form was chosen. */
  readonly reason: string
  readonly sections: {
    readonly present: number
    readonly required: number
    readonly missing: readonly { readonly id: string; readonly title: string }[]
  }
  /** Those that do not apply are not counted. */
  readonly relations: RelationCounts & { readonly total: number }
  readonly findings: Readonly<Record<Severity, number>>
  /** One line: `2021年格式 · 6/6 节 · 勾稽 43/43 ✓`. */
  readonly summary: string
}

export function status(analysis: Analysis, locale: Locale): Status | undefined {
  const { report, problems } = analysis
  if (report === undefined) return undefined
  const { format, detection } = report
  const required = format.sections.filter((it) => it.required)
  const missing = required.filter((it) => sectionOf(report, it.id) === undefined)
  const count = (severity: Severity): number => problems.filter((it) => it.severity === severity).length
  const sections = {
    present: required.length - missing.length,
    required: required.length,
    missing: missing.map((section) => ({ id: section.id, title: sectionTitle(section, format) })),
  }
  const relations = relationsIn(report, analysis)
  const title = inLocale(format.title, locale)
  return {
    format: { id: format.id, title, basis: format.basis },
    reason: render(detection.reason, locale),
    sections,
    relations,
    findings: {
      error: count('error'),
      warning: count('warning'),
      information: count('information'),
      hint: count('hint'),
    },
    summary: [title, sectionWord(sections, locale), relationWord(relations, locale)].join(' · '),
  }
}

/** A relation whose table is missing cannot be checked; one that does not apply is none of this report's. */
function relationsIn(report: Report, analysis: Analysis): Status['relations'] {
  const { balanced, broken, waived } = countRelations(analysis)
  const outcomes = report.tables.flatMap(({ value }) => reconcile(value, report.format).outcomes)
  const total = relationsOf(report.format).length - outcomes.filter(({ state }) => state === 'not-applicable').length
  return { balanced, broken, waived, unchecked: total - balanced - broken - waived, total }
}

const sectionWord = ({ present, required }: Status['sections'], locale: Locale): string =>
  inLocale({ zh: `${present}/${required} 节`, en: `${present}/${required} sections` }, locale)

function relationWord({ balanced, broken, unchecked, waived, total }: Status['relations'], locale: Locale): string {
  const share = `${balanced}/${total}`
  const faults = [
    ...(broken > 0 ? [inLocale({ zh: `不平 ${broken}`, en: `${broken} broken` }, locale)] : []),
    ...(unchecked > 0 ? [inLocale({ zh: `不可核 ${unchecked}`, en: `${unchecked} unchecked` }, locale)] : []),
  ]
  const rest =
    faults.length === 0 ? ' ✓' : inLocale({ zh: `，${faults.join('，')}`, en: ` (${faults.join(', ')})` }, locale)
  const excused = waived === 0 ? '' : inLocale({ zh: ` · 豁免 ${waived}`, en: ` · ${waived} waived` }, locale)
  // What is waived is neither right nor a fault: the tick is for those of which all balance.
  const mark = faults.length === 0 && waived > 0 ? '' : rest
  return inLocale({ zh: `勾稽 ${share}${mark}`, en: `${share} relations${mark}` }, locale) + excused
}
