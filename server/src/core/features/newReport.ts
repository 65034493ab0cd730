import type { Format } from '../formats/format.ts'
import { formats } from '../formats/index.ts'
import { reportSkeleton } from '../formats/skeleton.ts'
import { toText } from '../formats/template.ts'

export type NewReport = { readonly format?: string; readonly body: string; readonly year: number }

/**
 * A whole report to be filled in: title, preamble, sections, tables of zeros. `year` is the year of the data. Without
 * a form, or with one that is not known, the form in force in that year is taken, and the newest where there is none.
 */
export function newReport({ format, body, year }: NewReport): string {
  const chosen = formats.find((it) => it.id === format) ?? formats.find((it) => inForce(it, year)) ?? formats[0]
  return chosen === undefined ? '' : toText(reportSkeleton(chosen), { body: oneLine(body), year: String(year) })
}

const inForce = ({ years }: Format, year: number): boolean => (years.from ?? year) <= year && year <= (years.to ?? year)

/** The name stands in the title, which is one line. */
const oneLine = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ').trim()
