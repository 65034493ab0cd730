import { applyWaivers } from './check/applyWaivers.ts'
import { withoutExplained } from './check/explained.ts'
import { movedAll } from './check/moved.ts'
import type { Guard, Problem } from './check/problem.ts'
import { problemsIn, problemsOf, problemsOn, type Context } from './check/units.ts'
import type { Section } from './markdown/document.ts'
import { unrelated, type Related } from './related/related.ts'
import type { Report } from './report/report.ts'
import type { Rule, SectionRule, SectionUnit } from './rules/rule.ts'
import type { Settings } from './settings.ts'
import { message } from './text/message.ts'
import type { Move } from './text/move.ts'

export type { Guard, PlacedFix, Problem, RelatedPlace } from './check/problem.ts'

const unguarded: Guard = (_, run) => run()

/** What the rules found: what stands, and what an author's waiver keeps back. */
export type Checked = {
  readonly problems: readonly Problem[]
  readonly waived: readonly Problem[]
  readonly found: Found
}

/**
 * What each rule found before waivers were applied: of a rule on sections one list for each part of the document, of
 * any other a single one.
 */
export type Found = ReadonlyMap<Rule, FoundBy>

type FoundBy = { readonly groups: readonly (readonly Problem[])[]; readonly context?: string }

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
  { guard = unguarded, related = unrelated, step }: CheckOptions = {},
): Checked {
  const active = rules.filter((rule) => isActive(rule, settings))
  const context: Context = { report, related, settings, guard, lineEnding: report.document.lineEnding }
  const found: Found = new Map(active.map((rule) => [rule, foundBy(rule, context, step)]))
  const all = [...found].flatMap(([rule, { groups }]) => listed(rule, groups))
  const { standing, waived, unit } = applyWaivers(report, all, rules, active)
  const onWaivers = (unit.waivers.length === 0 ? [] : active).flatMap((rule) =>
    rule.scope === 'waivers' ? problemsOf(rule, context, () => rule.check(unit)) : [],
  )
  return { problems: inOrder([...withoutExplained(standing), ...onWaivers]), waived: inOrder(waived), found }
}

function foundBy(rule: Rule, context: Context, step: Step | undefined): FoundBy {
  const { report } = context
  switch (rule.scope) {
    case 'table':
      return { groups: [report.tables.flatMap((table) => problemsOn(table, rule, context))] }
    case 'report': {
      const before = step?.found.get(rule)
      const same =
        step !== undefined && (rule.reads === 'outline' || (rule.reads === 'tables' && step.fields.size === 0))
      if (same && before !== undefined) return { groups: before.groups.map((group) => movedAll(group, step.move)) }
      return { groups: [problemsOf(rule, context, () => rule.check(report))] }
    }
    case 'related':
      return { groups: [problemsOf(rule, context, () => rule.check({ report, related: context.related }))] }
    case 'section':
      return inSections(rule, context, step)
    case 'waivers':
      return { groups: [] }
  }
}

function inSections(rule: SectionRule, context: Context, step: Step | undefined): FoundBy {
  const { report } = context
  const { parts, places } = report.document
  const before = step?.found.get(rule)
  const own = rule.context?.(report) ?? ''
  const unitOf = (section: Section, i: number): SectionUnit => ({ section, at: places.starts[i] ?? 0, report })
  const look = (section: Section, i: number): readonly Problem[] => problemsIn(unitOf(section, i), rule, context)
  if (step === undefined || before?.context !== own) return { groups: parts.map(look), context: own }
  const concerned = concernedBy(rule, step.fields)
  const groups = before.groups.map((group, i): readonly Problem[] => {
    const section = parts[i]
    const again = section !== undefined && (i === step.part || concerned?.(unitOf(section, i)) === true)
    if (again) return look(section, i)
    return group.length === 0 ? group : movedAll(group, step.move)
  })
  return { groups, context: own }
}

/** Whether changed figures can change what a rule finds in a section; undefined where they cannot anywhere. */
function concernedBy(
  { reads, fields }: SectionRule,
  changed: ReadonlySet<string>,
): ((unit: SectionUnit) => boolean) | undefined {
  if (reads !== 'tables' || changed.size === 0) return undefined
  if (fields === undefined) return () => true
  return (unit) => {
    const own = fields(unit)
    for (const field of changed) if (own.has(field)) return true
    return false
  }
}

/** Of a remark that a document gives cause for again and again, so many are listed. */
const mostRemarks = 100

const texts = {
  more: {
    zh: '同类提示从这里起另有 {count} 处，不再逐一列出。',
    en: '{count} more findings of this kind from here on are not listed.',
  },
}

/** What a rule found, as far as anybody would read it. */
function listed(rule: Rule, groups: readonly (readonly Problem[])[]): readonly Problem[] {
  const all: Problem[] = []
  for (const group of groups) for (const problem of group) all.push(problem)
  const next = all[mostRemarks]
  if (rule.scope !== 'section' || next === undefined) return all
  const more = message(texts.more, { count: all.length - mostRemarks })
  return [...all.slice(0, mostRemarks), { ...next, message: more, related: [], fixes: [] }]
}

/** A rule that runs on request has to be given a level. */
const isActive = ({ code, onRequest }: Rule, { rules }: Settings): boolean =>
  (rules[code] ?? (onRequest === true ? 'off' : undefined)) !== 'off'

const inOrder = (problems: readonly Problem[]): readonly Problem[] =>
  [...problems].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
