import type { Text } from '../text/message.ts'
import type { LedgerFormat } from './ledger.ts'
import type { MentionsFormat } from './mention.ts'
import type { ParagraphFormat } from './paragraph.ts'

/**
 * What one official form requires, as plain data that survives JSON: no functions, no regular expressions.
 * It alone drives required sections, binding, relations, hover, completion, snippets and documentation.
 */
export type Format = {
  /** Short and stable; what front matter and settings name, such as `2021`. */
  readonly id: string
  readonly title: Text
  /** The document that sets the form, by its number. */
  readonly basis: string
  /** The regulation whose articles `basis` of the parts below refers to. */
  readonly law: Text
  /** Data years (not years of publication) for which the form is in force; both ends count. */
  readonly years: { readonly from?: number; readonly to?: number }
  /** Labels that stand in no other form; detection counts them. */
  readonly fingerprints: readonly string[]
  /** `{body}` and `{year}` stand for the body's name and the data year. */
  readonly reportTitle: string
  /** Paragraphs of the customary preamble, for snippets and new reports; `{body}` and `{year}` as above. */
  readonly preamble: readonly string[]
  readonly sections: readonly SectionFormat[]
  /**
   * The regulation names contents and not sections: sections may stand among others, in any order and under any
   * ordinal, and none of them is wanting as long as its content is there.
   */
  readonly freeOutline?: true
  /** What the regulation requires a report to say somewhere, whether or not it has a section of its own. */
  readonly contents: readonly ContentFormat[]
  readonly tables: readonly TableFormat[]
  readonly relations: readonly RelationFormat[]
  /** What of last year’s report, in this form or an earlier one, a new report takes over in words. */
  readonly succession?: SuccessionFormat
  /** How figures follow from last year’s report, be it in this form or an earlier one that has the same fields. */
  readonly yearly?: readonly YearlyFormat[]
  /** The figures of which a superior body reports the sums; without it no bodies are added up. */
  readonly rollUp?: RollUpFormat
  /** How prose speaks of the fields; without it prose is not compared with the tables. */
  readonly mentions?: MentionsFormat
  /** What can be written in prose from the tables. */
  readonly paragraphs?: readonly ParagraphFormat[]
  /** How a table can be made from a ledger of applications. */
  readonly ledger?: LedgerFormat
}

export type SuccessionFormat = {
  /** By section: the sections of earlier forms whose prose belongs there. One of the same id does so anyway. */
  readonly sections: Readonly<Record<string, readonly string[]>>
}

/**
 * A family of equations between two years, one for each row or column: a figure of this year is the sum of figures of
 * last year’s report and of others of this year’s.
 */
export type YearlyFormat = {
  readonly id: string
  /** `carry-over-mismatch`: what was left over begins the year; `stock-mismatch`: a stock grows and shrinks. */
  readonly rule: 'carry-over-mismatch' | 'stock-mismatch'
  /** Where the equation is milder than its rule; the rule’s own severity where absent. */
  readonly severity?: 'warning' | 'information' | 'hint'
  readonly title: Text
  readonly basis: string
  readonly table: string
  readonly block: string
  readonly each: 'row' | 'column'
  /** Restricts `each` to these ids; without it every row or column of the block. */
  readonly only?: readonly string[]
  readonly figure: TermFormat
  /** Of last year’s report, in the table of the same id. */
  readonly last: readonly TermFormat[]
  /** Of this year’s report. */
  readonly now: readonly TermFormat[]
  readonly explained: ExplanationFormat
}

/** How a report accounts in its own words for a difference from another report. All words without white space. */
export type ExplanationFormat = {
  /** What the sentence must speak of … */
  readonly about: readonly string[]
  /** … and what it must give as the reason. A remark within a cell need not name the former. */
  readonly because: readonly string[]
  /** The sentence that a fix puts below the table; `{difference}` and `{name}` stand for the number and its name. */
  readonly template: string
}

/** What a superior body’s tables have to do with those of the bodies below it. */
export type RollUpFormat = {
  /** Every figure of these tables is the sum over all bodies, the superior’s own office among them. */
  readonly tables: readonly string[]
  /** Figures that several bodies may count and that count once for all of them: fewer than the sum is then no mistake. */
  readonly shared: readonly { readonly table: string; readonly block: string; readonly reason: Text }[]
  readonly explained: ExplanationFormat
}

/** Says what is counted, where the law says so, and what is often done wrong. Shown on hover. */
export type Explained = {
  /** What is counted and what is not, in our own words. */
  readonly definition: Text
  /** Legal sources, such as `条例第二十条第（一）项`. Not empty. */
  readonly basis: readonly string[]
  readonly mistakes: readonly Text[]
  /** `inferred` where practice, not a text, is the source; the hover then says so. */
  readonly certainty?: 'inferred' | 'from-memory'
}

export type SectionFormat = Explained & {
  readonly id: string
  /** The official title without its ordinal. The ordinal follows from the order of the sections. */
  readonly title: string
  readonly english: string
  /** Other titles in use that are accepted without a finding. */
  readonly aliases: readonly string[]
  /** Titles that are recognised as this section but reported as near misses. */
  readonly nearMisses?: readonly string[]
  readonly required: boolean
  /** An annex: it bears no ordinal and stands outside the series of the sections. */
  readonly annex?: true
  readonly topics: readonly TopicFormat[]
  /** Whether the section must say something in prose: a bare 无 or nothing is then reported. */
  readonly statement?: { readonly bareNoneAllowed: boolean; readonly minimumCharacters: number }
  /** What a new section contains besides its tables; one string a paragraph. */
  readonly template: readonly string[]
}

/** A content within a section that may, but need not, have a heading of its own. */
export type TopicFormat = {
  readonly id: string
  readonly title: string
  readonly english: string
  readonly aliases: readonly string[]
  readonly required: boolean
  readonly definition: Text
  readonly basis: readonly string[]
  readonly template: readonly string[]
}

/**
 * A required content. It is there if the section or topic named is present with text of its own, or if one of the
 * phrases stands in the prose of the section named by `within` (without it: anywhere in the report).
 */
export type ContentFormat = {
  readonly id: string
  readonly title: string
  readonly english: string
  readonly definition: Text
  readonly basis: readonly string[]
  /** The id of a section or topic whose presence satisfies it. */
  readonly satisfiedBy?: string
  readonly within?: string
  /** Sections that its sentence may be put into, the best first; without it those named above, or else the last. */
  readonly home?: readonly string[]
  /** The regulation names it, but one who has nothing of the kind need not say so: its absence is no finding. */
  readonly recommended?: true
  /** Words as they stand in real reports, without white space; any one of them is enough. */
  readonly phrases: readonly string[]
  /** The sentence that a fix inserts; blanks as in section templates. */
  readonly template: string
}

export type TableFormat = Explained & {
  readonly id: string
  /** The section the table belongs to. */
  readonly section: string
  readonly title: string
  readonly english: string
  /** The note that the official form prints with the table. */
  readonly note?: string
  /** The table is often published as a file of its own: where it is absent nothing is said. */
  readonly optional?: true
  /** A table consists of one or more blocks, each with columns of its own. */
  readonly blocks: readonly BlockFormat[]
}

export type BlockFormat = {
  readonly id: string
  /** The line that the official form prints over the block, such as `第二十条第（一）项`. */
  readonly head?: string
  /** What stands in the corner over the row labels. */
  readonly corner: string
  /** Other texts that stand over label columns. */
  readonly cornerAliases: readonly string[]
  /** What stands over the column in which the form prints the unit of each row, where it has one. */
  readonly unitColumn?: string
  readonly columns: readonly ColumnFormat[]
  readonly rows: readonly RowFormat[]
  /** What the labels over several columns or before several rows mean; every label in `group` and `path` but rows' own. */
  readonly groups: readonly GroupFormat[]
}

/** A label that stands over several columns or before several rows and has no figures of its own. */
export type GroupFormat = Explained & {
  readonly label: string
  readonly english: string
  readonly aliases: readonly string[]
}

/** A non-negative integer, a non-negative decimal, or an integer of either sign. */
export type FigureKind = 'count' | 'decimal' | 'signed'

export type ColumnFormat = Explained & {
  readonly id: string
  readonly label: string
  readonly english: string
  readonly aliases: readonly string[]
  /** The label over several columns that this one stands under. */
  readonly group?: string
  readonly unit?: Text
  /** Units of which the cell must name one, where the form leaves the unit open. */
  readonly openUnits?: readonly string[]
  readonly kind?: FigureKind
}

export type RowFormat = Explained & {
  readonly id: string
  /** The row's own label with its ordinal, without the labels of the groups it stands in. */
  readonly label: string
  readonly english: string
  readonly aliases: readonly string[]
  /** The labels of the groups the row stands in, and of the rows it is a part of, outermost first. */
  readonly path: readonly string[]
  /** Some published versions of the form lack the row: where it is absent nothing is said, and its relations do not apply. */
  readonly optional?: true
  readonly unit?: Text
  readonly kind?: FigureKind
}

/**
 * A family of relations: one for each row or column named by `each`, or a single one.
 * Written once, it stands for 7, 25 … relations; `relationsOf` multiplies it out.
 */
export type RelationFormat = {
  readonly id: string
  /** The rule under which a broken one is reported. */
  readonly rule: 'total-mismatch' | 'balance-mismatch' | 'part-exceeds-whole'
  /** Where the relation is milder or stricter than its rule; the rule's own severity where absent. */
  readonly severity?: 'error' | 'warning' | 'information' | 'hint'
  readonly title: Text
  readonly basis: string
  readonly table: string
  readonly block: string
  readonly each: 'row' | 'column' | 'once'
  /** Restricts `each` to these ids; without it every row or column of the block. */
  readonly only?: readonly string[]
  readonly left: readonly TermFormat[]
  readonly operator: '=' | '<=' | '>='
  readonly right: readonly TermFormat[]
  /**
   * The single term that the others determine. `total`: it is by definition the sum, and recomputing may set it;
   * `balance`: it may be solved for, but only on explicit request.
   */
  readonly derived?: { readonly term: TermFormat; readonly as: 'total' | 'balance' }
  /** A relation whose figures are all zero does not apply (the body has no such power). */
  readonly notApplicableWhenZero?: boolean
  /**
   * Decimals in it may have been rounded one by one (万元, shares), so that half a unit of the last place written is
   * allowed for each. Without it the arithmetic is exact, as it must be wherever things are counted.
   */
  readonly tolerance?: 'rounding'
}

/**
 * Figures that enter a relation. The axis named by `each` is left out here. `a..b` is a range in the form's order.
 */
export type TermFormat = {
  readonly row?: string
  readonly column?: string
  /** 1 where not given. */
  readonly weight?: number
}
