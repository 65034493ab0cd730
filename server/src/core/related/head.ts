import { readDocument, type Document } from '../markdown/document.ts'
import { declaredForm } from '../report/declared.ts'
import { readOptions } from '../report/options.ts'
import { periodYear } from '../report/period.ts'
import type { Report } from '../report/report.ts'
import { readTitle } from '../report/title.ts'
import { copyOf } from '../text/copyOf.ts'
import { fold } from '../text/label.ts'

/** Whose report a document is, of which year, and which others it names: all that it takes to tell relatives. */
export type Head = {
  /** The body’s name as written; undefined where neither title nor front matter has one. */
  readonly body: string | undefined
  /** Of the data. */
  readonly year: number | undefined
  readonly previous?: string
  readonly children?: readonly string[]
}

/** How much of a file is looked at. The title is among the first lines, the period of statistics in the preamble. */
const looked = 6000

/** Words without which a document is no report, whatever blanks and marks a converter left between them. */
const telling = /信[\s*_~`\\\u200b-\u200f]*息[\s*_~`\\\u200b-\u200f]*公[\s*_~`\\\u200b-\u200f]*开|zwgk/

/**
 * Reads the head of a file without reading the rest. Undefined where it cannot be a report, which is told by one look
 * at the text, or where it is silenced. A head says nothing yet of whether it is a report.
 */
export function readHead(text: string): Head | undefined {
  const start = text.slice(0, looked)
  if (!telling.test(start)) return undefined
  const document = readDocument(start)
  return declaredForm(document)?.id === 'none' ? undefined : headIn(document, readTitle(document)?.body, undefined)
}

/** The same of a report that has been read. */
export const headOf = ({ document, title, year }: Report): Head => headIn(document, title?.body, year)

function headIn(document: Document, titled: string | undefined, known: number | undefined): Head {
  const { unit, year, previous, children } = readOptions(document.frontMatter)
  const body = unit ?? titled
  return {
    // A head outlives the text that it was read from.
    body: body === undefined ? undefined : copyOf(body),
    year: known ?? year ?? readTitle(document)?.year ?? periodYear(document),
    ...(previous === undefined ? {} : { previous: copyOf(previous) }),
    ...(children === undefined ? {} : { children: children.map(copyOf) }),
  }
}

/**
 * A body’s name as it is compared: without blanks, in any width. What stands in brackets counts: 县人民政府（本级）is not the
 * same body as 县人民政府.
 */
export const bodyKey = (name: string): string => fold(name)
