import { checkAll, type Found, type Guard, type Problem, type Step } from './check.ts'
import type { Format } from './formats/format.ts'
import { formats as official } from './formats/index.ts'
import { pieceChange, type PieceChange } from './markdown/change.ts'
import type { Document } from './markdown/document.ts'
import { reconcile } from './reconcile/reconcile.ts'
import { alike } from './report/alike.ts'
import { buildReport } from './report/buildReport.ts'
import { inheritFacts } from './report/facts.ts'
import { patchReport } from './report/patchReport.ts'
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
  readonly problems: readonly Problem[]
  /** What would be a problem, had the author not waived it. */
  readonly waived: readonly Problem[]
  readonly found: Found
}

/** What an analysis depends on besides the text and the settings. */
export type AnalyseOptions = {
  /** The official forms and those of the user's own, in this order; the official ones alone where not given. */
  readonly formats?: readonly Format[]
  readonly guard?: Guard
  /** The analysis of an earlier version, of which whatever still holds is taken over. The result is the same without. */
  readonly before?: Analysis
}

export function analyse(document: Document, settings: Settings, options: AnalyseOptions = {}): Analysis {
  const { formats = official, guard, before } = options
  const step = before?.settings === settings && before.formats === formats ? stepTo(document, before) : undefined
  const report = step === undefined ? buildReport(document, formats, settings.format) : step.report
  const checked =
    report === undefined
      ? { problems: [], waived: [], found: new Map<never, never>() }
      : checkAll(report, rules, settings, guard, step)
  return { document, formats, settings, report, ...checked }
}

type ReportStep = Step & { readonly report: Report | undefined }

/** How the analysis of a version follows from that of the one before; undefined where it must be done anew. */
function stepTo(document: Document, before: Analysis): ReportStep | undefined {
  const change = pieceChange(before.document, document)
  const same = change && alike(change, before.formats)
  if (change === undefined || same === undefined) return undefined
  if (same === 'figures') inheritFacts(change.before, change.after)
  const move = moveOver(change.start, change.end, change.newEnd, atLineEnd(change))
  const { report, found, formats } = before
  return {
    report: report && patchReport(report, document, change, move, formats),
    found,
    part: change.part,
    figures: same === 'figures',
    move,
  }
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
