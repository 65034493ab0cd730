import { reconcile } from './reconcile/reconcile.ts'
import { unrelated, type Related } from './related/related.ts'
import type { Place } from './related/summary.ts'
import type { Report } from './report/report.ts'
import type { BoundTable } from './report/table.ts'
import { isNoReason } from './report/waiverReason.ts'
import { readWaivers, type WaivedRule, type Waiver } from './report/waivers.ts'
import type { Finding, Fix, Rule, Severity, TableRule, WaiverUnit, WaiverUse } from './rules/rule.ts'
import type { Level, Settings } from './settings.ts'
import { lineEndingOf } from './text/lines.ts'
import { message, type Args, type Message, type Text } from './text/message.ts'
import { shift, type Edit, type Span } from './text/span.ts'

/** A finding placed in its document, with messages that only want a language. */
export type Problem = {
  readonly code: string
  readonly severity: Severity
  readonly message: Message
  readonly span: Span
  readonly related: readonly RelatedPlace[]
  readonly fixes: readonly PlacedFix[]
  /** The ids of the broken relations that it reports. */
  readonly relations?: readonly string[]
}

/** A place that belongs to a problem: in its own document, or elsewhere. */
export type RelatedPlace = { readonly message: Message; readonly span: Span; readonly elsewhere?: Place }

export type PlacedFix = Omit<Fix, 'title' | 'args'> & { readonly title: Message }

/** Runs one rule; the edge passes one that survives a rule that throws and says which it was. */
export type Guard = (rule: Rule, run: () => readonly Finding[]) => readonly Finding[]

const unguarded: Guard = (_, run) => run()

/** What the rules found: what stands, and what an author's waiver keeps back. */
export type Checked = { readonly problems: readonly Problem[]; readonly waived: readonly Problem[] }

/** The problems of a report that no waiver keeps back. */
export const check = (
  report: Report,
  rules: readonly Rule[],
  settings: Settings,
  guard: Guard = unguarded,
  related: Related = unrelated,
): readonly Problem[] => checkAll(report, rules, settings, guard, related).problems

/**
 * Runs the rules over a report, then applies its waivers to what they found, then runs the rules about waivers on what
 * came of it. In the order of the document. Findings on a table are kept as long as the table is.
 */
export function checkAll(
  report: Report,
  rules: readonly Rule[],
  settings: Settings,
  guard: Guard = unguarded,
  related: Related = unrelated,
): Checked {
  const lineEnding = lineEndingOf(report.document.text)
  const placed = (rule: Rule, findings: readonly Finding[], at: number): readonly Problem[] =>
    findings.map((finding) => place(rule, settings.rules[rule.code], finding, at, lineEnding))
  const active = rules.filter((rule) => isActive(rule, settings))
  const found = active.flatMap((rule): readonly Problem[] =>
    rule.scope === 'report'
      ? placed(
          rule,
          guard(rule, () => [...rule.check(report)]),
          0,
        )
      : rule.scope === 'related'
        ? placed(
            rule,
            guard(rule, () => [...rule.check({ report, related })]),
            0,
          )
        : rule.scope === 'table'
          ? report.tables.flatMap(({ at, value }) => placed(rule, findingsOn(value, rule, report, guard), at))
          : [],
  )
  const { standing, waived, unit } = applyWaivers(report, found, rules, active)
  const onWaivers = active.flatMap((rule): readonly Problem[] =>
    rule.scope === 'waivers'
      ? placed(
          rule,
          guard(rule, () => [...rule.check(unit)]),
          0,
        )
      : [],
  )
  return { problems: inOrder([...standing, ...onWaivers]), waived: inOrder(waived) }
}

/** A rule that runs on request has to be given a level. */
const isActive = ({ code, onRequest }: Rule, { rules }: Settings): boolean =>
  (rules[code] ?? (onRequest === true ? 'off' : undefined)) !== 'off'

const inOrder = (problems: readonly Problem[]): readonly Problem[] =>
  [...problems].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)

/** The second step: what was found is told apart by the waivers, and each waiver learns what became of it. */
function applyWaivers(
  report: Report,
  found: readonly Problem[],
  rules: readonly Rule[],
  active: readonly Rule[],
): { readonly standing: readonly Problem[]; readonly waived: readonly Problem[]; readonly unit: WaiverUnit } {
  const codes = rules.flatMap(({ scope, code }) => (scope === 'waivers' ? [] : [code]))
  const waived = new Set<Problem>()
  const use = (named: WaivedRule, { reason }: Waiver): WaiverUse['state'] => {
    if (rules.some(({ scope, code }) => scope === 'waivers' && code === named.code)) return 'unwaivable'
    if (!codes.includes(named.code)) return 'unknown'
    if (isNoReason(reason)) return 'unreasoned'
    if (!active.some(({ code }) => code === named.code)) return 'off'
    const kept = found.filter(
      ({ code, span }) => code === named.code && named.covers.some((it) => begins(span, it, report)),
    )
    for (const problem of kept) waived.add(problem)
    return kept.length > 0 ? 'used' : 'unused'
  }
  const waivers = readWaivers(report).map((waiver) => ({
    ...waiver,
    rules: waiver.rules.map((named): WaiverUse => ({ ...named, state: use(named, waiver) })),
  }))
  return {
    standing: found.filter((it) => !waived.has(it)),
    waived: [...waived],
    unit: { report, waivers, codes },
  }
}

/** What begins where a place ends belongs to the next one, but for the end of the document. */
const begins = ({ start }: Span, place: Span, { document }: Report): boolean =>
  place.start <= start && (start < place.end || (start === place.end && start === document.text.length))

const kept = new WeakMap<BoundTable, Map<Rule, readonly Finding[]>>()

function findingsOn(table: BoundTable, rule: TableRule, { format }: Report, guard: Guard): readonly Finding[] {
  const byRule = kept.get(table) ?? new Map<Rule, readonly Finding[]>()
  kept.set(table, byRule)
  const known = byRule.get(rule)
  if (known !== undefined) return known
  const findings = guard(rule, () => [...rule.check({ table, format, reconciliation: reconcile(table, format) })])
  byRule.set(rule, findings)
  return findings
}

function place(rule: Rule, level: Level | undefined, finding: Finding, at: number, lineEnding: string): Problem {
  const fill = (name: string, args: Args | undefined): Message =>
    message(rule.messages[name] ?? unnamed(rule, name), args)
  return {
    code: rule.code,
    // A level chosen by the user replaces the rule's own; milder cases of a rule stay as much milder only by default.
    severity: level === undefined || level === 'off' ? (finding.severity ?? rule.severity) : level,
    message: fill(finding.message, finding.args),
    span: shift(finding.span, at),
    related: (finding.related ?? []).map(({ message, args, span, elsewhere }) => ({
      message: fill(message, args),
      span: shift(span, at),
      ...(elsewhere === undefined ? {} : { elsewhere }),
    })),
    fixes: (finding.fixes ?? []).map(({ title, args, edits, ...fix }) => ({
      ...fix,
      title: fill(title, args),
      edits: placeEdits(edits, at, lineEnding),
    })),
    ...(finding.relations !== undefined && { relations: finding.relations }),
  }
}

type Placed = { readonly at: number; readonly lineEnding: string; readonly edits: readonly Edit[] }

const placedEdits = new WeakMap<readonly Edit[], Placed>()

/** Thousands of findings may offer one and the same fix for all of them; it is placed once. */
function placeEdits(edits: readonly Edit[], at: number, lineEnding: string): readonly Edit[] {
  const known = placedEdits.get(edits)
  if (known?.at === at && known.lineEnding === lineEnding) return known.edits
  const placed = edits.map((edit) => ({ span: shift(edit.span, at), text: edit.text.replaceAll('\n', lineEnding) }))
  placedEdits.set(edits, { at, lineEnding, edits: placed })
  return placed
}

function unnamed(rule: Rule, name: string): Text {
  throw new Error(`${rule.code}: no message ${name}`)
}
