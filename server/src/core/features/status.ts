import { countRelations, type Analysis, type RelationCounts } from '../analyse.ts'
import { relationsOf } from '../formats/relation.ts'
import { sectionTitle } from '../formats/skeleton.ts'
import { reconcile } from '../reconcile/reconcile.ts'
import { sectionOf, type Report } from '../report/report.ts'
import { isSaid } from '../report/statements.ts'
import type { Severity } from '../rules/rule.ts'
import { inLocale, render, type Locale, type Text } from '../text/message.ts'

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
  const count = (severity: Severity): number => problems.filter((it) => it.severity === severity).length
  const { unit, ...sections } = partsOf(report)
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
    summary: [title, inLocale(unit(sections), locale), relationWord(relations, locale)].join(' · '),
  }
}

type Parts = Status['sections'] & { readonly unit: (sections: Status['sections']) => Text }

/** The sections that the form requires; where it prescribes none, the contents that must be somewhere in the report. */
function partsOf(report: Report): Parts {
  const { format } = report
  const sections = format.sections.filter((it) => it.required)
  if (sections.length > 0) {
    const missing = sections.filter((it) => sectionOf(report, it.id) === undefined)
    return {
      present: sections.length - missing.length,
      required: sections.length,
      missing: missing.map((section) => ({ id: section.id, title: sectionTitle(section, format) })),
      unit: ({ present, required }) => ({ zh: `${present}/${required} 节`, en: `${present}/${required} sections` }),
    }
  }
  const contents = format.contents.filter((it) => it.recommended !== true)
  const missing = contents.filter((it) => !isSaid(it, report))
  return {
    present: contents.length - missing.length,
    required: contents.length,
    missing: missing.map(({ id, title }) => ({ id, title })),
    unit: ({ present, required }) => ({ zh: `${present}/${required} 项内容`, en: `${present}/${required} contents` }),
  }
}

/**
 * A relation whose table is missing cannot be checked; one that does not apply is none of this report's, nor is one of
 * a table that the form may do without and the report does.
 */
function relationsIn(report: Report, analysis: Analysis): Status['relations'] {
  const { balanced, broken, waived } = countRelations(analysis)
  const outcomes = report.tables.flatMap(({ value }) => reconcile(value, report.format).outcomes)
  const spared = report.format.tables.filter(
    (table) => table.optional === true && !report.tables.some(({ value }) => value.table === table),
  )
  const applying = relationsOf(report.format).filter(({ family }) => !spared.some(({ id }) => id === family.table))
  const total = applying.length - outcomes.filter(({ state }) => state === 'not-applicable').length
  return { balanced, broken, waived, unchecked: total - balanced - broken - waived, total }
}

function relationWord({ balanced, broken, unchecked, waived, total }: Status['relations'], locale: Locale): string {
  if (total === 0) return inLocale({ zh: '无勾稽关系', en: 'no relations' }, locale)
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
