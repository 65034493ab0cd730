import { check, type Guard, type Problem } from './check.ts'
import { formats } from './formats/index.ts'
import type { Document } from './markdown/document.ts'
import { reconcile } from './reconcile/reconcile.ts'
import { buildReport } from './report/buildReport.ts'
import type { Report } from './report/report.ts'
import { rules } from './rules/index.ts'
import type { Settings } from './settings.ts'

/** Everything that is known of one text: what every feature and every output starts from. */
export type Analysis = {
  readonly document: Document
  /** Undefined where the document is no report: then there is nothing to say of it. */
  readonly report: Report | undefined
  readonly problems: readonly Problem[]
}

export function analyse(document: Document, settings: Settings, guard?: Guard): Analysis {
  const report = buildReport(document, formats, settings.format)
  return { document, report, problems: report === undefined ? [] : check(report, rules, settings, guard) }
}

/** How many relations came out how. Those whose table is missing altogether are unchecked. */
export type RelationCounts = {
  readonly balanced: number
  readonly broken: number
  readonly unchecked: number
  readonly waived: number
}

export function countRelations({ tables, format }: Report): RelationCounts {
  const states = tables.flatMap(({ value }) => reconcile(value, format).outcomes.map(({ state }) => state))
  const count = (state: string): number => states.filter((it) => it === state).length
  return { balanced: count('balanced'), broken: count('broken'), unchecked: count('unchecked'), waived: 0 }
}
