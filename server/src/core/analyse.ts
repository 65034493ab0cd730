import { checkAll, type Guard, type Problem } from './check.ts'
import type { Format } from './formats/format.ts'
import { formats as official } from './formats/index.ts'
import type { Document } from './markdown/document.ts'
import { reconcile } from './reconcile/reconcile.ts'
import { unrelated, type Related } from './related/related.ts'
import { buildReport } from './report/buildReport.ts'
import type { Report } from './report/report.ts'
import { rules } from './rules/index.ts'
import type { Settings } from './settings.ts'

/** Everything that is known of one text: what every feature and every output starts from. */
export type Analysis = {
  readonly document: Document
  /** The forms that the document could have been in. */
  readonly formats: readonly Format[]
  /** Undefined where the document is no report: then there is nothing to say of it. */
  readonly report: Report | undefined
  /** The other reports that it was compared with, as far as they are known. */
  readonly related: Related
  readonly problems: readonly Problem[]
  /** What would be a problem, had the author not waived it. */
  readonly waived: readonly Problem[]
}

/** What an analysis depends on besides the text and the settings. */
export type AnalyseOptions = {
  /** The official forms and those of the user's own, in this order; the official ones alone where not given. */
  readonly formats?: readonly Format[]
  readonly guard?: Guard
  /** Finds the reports that a report must agree with, among those that are known; it may not wait. */
  readonly related?: (report: Report) => Related
}

export function analyse(document: Document, settings: Settings, options: AnalyseOptions = {}): Analysis {
  const { formats = official, guard } = options
  const report = buildReport(document, formats, settings.format)
  const related = (report && options.related?.(report)) ?? unrelated
  const checked =
    report === undefined ? { problems: [], waived: [] } : checkAll(report, rules, settings, guard, related)
  return { document, formats, report, related, ...checked }
}

/** How many relations came out how. Those whose table is missing altogether are not counted. */
export type RelationCounts = {
  readonly balanced: number
  readonly broken: number
  readonly unchecked: number
  /** Broken, but every finding about them is waived. */
  readonly waived: number
}

export function countRelations({
  report,
  ...checked
}: Omit<Analysis, 'document' | 'formats' | 'related'>): RelationCounts {
  const outcomes = report?.tables.flatMap(({ value }) => reconcile(value, report.format).outcomes) ?? []
  const waived = waivedRelations(checked)
  const count = (state: string): number => outcomes.filter((it) => it.state === state).length
  const broken = outcomes.filter(({ state }) => state === 'broken')
  const excused = broken.filter(({ relation }) => waived.has(relation.id)).length
  return {
    balanced: count('balanced'),
    broken: broken.length - excused,
    unchecked: count('unchecked'),
    waived: excused,
  }
}

/** The ids of the relations (豁免) of which all that was found is waived. */
export function waivedRelations({ problems, waived }: Pick<Analysis, 'problems' | 'waived'>): ReadonlySet<string> {
  const standing = new Set(problems.flatMap(({ relations }) => relations ?? []))
  return new Set(waived.flatMap(({ relations }) => (relations ?? []).filter((id) => !standing.has(id))))
}
