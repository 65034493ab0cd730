import type { Finding, Rule } from '../rules/rule.ts'
import type { Level } from '../settings.ts'
import { message, type Args, type Message, type Text } from '../text/message.ts'
import { shift, type Edit } from '../text/span.ts'
import type { Problem } from './problem.ts'

/** Places a finding of a unit that begins at `at`, at the level the user wants of its rule. */
export function place(rule: Rule, level: Level | undefined, finding: Finding, at: number, lineEnding: string): Problem {
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
