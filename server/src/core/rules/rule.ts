import type { Format } from '../formats/format.ts'
import type { Section } from '../markdown/document.ts'
import type { Reconciliation } from '../reconcile/reconcile.ts'
import type { Report } from '../report/report.ts'
import type { BoundTable } from '../report/table.ts'
import type { Waiver, WaivedRule } from '../report/waivers.ts'
import type { Args, Text } from '../text/message.ts'
import type { Edit, Span } from '../text/span.ts'

export type Severity = 'error' | 'warning' | 'information' | 'hint'

/**
 * What applying a fix does: `form` only normalises how something is written, so that it may run unasked with all
 * others of its kind; `text` adds or changes words; `figure` changes a figure's meaning and wants confirmation.
 */
export type Effect = 'form' | 'text' | 'figure'

export type Fix<Name extends string = string> = {
  /** Names one of the rule's messages. */
  readonly title: Name
  readonly args?: Args
  /** They do not overlap; line ends are `\n` and become the document's own when placed. */
  readonly edits: readonly Edit[]
  readonly effect: Effect
  /** Whether it is the one repair that everything speaks for. */
  readonly preferred?: true
}

export type Related<Name extends string = string> = {
  readonly message: Name
  readonly args?: Args
  readonly span: Span
}

/** What a rule reports. `message` names one of the rule's messages; offsets count from the unit's own section. */
export type Finding<Name extends string = string> = {
  readonly message: Name
  readonly args?: Args
  readonly span: Span
  /** Milder than the rule's own severity, where the case is plain. */
  readonly severity?: Severity
  /** The ids of the broken relations that it reports; where the finding is waived, so are they. */
  readonly relations?: readonly string[]
  readonly related?: readonly Related<Name>[]
  readonly fixes?: readonly Fix<Name>[]
}

/** What stands between two headings, with the report around it. Findings count offsets from the document's start. */
export type SectionUnit = { readonly section: Section; readonly at: number; readonly report: Report }

/** A statistics table with its arithmetic: the unit that most rules see. */
export type TableUnit = { readonly table: BoundTable; readonly format: Format; readonly reconciliation: Reconciliation }

/**
 * What became of a rule that a waiver names: it kept findings back or had none to keep back; there is no such rule; it
 * is one about waivers, which nothing waives; it is switched off; or the waiver gives no reason and counts for nothing.
 */
export type WaiverUse = WaivedRule & {
  readonly state: 'used' | 'unused' | 'unknown' | 'unwaivable' | 'off' | 'unreasoned'
}

export type AppliedWaiver = Omit<Waiver, 'rules'> & { readonly rules: readonly WaiverUse[] }

/** The waivers of a report after they have been applied to what the other rules found. */
export type WaiverUnit = {
  readonly report: Report
  readonly waivers: readonly AppliedWaiver[]
  /** The slugs of the rules that can be waived. */
  readonly codes: readonly string[]
}

type Units = {
  readonly table: TableUnit
  readonly section: SectionUnit
  readonly report: Report
  readonly waivers: WaiverUnit
}

type Definition<Scope extends keyof Units, Name extends string> = {
  /** The slug: also the name of the rule's file, its page and its setting. */
  readonly code: string
  readonly severity: Severity
  /** The unit the rule sees. Findings on a table are kept as long as the table is, so they may depend on nothing else. */
  readonly scope: Scope
  /**
   * What the findings depend on besides their unit's own words, so that not every key asks again. Of a rule on the
   * report: `outline` for titles, ordinals and what is or is not there, `tables` for these and the tables, and anything
   * where it is left out. Of a rule on sections: `tables`, or nothing.
   */
  readonly reads?: Scope extends 'report' ? 'outline' | 'tables' : Scope extends 'section' ? 'tables' : never
  /** Of a rule on sections that reads tables: what else of the report it depends on, in a word; few do. */
  readonly context?: Scope extends 'section' ? (report: Report) => string : never
  /**
   * New findings on a row wait while the row is being typed: half a figure breaks every sum it stands in. Only the
   * editor waits, and only briefly.
   */
  readonly whenTyping?: 'wait'
  /** A finding speaks of a whole table though it shows on one of its cells; a waiver of it is one of the table. */
  readonly speaksOf?: 'table'
  readonly messages: Readonly<Record<Name, Text>>
  /** Pure: the same unit always gives the same findings. */
  check(unit: Units[Scope]): Iterable<Finding<NoInfer<Name>>>
}

export type TableRule = Definition<'table', string>
export type SectionRule = Definition<'section', string>
export type ReportRule = Definition<'report', string>
export type WaiverRule = Definition<'waivers', string>
export type Rule = TableRule | SectionRule | ReportRule | WaiverRule

/** A rule that looks at one table at a time. The compiler checks that each finding names a message of the rule. */
export const tableRule = <Name extends string>(rule: Omit<Definition<'table', Name>, 'scope'>): Rule => ({
  ...rule,
  scope: 'table',
})

/** A rule that looks at the words between two headings, one such section at a time. */
export const sectionRule = <Name extends string>(rule: Omit<Definition<'section', Name>, 'scope'>): Rule => ({
  ...rule,
  scope: 'section',
})

/** A rule that looks at the report as a whole. */
export const reportRule = <Name extends string>(rule: Omit<Definition<'report', Name>, 'scope'>): Rule => ({
  ...rule,
  scope: 'report',
})

/** A rule about waivers themselves. It runs after all others and cannot be waived. */
export const waiverRule = <Name extends string>(rule: Omit<Definition<'waivers', Name>, 'scope'>): Rule => ({
  ...rule,
  scope: 'waivers',
})
