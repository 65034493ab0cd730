import type { Values } from '../formats/template.ts'
import type { Report } from '../report/report.ts'

/** What is filled in for a body or a year that is not known: it cannot be taken for one. */
export const unknownValues: Values = { body: '××机关', year: '20××' }

/** The body's name and the data year as far as the report says them. */
export const valuesOf = ({ title, year }: Report): Values => ({
  body: title?.body ?? unknownValues.body,
  year: year === undefined ? unknownValues.year : String(year),
})
