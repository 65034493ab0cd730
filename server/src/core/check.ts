import { activeRules, type ActiveRules } from './check/active.ts'
import { applyWaivers } from './check/applyWaivers.ts'
import { withoutExplained } from './check/explained.ts'
import { inParts, listed, type InPart } from './check/inParts.ts'
import { movedAll } from './check/moved.ts'
import type { Guard, Problem } from './check/problem.ts'
import { problemsOf, problemsOn, type Context } from './check/units.ts'
import { unrelated, type Related } from './related/related.ts'
import type { Report } from './report/report.ts'
import type { ReportRule, Rule } from './rules/rule.ts'
import type { Settings } from './settings.ts'
import type { Move } from './text/move.ts'

export type { Guard, PlacedFix, Problem, RelatedPlace } from './check/problem.ts'

const unguarded: Guard = (_, run) => run()

/** What the rules found: what stands, and what an author's waiver keeps back. */
export type Checked = {
  readonly problems: readonly Problem[]
  readonly waived: readonly Problem[]
  readonly found: Found
}

/** What was found before waivers were applied, as far as the next version may take it over. */
export type Found = {
  readonly active: ActiveRules
  readonly contexts: readonly string[]
  /** For each part of the document. */
  readonly parts: readonly InPart[]
  /** For each rule on the report. */
  readonly whole: readonly (readonly Problem[])[]
}

/** How a report came from another one with the same outline, and what was found in that. */
export type Step = {
  readonly found: Found
  /** The index of the part of the document that has changed. */
  readonly part: number
  /** The fields whose figures have changed, in tables that are the same but for that; none where it was prose. */
  readonly fields: ReadonlySet<string>
  readonly move: Move
}

/** The problems of a report that no waiver keeps back. */
export const check = (
  report: Report,
  rules: readonly Rule[],
  settings: Settings,
  options: CheckOptions = {},
): readonly Problem[] => checkAll(report, rules, settings, options).problems

/** What a check depends on besides the report, the rules and the settings. */
export type CheckOptions = {
  readonly guard?: Guard | undefined
  /** The reports that this one must agree with. */
  readonly related?: Related
  readonly step?: Step | undefined
}

/**
 * Runs the rules over a report, then applies its waivers to what they found, then runs the rules about waivers on what
 * came of it. In the order of the document. Findings on a table are kept as long as the table is; with a `step`,
 * whatever a rule would find again is only moved along.
 */
export function checkAll(
  report: Report,
  rules: readonly Rule[],
  settings: Settings,
  { guard = unguarded, related = unrelated, step: from }: CheckOptions = {},
): Checked {
  const active = activeRules(rules, settings)
  const step = from?.found.active === active ? from : undefined
  const context: Context = { report, related, settings, guard, lineEnding: report.document.lineEnding }
  const contexts = active.sections.map((rule) => rule.context?.(report) ?? '')
  const parts = inParts(context, active.sections, contexts, step)
  const whole = active.reports.map((rule, i) => onReport(rule, i, context, step))
  const all: Problem[] = []
  for (const table of report.tables) all.push(...problemsOn(table, active.tables, context))
  all.push(...listed(parts, active.sections))
  for (const problems of whole) all.push(...problems)
  // A report that stands alone has nothing to agree with.
  if (related !== unrelated)
    for (const rule of active.related) all.push(...problemsOf(rule, context, () => rule.check({ report, related })))
  const { standing, waived, unit } = applyWaivers(report, inOrder(all, active), rules, active.rules)
  const onWaivers =
    unit.waivers.length === 0 ? [] : active.waivers.flatMap((rule) => problemsOf(rule, context, () => rule.check(unit)))
  const told = withoutExplained(standing)
  return {
    problems: onWaivers.length === 0 ? told : inOrder([...told, ...onWaivers], active),
    waived: inOrder([...waived], active),
    found: { active, contexts, parts, whole },
  }
}

function onReport(rule: ReportRule, i: number, context: Context, step: Step | undefined): readonly Problem[] {
  const same = step !== undefined && (rule.reads === 'outline' || (rule.reads === 'tables' && step.fields.size === 0))
  const before = same ? step.found.whole[i] : undefined
  return before === undefined
    ? problemsOf(rule, context, () => rule.check(context.report))
    : movedAll(before, step?.move)
}

/** By place, then by rule. Sorts the list itself. */
const inOrder = (problems: Problem[], { rank }: ActiveRules): readonly Problem[] =>
  problems.sort(
    (a, b) =>
      a.span.start - b.span.start || a.span.end - b.span.end || (rank.get(a.code) ?? 0) - (rank.get(b.code) ?? 0),
  )
