import type { Text } from '../text/message.ts'

/**
 * How prose speaks of a form's fields, as plain data. A pattern is read within one clause: `<name>` is any word of a
 * class, `…` a gap of a few characters, `#` the number with its unit, `$` the end of the clause; anything else stands
 * for itself. Words such as 共 and 数量 may stand beside `#` and between classes.
 */
export type MentionsFormat = {
  readonly words: Readonly<Record<string, readonly string[]>>
  /** Words that may stand beside a number without changing what it counts. */
  readonly fillers: readonly string[]
  /** Words that look like others and mean nothing here, such as 申请人. */
  readonly neutral: readonly string[]
  /** Words that say that a clause speaks of another time or of a difference, not of this year's number. */
  readonly elsewhen: readonly string[]
  /** What a sentence speaks of: the topic named last before a number holds for it. */
  readonly topics: Readonly<Record<string, readonly string[]>>
  readonly scope: ScopeFormat
  /** Sums of fields that shares in prose may be of. */
  readonly shareWholes: readonly (readonly string[])[]
  /** The more special first: the first that matches is meant. */
  readonly items: readonly MentionFormat[]
}

/** Words for whose numbers are given, in the report of a government that covers an area. */
export type ScopeFormat = {
  /** The whole area, which the tables cover. */
  readonly wide: readonly string[]
  /** The government's own office: fewer than the tables have, and often left unsaid. */
  readonly own: readonly string[]
  /** Endings of names of other bodies. */
  readonly bodies: readonly string[]
}

export type MentionFormat = {
  readonly id: string
  /** The fields whose sum is meant; those that the form at hand lacks are left out. */
  readonly fields: readonly string[]
  readonly units: readonly string[]
  readonly patterns: readonly string[]
  /** Patterns that say that there were none. */
  readonly none?: readonly string[]
  /** The sentence must speak of this. */
  readonly topic?: string
  /** Words in the clause with which it counts something else. */
  readonly unless?: readonly string[]
  /** Words with which the sentence up to there counts something else. */
  readonly unlessBefore?: readonly string[]
  /** Words of which one must stand in the sentence up to there, or in the heading above it. */
  readonly amid?: readonly string[]
  /** `part`: what the clause counts may be one item of a list, after 其中. Without it such a clause is passed over. */
  readonly part?: true
  /** Other readings, tried in order before anything is said; a leading `-` takes a field away. */
  readonly accepted?: readonly AcceptedReading[]
}

export type AcceptedReading = {
  readonly fields: readonly string[]
  /** What the number then counts. It is suggested to write it down; without it the reading is customary and nothing is said. */
  readonly unsaid?: Text
}
