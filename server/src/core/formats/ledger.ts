/**
 * How a table is made from a ledger (台账) in which each application is one row, as plain data. A word is found whatever
 * its width, spacing and punctuation; the labels and aliases of the table itself need not be repeated.
 */
export type LedgerFormat = {
  readonly table: string
  readonly block: string
  /** The rows for what came in this year, what came in before, and what is still open at the end of the year. */
  readonly received: string
  readonly carriedIn: string
  readonly carriedOut: string
  /** What stands over the columns of a ledger, the plainest first. */
  readonly headers: Readonly<Record<LedgerColumn, readonly string[]>>
  /** Words for kinds of applicants, by column of the table. */
  readonly applicants: Readonly<Record<string, readonly string[]>>
  /** Words for outcomes. Of `rows` the first that the form at hand has is meant. */
  readonly outcomes: readonly { readonly rows: readonly string[]; readonly words: readonly string[] }[]
  /** Words that say that an application is still being handled. */
  readonly pending: readonly string[]
}

export type LedgerColumn = 'applicant' | 'outcome' | 'received' | 'answered'
