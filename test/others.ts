import { buildReport } from '../server/src/core/report/buildReport.ts'
import { formats } from '../server/src/core/formats/index.ts'
import { readDocument } from '../server/src/core/markdown/document.ts'
import type { Lack, Lacking, OtherReport, Related } from '../server/src/core/related/related.ts'
import { summarise } from '../server/src/core/related/summary.ts'
import { linesOf } from '../server/src/core/text/lines.ts'
import { fail, type Other } from './fixture.ts'

/** The year of the data of an example that does not say one, and that of the report before it. */
const year = 2025

/** A report as another one sees it. Fragments name neither a body nor a year. */
export function otherReport(text: string, format: string, body: string, ofYear: number): OtherReport {
  const report = buildReport(readDocument(text), formats, `${format}!`) ?? fail(`no report of ${body}`)
  const summary = summarise(report, linesOf(text))
  const head = { ...summary.head, body: summary.head.body ?? body, year: summary.head.year ?? ofYear }
  return { uri: `file:///${encodeURIComponent(body)}.md`, name: `${body}.md`, summary: { ...summary, head } }
}

/** How a page names the report that a place lies in. */
export const otherName = (uri: string): string => decodeURIComponent(/([^/]*)\.md$/.exec(uri)?.[1] ?? uri)

/** What the blocks before an example say of other reports. */
export function relatedOf({
  others,
  lacking = '',
}: {
  readonly others: readonly Other[]
  readonly lacking?: string
}): Related {
  const reportOf = ({ text, format, name, kind }: Other): OtherReport =>
    otherReport(text, format, name, year + (kind === 'last' ? -1 : kind === 'next' ? 1 : 0))
  const [last] = others.filter(({ kind }) => kind === 'last')
  const [next] = others.filter(({ kind }) => kind === 'next')
  const bodies = others.filter(({ kind }) => kind === 'body')
  const lines = lacking.split('\n').flatMap((line) => (line === '' ? [] : [readLacking(line)]))
  const noPrevious = lines.find(({ of }) => of === 'last')?.it
  const below = lines.filter(({ of }) => of === 'body').map(({ it }) => it)
  return {
    ...(last === undefined ? {} : { previous: reportOf(last) }),
    ...(noPrevious === undefined ? {} : { noPrevious }),
    ...(next === undefined ? {} : { next: reportOf(next) }),
    ...(bodies.length + below.length === 0
      ? {}
      : { children: { named: 'front-matter', bodies: bodies.map(reportOf), lacking: below } }),
  }
}

/** `last | no-file | ../2024.md` or `body | other-year | 教育局.md | 2023`, the files of several behind commas. */
function readLacking(line: string): { readonly of: string; readonly it: Lacking } {
  const [of = '', why = '', name = '', more = ''] = line.split('|').map((it) => it.trim())
  const found = Number(more)
  return {
    of,
    it: {
      name,
      why: why as Lack,
      files: more === '' || found > 0 ? [] : more.split(/[,，]\s*/),
      ...(found > 0 ? { year: found } : {}),
    },
  }
}
