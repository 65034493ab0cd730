import type { Problem } from '../../check.ts'
import type { Severity } from '../../rules/rule.ts'
import type { Locale } from '../../text/message.ts'
import type { Span } from '../../text/span.ts'
import type { RelationState } from '../tally.ts'

/** How something stands: a relation by its outcome, a finding by its severity, a part of the report by its worst. */
export type CheckupState = RelationState | 'missing' | Severity

/** One line of the tree. */
export type CheckupNode = {
  /** Stays the same while the report is edited, as long as the thing is there; unique in the tree. */
  readonly id: string
  readonly kind: 'section' | 'table' | 'family' | 'relation' | 'finding' | 'report'
  readonly label: string
  /** Beside the label; may be empty. */
  readonly detail: string
  readonly state: CheckupState
  /** Where a click goes; undefined for what is not there. */
  readonly span: Span | undefined
  readonly children: readonly CheckupNode[]
  /** The report that a click opens, where it is another one. */
  readonly opens?: string
  /** There are nodes below that are fetched when they are looked at: those of the bodies below the report. */
  readonly bodiesOf?: string
}

const gravity: readonly CheckupState[] = [
  'not-applicable',
  'balanced',
  'waived',
  'hint',
  'information',
  'unchecked',
  'warning',
  'missing',
  'error',
  'broken',
]

/** The gravest state; undefined where there is nothing. */
export function worst(nodes: readonly CheckupNode[]): CheckupState | undefined {
  const [first, ...others] = nodes.map(({ state }) => state)
  return others.reduce((a, b) => (a === undefined || gravity.indexOf(b) > gravity.indexOf(a) ? b : a), first)
}

/** What goes along while the tree is put together. */
export type Telling = {
  /** The findings that have no place in the tree yet. */
  readonly rest: Set<Problem>
  /** The ids of the relations that the author has waived. */
  readonly waived: ReadonlySet<string>
  readonly locale: Locale
}
