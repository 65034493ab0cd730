import { applyWaivers } from './check/applyWaivers.ts'
import { movedAll } from './check/moved.ts'
import type { Guard, Problem } from './check/problem.ts'
import { problemsIn, problemsOf, problemsOn, type Context } from './check/units.ts'
import type { Section } from './markdown/document.ts'
import type { Report } from './report/report.ts'
import type { Rule, SectionRule } from './rules/rule.ts'
import type { Settings } from './settings.ts'
import { message } from './text/message.ts'
import type { Move } from './text/move.ts'

export type { Guard, PlacedFix, Problem } from './check/problem.ts'

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
  /** Figures of a table have changed, and not only prose. */
  readonly figures: boolean
  readonly move: Move
}

/** The problems of a report that no waiver keeps back. */
export const check = (
  report: Report,
  rules: readonly Rule[],
  settings: Settings,
  guard: Guard = unguarded,
): readonly Problem[] => checkAll(report, rules, settings, guard).problems

/**
 * Runs the rules over a report, then applies its waivers to what they found, then runs the rules about waivers on what
 * came of it. In the order of the document. Findings on a table are kept as long as the table is; with a `step`,
 * whatever a rule would find again is only moved along.
 */
export function checkAll(
  report: Report,
  rules: readonly Rule[],
  settings: Settings,
  guard: Guard = unguarded,
  step?: Step,
): Checked {
  const active = rules.filter((rule) => settings.rules[rule.code] !== 'off')
  const context: Context = { report, settings, guard, lineEnding: report.document.lineEnding }
  const found: Found = new Map(active.map((rule) => [rule, foundBy(rule, context, step)]))
  const all = [...found].flatMap(([rule, { groups }]) => listed(rule, groups))
  const { standing, waived, unit } = applyWaivers(report, all, rules, active)
  const onWaivers = active.flatMap((rule) =>
    rule.scope === 'waivers' ? problemsOf(rule, context, () => rule.check(unit)) : [],
  )
  return { problems: inOrder([...standing, ...onWaivers]), waived: inOrder(waived), found }
}

function foundBy(rule: Rule, context: Context, step: Step | undefined): FoundBy {
  const { report } = context
  switch (rule.scope) {
    case 'table':
      return { groups: [report.tables.flatMap((table) => problemsOn(table, rule, context))] }
    case 'report': {
      const before = step?.found.get(rule)
      const same = step !== undefined && (rule.reads === 'outline' || (rule.reads === 'tables' && !step.figures))
      if (same && before !== undefined) return { groups: before.groups.map((group) => movedAll(group, step.move)) }
      return { groups: [problemsOf(rule, context, () => rule.check(report))] }
    }
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
  const look = (i: number, section: Section): readonly Problem[] =>
    problemsIn({ section, at: places.starts[i] ?? 0, report }, rule, context)
  if (step === undefined || before?.context !== own || (rule.reads === 'tables' && step.figures))
    return { groups: parts.map((section, i) => look(i, section)), context: own }
  const groups = before.groups.map((group) => (group.length === 0 ? group : movedAll(group, step.move)))
  const changed = parts[step.part]
  if (changed !== undefined) groups[step.part] = look(step.part, changed)
  return { groups, context: own }
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

const inOrder = (problems: readonly Problem[]): readonly Problem[] =>
  [...problems].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
