import { checkAll, type Found, type Guard, type Problem, type Step } from './check.ts'
import type { Format } from './formats/format.ts'
import { formats as official } from './formats/index.ts'
import { pieceChange, type PieceChange } from './markdown/change.ts'
import type { Document } from './markdown/document.ts'
import { reconcile } from './reconcile/reconcile.ts'
import { unrelated, type Related } from './related/related.ts'
import { alike } from './report/alike.ts'
import { buildReport } from './report/buildReport.ts'
import { inheritFacts } from './report/facts.ts'
import { patchReport } from './report/patchReport.ts'
import { changedFrom } from './report/rebind.ts'
import type { Report } from './report/report.ts'
import { rules } from './rules/index.ts'
import type { Settings } from './settings.ts'
import { moveOver } from './text/move.ts'

/** Everything that is known of one text: what every feature and every output starts from. */
export type Analysis = {
  readonly document: Document
  /** The forms that the document could have been in. */
  readonly formats: readonly Format[]
  readonly settings: Settings
  /** Undefined where the document is no report: then there is nothing to say of it. */
  readonly report: Report | undefined
  /** The other reports that it was compared with, as far as they are known. */
  readonly related: Related
  readonly problems: readonly Problem[]
  /** What would be a problem, had the author not waived it. */
  readonly waived: readonly Problem[]
  readonly found: Found | undefined
}

/** What an analysis depends on besides the text and the settings. */
export type AnalyseOptions = {
  /** The official forms and those of the user's own, in this order; the official ones alone where not given. */
  readonly formats?: readonly Format[]
  readonly guard?: Guard
  /** The analysis of an earlier version, of which whatever still holds is taken over. The result is the same without. */
  readonly before?: Analysis
  /** Finds the reports that a report must agree with, among those that are known; it may not wait. */
  readonly related?: (report: Report) => Related
}

export function analyse(document: Document, settings: Settings, options: AnalyseOptions = {}): Analysis {
  const { formats = official, guard, before } = options
  const next = before?.settings === settings && before.formats === formats ? stepTo(document, before) : undefined
  const report = next === undefined ? buildReport(document, formats, settings.format) : next.report
  const related = (report && options.related?.(report)) ?? unrelated
  const checked =
    report === undefined
      ? { problems: [], waived: [], found: undefined }
      : checkAll(report, rules, settings, { guard, related, step: next?.step })
  return { document, formats, settings, report, related, ...checked }
}

type ReportStep = { readonly report: Report | undefined; readonly step: Step | undefined }

/** How the analysis of a version follows from that of the one before; undefined where it must be done anew. */
function stepTo(document: Document, before: Analysis): ReportStep | undefined {
  const change = pieceChange(before.document, document)
  const same = change && alike(change, before.formats, before.report)
  if (change === undefined || same === undefined) return undefined
  if (same === 'figures') inheritFacts(change.before, change.after)
  const move = moveOver(change.start, change.end, change.newEnd, atLineEnd(change))
  const { report: old, found, formats } = before
  const report = old && patchReport(old, document, change, move, formats)
  const step = found && { found, part: change.part, fields: changedFields(old, report), move }
  return { report, step }
}

/** The fields whose figures differ. A document may have other tables than those of the report. */
function changedFields(from: Report | undefined, to: Report | undefined): ReadonlySet<string> {
  const changed = new Set<string>()
  to?.tables.forEach(({ value: table }, i) => {
    const before = from?.tables[i]?.value
    if (before === undefined || before === table) return
    const known = changedFrom(before, table)
    if (known !== undefined) for (const id of known) changed.add(id)
    else for (const [id, { reading }] of table.figures) if (before.figures.get(id)?.reading !== reading) changed.add(id)
  })
  return changed
}

/** Whether nothing but blanks stands behind the change on its line. */
const atLineEnd = ({ after, at, newEnd }: PieceChange): boolean =>
  /^[ \t]*(?:[\r\n]|$)/.test(after.text.slice(newEnd - at))

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
}: Pick<Analysis, 'report' | 'problems' | 'waived'>): RelationCounts {
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
