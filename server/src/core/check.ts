import { reconcile } from './reconcile/reconcile.ts'
import type { Report } from './report/report.ts'
import type { BoundTable } from './report/table.ts'
import type { Finding, Fix, Rule, Severity, TableRule } from './rules/rule.ts'
import type { Level, Settings } from './settings.ts'
import { lineEndingOf } from './text/lines.ts'
import { message, type Args, type Message, type Text } from './text/message.ts'
import { shift, type Span } from './text/span.ts'

/** A finding placed in its document, with messages that only want a language. */
export type Problem = {
  readonly code: string
  readonly severity: Severity
  readonly message: Message
  readonly span: Span
  readonly related: readonly { readonly message: Message; readonly span: Span }[]
  readonly fixes: readonly PlacedFix[]
}

export type PlacedFix = Omit<Fix, 'title' | 'args'> & { readonly title: Message }

/** Runs one rule; the edge passes one that survives a rule that throws and says which it was. */
export type Guard = (rule: Rule, run: () => readonly Finding[]) => readonly Finding[]

const unguarded: Guard = (_, run) => run()

/** Runs the rules over a report, in the order of the document. Findings on a table are kept as long as the table is. */
export function check(
  report: Report,
  rules: readonly Rule[],
  settings: Settings,
  guard: Guard = unguarded,
): readonly Problem[] {
  const lineEnding = lineEndingOf(report.document.text)
  const problems = rules.flatMap((rule): readonly Problem[] => {
    const level = settings.rules[rule.code]
    if (level === 'off') return []
    if (rule.scope === 'report')
      return guard(rule, () => [...rule.check(report)]).map((finding) => place(rule, level, finding, 0, lineEnding))
    return report.tables.flatMap(({ at, value }) =>
      findingsOn(value, rule, report, guard).map((finding) => place(rule, level, finding, at, lineEnding)),
    )
  })
  return problems.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
}

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
    related: (finding.related ?? []).map((it) => ({ message: fill(it.message, it.args), span: shift(it.span, at) })),
    fixes: (finding.fixes ?? []).map(({ title, args, edits, ...fix }) => ({
      ...fix,
      title: fill(title, args),
      edits: edits.map((edit) => ({ span: shift(edit.span, at), text: edit.text.replaceAll('\n', lineEnding) })),
    })),
  }
}

function unnamed(rule: Rule, name: string): Text {
  throw new Error(`${rule.code}: no message ${name}`)
}
