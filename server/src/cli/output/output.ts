import type { Locale } from '../../core/text/message.ts'
import type { CheckResult } from '../checkText.ts'
import type { Totals } from '../totals.ts'

/** A file that has been checked, with what an output may want to show of it. */
export type CheckedFile = {
  /** As the user named it. */
  readonly path: string
  /** Absolute. */
  readonly file: string
  readonly text: string
  readonly result: CheckResult
}

/** An output format writes each file as soon as it is checked, so that no more than one is held in memory. */
export type Output = {
  readonly head: string
  /** `index` counts from 0. */
  file(checked: CheckedFile, index: number): string
  foot(totals: Totals, exitCode: number): string
}

export type OutputContext = {
  readonly cwd: string
  readonly locale: Locale
  readonly version: () => string
  /** The Markdown of a rule's page, where it is at hand. */
  readonly page: (code: string) => string | undefined
  /** A URL of it, at hand or not. */
  readonly pageUrl: (code: string) => string
  /** Columns of the terminal, or of what a line should be cut to elsewhere. */
  readonly columns: number
  readonly coloured: boolean
}
