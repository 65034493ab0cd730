import type { Finding, Fix, Rule, Severity } from '../rules/rule.ts'
import type { Message } from '../text/message.ts'
import type { Span } from '../text/span.ts'

/** A finding placed in its document, with messages that only want a language. */
export type Problem = {
  readonly code: string
  readonly severity: Severity
  readonly message: Message
  readonly span: Span
  readonly related: readonly { readonly message: Message; readonly span: Span }[]
  readonly fixes: readonly PlacedFix[]
  /** The ids of the broken relations that it reports. */
  readonly relations?: readonly string[]
}

export type PlacedFix = Omit<Fix, 'title' | 'args'> & { readonly title: Message }

/** Runs one rule; the edge passes one that survives a rule that throws and says which it was. */
export type Guard = (rule: Rule, run: () => readonly Finding[]) => readonly Finding[]
