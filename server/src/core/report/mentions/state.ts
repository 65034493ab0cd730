import type { Scope } from './scope.ts'
import type { Meanings } from './senses.ts'

/** What holds from clause to clause. A bracket begins with what holds before it and leaves it as it was. */
export type State = {
  /** What the sentence has named, and what was named before it. */
  topic: string | undefined
  topicBefore: string | undefined
  /** Words of an unknown subject stood in this sentence. */
  strange: boolean
  time: string | undefined
  not: boolean
  part: boolean
  scope: Scope
  amid: boolean
  /** The dispute named last in the sentence is not one over disclosure. */
  alien: boolean
  /** Senses of the clause before that hold for what is joined to it. */
  carried: Words
  /** Senses that the sentence has named so far. */
  seen: Set<string>
  /** The sentence has a number. */
  counts: boolean
  previous: string | undefined
  /** How the disputes ended that are being split up, word by word; and those of the clause before. */
  outcome: Words
  outcomeBefore: Words
  /** The item whose number is being split up by applicants. */
  within: string | undefined
  /** The topic that the clause before named, with its number; and whether it is joined to another of the same kind. */
  counted: string | undefined
  joined: boolean
  /** The year of what was counted last, where it is another one. */
  timeBefore: string | undefined
}

type Words = readonly (readonly string[])[]

/** A topic that is none of the form's: numbers of unknown things stood before. */
export const unknown = '?'

export const begin = (topicBefore: string | undefined): State => ({
  topic: undefined,
  topicBefore,
  strange: false,
  time: undefined,
  not: false,
  part: false,
  scope: { kind: 'all' },
  amid: false,
  alien: false,
  carried: [],
  seen: new Set(),
  counts: false,
  previous: undefined,
  outcome: [],
  outcomeBefore: [],
  within: undefined,
  counted: undefined,
  joined: false,
  timeBefore: undefined,
})

export const isDispute = (topic: string | undefined, { disputes }: Meanings): boolean =>
  topic !== undefined && disputes.has(topic)
