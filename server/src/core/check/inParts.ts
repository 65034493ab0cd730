import type { Section } from '../markdown/document.ts'
import type { SectionRule, SectionUnit } from '../rules/rule.ts'
import { message } from '../text/message.ts'
import { shiftBy, type Move } from '../text/move.ts'
import type { Span } from '../text/span.ts'
import { extentOf, movedAll } from './moved.ts'
import type { Problem } from './problem.ts'
import { problemsIn, type Context } from './units.ts'

/** What the rules on sections found in one part of the document. */
export type InPart = {
  /** By rule, in their order; at the places where they stood when they were found. */
  readonly lists: readonly (readonly Problem[])[]
  /** The rules that found anything, by their index. */
  readonly telling: readonly number[]
  /** From the first place in any of them to the last. */
  readonly extent: Span
  /** By how much all of it has moved since: a long document has more of them than are ever told. */
  readonly by: number
  /** The fields on whose figures that depends. */
  readonly fields: readonly ReadonlySet<string>[] | 'all'
}

type StepInParts = {
  readonly found: { readonly parts: readonly InPart[]; readonly contexts: readonly string[] }
  readonly part: number
  readonly fields: ReadonlySet<string>
  readonly move: Move
}

/** What the rules find in each part. `contexts` are what else each rule depends on, as it says itself. */
export function inParts(
  context: Context,
  rules: readonly SectionRule[],
  contexts: readonly string[],
  step: StepInParts | undefined,
): readonly InPart[] {
  const { report } = context
  const { parts, places } = report.document
  const unitOf = (section: Section, i: number): SectionUnit => ({ section, at: places.starts[i] ?? 0, report })
  const look = (section: Section, i: number): InPart => {
    const unit = unitOf(section, i)
    return inPart(
      rules.map((rule) => problemsIn(unit, rule, context)),
      rules,
      unit,
    )
  }
  if (step === undefined) return parts.map(look)
  const { fields, move, found } = step
  const stale = rules.map((_, i) => found.contexts[i] !== contexts[i])
  const anyStale = stale.includes(true)
  return found.parts.map((before, i): InPart => {
    const section = parts[i]
    if (section === undefined || i === step.part) return section === undefined ? before : look(section, i)
    const read = fields.size > 0 && depends(before, fields)
    const moved = before.telling.length === 0 ? before : movedPart(before, move)
    if (!read && !anyStale) return moved
    const unit = unitOf(section, i)
    const lists = rules.map((rule, k) =>
      stale[k] === true || (read && rule.reads === 'tables') ? problemsIn(unit, rule, context) : listOf(moved, k),
    )
    return inPart(lists, rules, unit)
  })
}

function inPart(lists: readonly (readonly Problem[])[], rules: readonly SectionRule[], unit: SectionUnit): InPart {
  const telling = lists.flatMap((list, i) => (list.length > 0 ? [i] : []))
  const extent = telling.length === 0 ? nowhere : extentOf(lists)
  return { lists, telling, extent, by: 0, fields: fieldsOf(rules, unit) }
}

const nowhere: Span = { start: 0, end: 0 }

const none: InPart['fields'] = []

/** What any of the rules reads of the tables. */
function fieldsOf(rules: readonly SectionRule[], unit: SectionUnit): InPart['fields'] {
  let all: ReadonlySet<string>[] | undefined
  for (const rule of rules) {
    if (rule.reads !== 'tables') continue
    if (rule.fields === undefined) return 'all'
    const own = rule.fields(unit)
    if (own.size === 0 || all?.includes(own) === true) continue
    all ??= []
    all.push(own)
  }
  return all ?? none
}

const depends = ({ fields }: InPart, changed: ReadonlySet<string>): boolean => {
  if (fields === 'all') return true
  if (fields.length > 0) for (const field of changed) if (fields.some((it) => it.has(field))) return true
  return false
}

/** What a rule found, where it stands now. */
const listOf = ({ lists, by }: InPart, rule: number): readonly Problem[] =>
  by === 0 ? (lists[rule] ?? []) : movedAll(lists[rule] ?? [], shiftBy(by))

function movedPart(part: InPart, move: Move): InPart {
  const { extent, by } = part
  if (extent.end + by < move.start) return part
  if (extent.start + by > move.end) return move.by === 0 ? part : { ...part, by: by + move.by }
  const lists = part.lists.map((_, i) => movedAll(listOf(part, i), move))
  return { ...part, lists, extent: extentOf(lists), by: 0 }
}

/** Of a remark that a document gives cause for again and again, so many are listed. */
const mostRemarks = 50

const texts = {
  more: {
    zh: '同类提示从这里起另有 {count} 处，不再逐一列出。',
    en: '{count} more findings of this kind from here on are not listed.',
  },
}

/** What was found in all parts, as far as anybody would read it. */
export function listed(parts: readonly InPart[], rules: readonly SectionRule[]): readonly Problem[] {
  const byRule = rules.map(() => ({ told: [] as Problem[], count: 0 }))
  for (const part of parts)
    // Most parts have none, and a long document has thousands of parts.
    for (const k of part.telling) {
      const own = byRule[k]
      if (own === undefined) continue
      if (own.count <= mostRemarks) own.told.push(...listOf(part, k))
      own.count += part.lists[k]?.length ?? 0
    }
  return byRule.flatMap(({ told, count }): readonly Problem[] => {
    const next = told[mostRemarks]
    if (next === undefined) return told
    const more = message(texts.more, { count: count - mostRemarks })
    return [...told.slice(0, mostRemarks), { ...next, message: more, related: [], fixes: [] }]
  })
}
