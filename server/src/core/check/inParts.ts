import type { Section } from '../markdown/document.ts'
import type { SectionRule, SectionUnit } from '../rules/rule.ts'
import { message } from '../text/message.ts'
import type { Move } from '../text/move.ts'
import { movedAll } from './moved.ts'
import type { Problem } from './problem.ts'
import { problemsIn, type Context } from './units.ts'

/** What the rules on sections found in one part of the document. */
export type InPart = {
  /** By rule, in their order. */
  readonly lists: readonly (readonly Problem[])[]
  readonly count: number
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
    if (!read && !anyStale) return before.count === 0 ? before : movedPart(before, move)
    const unit = unitOf(section, i)
    const lists = rules.map((rule, k) =>
      stale[k] === true || (read && rule.reads === 'tables')
        ? problemsIn(unit, rule, context)
        : movedAll(before.lists[k] ?? [], move),
    )
    return inPart(lists, rules, unit)
  })
}

function inPart(lists: readonly (readonly Problem[])[], rules: readonly SectionRule[], unit: SectionUnit): InPart {
  let count = 0
  for (const list of lists) count += list.length
  return { lists, count, fields: fieldsOf(rules, unit) }
}

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

function movedPart(part: InPart, move: Move): InPart {
  const lists = part.lists.map((list) => movedAll(list, move))
  return lists.every((list, i) => list === part.lists[i]) ? part : { ...part, lists }
}

/** Of a remark that a document gives cause for again and again, so many are listed. */
const mostRemarks = 100

const texts = {
  more: {
    zh: '同类提示从这里起另有 {count} 处，不再逐一列出。',
    en: '{count} more findings of this kind from here on are not listed.',
  },
}

/** What was found in all parts, as far as anybody would read it. */
export function listed(parts: readonly InPart[], rules: readonly SectionRule[]): readonly Problem[] {
  const byRule = rules.map((): Problem[] => [])
  // Most parts have none, and a long document has thousands of parts.
  for (const { lists, count } of parts)
    if (count > 0) for (let k = 0; k < lists.length; k++) for (const it of lists[k] ?? []) byRule[k]?.push(it)
  return byRule.flatMap((own): readonly Problem[] => {
    const next = own[mostRemarks]
    if (next === undefined) return own
    const more = message(texts.more, { count: own.length - mostRemarks })
    return [...own.slice(0, mostRemarks), { ...next, message: more, related: [], fixes: [] }]
  })
}
