import type { Placed, Section } from '../markdown/document.ts'
import { reconcile } from '../reconcile/reconcile.ts'
import type { Report } from '../report/report.ts'
import type { BoundTable } from '../report/table.ts'
import type { Finding, Rule, SectionRule, SectionUnit, TableRule } from '../rules/rule.ts'
import type { Level, Settings } from '../settings.ts'
import { shiftBy } from '../text/move.ts'
import { movedAll } from './moved.ts'
import { place } from './place.ts'
import type { Guard, Problem } from './problem.ts'

/** What the findings of all rules in one report are placed by. */
export type Context = {
  readonly report: Report
  readonly settings: Settings
  readonly guard: Guard
  readonly lineEnding: string
}

/** The findings of a rule whose offsets count from the start of the document. */
export const problemsOf = (
  rule: Rule,
  { settings, guard, lineEnding }: Context,
  run: () => Iterable<Finding>,
): readonly Problem[] =>
  guard(rule, () => [...run()]).map((finding) => place(rule, settings.rules[rule.code], finding, 0, lineEnding))

/** Problems of a unit, for as long as it stays where it is and nobody changes the rule's level. */
type There = {
  readonly at: number
  readonly lineEnding: string
  readonly level: Level | undefined
  readonly problems: readonly Problem[]
}

type OnTable = { readonly findings: readonly Finding[]; placed?: There }

const keptOnTables = new WeakMap<BoundTable, Map<Rule, OnTable>>()

/** What a rule finds on a table, kept as long as the table is. */
export function problemsOn(
  { at, value: table }: Placed<BoundTable>,
  rule: TableRule,
  context: Context,
): readonly Problem[] {
  const { report, settings, guard, lineEnding } = context
  const { format } = report
  const byRule = keptOnTables.get(table) ?? new Map<Rule, OnTable>()
  keptOnTables.set(table, byRule)
  const on: OnTable = byRule.get(rule) ?? {
    findings: guard(rule, () => [...rule.check({ table, format, reconciliation: reconcile(table, format) })]),
  }
  byRule.set(rule, on)
  const level = settings.rules[rule.code]
  const there = on.placed
  if (there?.at === at && there.lineEnding === lineEnding && there.level === level) return there.problems
  const problems = on.findings.map((finding) => place(rule, level, finding, at, lineEnding))
  on.placed = { at, lineEnding, level, problems }
  return problems
}

const keptInSections = new WeakMap<Section, Map<Rule, There>>()

/** What a rule finds in a section; kept as long as the section is, where the rule looks at nothing else. */
export function problemsIn(unit: SectionUnit, rule: SectionRule, context: Context): readonly Problem[] {
  const { section, at } = unit
  if (rule.reads !== undefined) return problemsOf(rule, context, () => rule.check(unit))
  const byRule = keptInSections.get(section) ?? new Map<Rule, There>()
  keptInSections.set(section, byRule)
  const { settings, lineEnding } = context
  const level = settings.rules[rule.code]
  const known = byRule.get(rule)
  const holds = known?.lineEnding === lineEnding && known.level === level
  if (holds && (known.problems.length === 0 || known.at === at)) return known.problems
  const problems = holds
    ? movedAll(known.problems, shiftBy(at - known.at))
    : problemsOf(rule, context, () => rule.check(unit))
  byRule.set(rule, { at, lineEnding, level, problems })
  return problems
}
