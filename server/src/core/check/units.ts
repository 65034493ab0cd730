import type { Placed, Section } from '../markdown/document.ts'
import { reconcile } from '../reconcile/reconcile.ts'
import type { Related } from '../related/related.ts'
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
  /** The other reports that rules may compare it with. */
  readonly related: Related
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

/** Problems of a unit, for as long as it stays where it is. */
type There = {
  readonly at: number
  readonly lineEnding: string
  readonly problems: readonly Problem[]
}

/** What all rules find on a table, with the places for where it stood last. */
type OnTable = {
  readonly rules: readonly TableRule[]
  readonly findings: readonly (readonly [TableRule, readonly Finding[]])[]
  readonly there: There
}

const keptOnTables = new WeakMap<BoundTable, OnTable>()

/** What the rules find on a table, kept as long as the table is. */
export function problemsOn(
  { at, value: table }: Placed<BoundTable>,
  rules: readonly TableRule[],
  context: Context,
): readonly Problem[] {
  const { report, settings, guard, lineEnding } = context
  const { format } = report
  const before = keptOnTables.get(table)
  const same = before?.rules === rules ? before : undefined
  if (same?.there.at === at && same.there.lineEnding === lineEnding) return same.there.problems
  const reconciliation = reconcile(table, format)
  const findings =
    same?.findings ??
    rules.flatMap((rule) => {
      const found = guard(rule, () => [...rule.check({ table, format, reconciliation })])
      return found.length === 0 ? [] : [[rule, found] as const]
    })
  const problems = findings.flatMap(([rule, found]) =>
    found.map((finding) => place(rule, settings.rules[rule.code], finding, at, lineEnding)),
  )
  keptOnTables.set(table, { rules, findings, there: { at, lineEnding, problems } })
  return problems
}

type InSection = There & { readonly level: Level | undefined }

const keptInSections = new WeakMap<Section, Map<Rule, InSection>>()

/** What a rule finds in a section; kept as long as the section is, where the rule looks at nothing else. */
export function problemsIn(unit: SectionUnit, rule: SectionRule, context: Context): readonly Problem[] {
  const { section, at } = unit
  if (rule.reads !== undefined) return problemsOf(rule, context, () => rule.check(unit))
  const byRule = keptInSections.get(section) ?? new Map<Rule, InSection>()
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
