import { readFileSync } from 'node:fs'
import type { Analysis } from '../../core/analyse.ts'
import type { Format } from '../../core/formats/format.ts'
import { assemble } from '../../core/related/assemble.ts'
import { choose, type Found } from '../../core/related/choose.ts'
import { bodyKey, headOf } from '../../core/related/head.ts'
import { unrelated, type OtherReport, type Related } from '../../core/related/related.ts'
import { summarise, type Summary } from '../../core/related/summary.ts'
import { concerns, wishesOf, type Own, type Wishes } from '../../core/related/wishes.ts'
import type { Report } from '../../core/report/report.ts'
import { waivedRelations } from '../../core/analyse.ts'
import type { Settings } from '../../core/settings.ts'
import { readSummary } from '../../core/summarise.ts'
import { decode } from '../decode.ts'
import { fileUri } from '../location.ts'
import { byBody, extend, type Area } from './area.ts'

/** Finds the reports that a report must agree with, and reads them. One for each thread. */
export type Finder = {
  relatedTo(path: string, report: Report): Related
  /** A report that has been read whole may be last year’s of another one; then it need not be read again. */
  remember(path: string, analysis: Analysis): void
}

/** So many summaries are kept: enough for the reports of some years to follow each other, however many there are. */
const mostKept = 512

export function finder(area: Area, settings: Settings, formats: readonly Format[]): Finder {
  const bodies = byBody(area)
  const summaries = new Map<string, Summary | undefined>()
  const keep = (path: string, summary: Summary | undefined): Summary | undefined => {
    const [oldest] = summaries.size >= mostKept ? summaries.keys() : []
    if (oldest !== undefined) summaries.delete(oldest)
    summaries.set(path, summary)
    return summary
  }
  const summaryAt = (path: string): Summary | undefined =>
    summaries.has(path) ? summaries.get(path) : keep(path, readFrom(path, settings, formats))
  const shown = (path: string): string => (path.startsWith(`${area.root}/`) ? path.slice(area.root.length + 1) : path)

  return {
    relatedTo(path, report) {
      const own: Own = { path, root: area.root, head: headOf(report) }
      // Of standard input nothing was known when the area was made.
      if (!area.files.has(path)) extend(area, own, settings.children)
      const wishes = wishesOf(own, settings.children)
      const files = new Map<string, Found>()
      const read = new Map<string, Summary>()
      for (const file of candidates(wishes, area, bodies)) {
        const found = area.files.get(file)
        if (found === undefined) continue
        const summary = typeof found !== 'string' && concerns(wishes, file, found) ? summaryAt(file) : undefined
        const isNone = typeof found !== 'string' && summary === undefined && concerns(wishes, file, found)
        files.set(file, isNone ? 'no-report' : found)
        if (summary !== undefined) read.set(file, summary)
      }
      const reportAt = (file: string): OtherReport | undefined => {
        const summary = read.get(file)
        return summary === undefined ? undefined : { uri: fileUri(file), name: shown(file), summary }
      }
      return assemble(choose(wishes, files, settings.children, shown), reportAt, unrelated)
    },
    remember(path, analysis) {
      const { report, document } = analysis
      const body = report?.title?.body
      if (report?.year === undefined || body === undefined || summaries.has(path)) return
      const next = report.year + 1
      const isAwaited = bodies.get(bodyKey(body))?.some((file) => {
        const found = area.files.get(file)
        return typeof found === 'object' && found.year === next
      })
      if (isAwaited === true) keep(path, summarise(report, document.lines, waivedRelations(analysis)))
    },
  }
}

/** The files that may be wanted: those of the body of the years around, those that are named, and all where bodies below are looked for. */
function candidates(
  { own, key, previous, children }: Wishes,
  { files }: Area,
  bodies: ReadonlyMap<string, readonly string[]>,
): Iterable<string> {
  if (children !== undefined) return files.keys()
  const { year } = own.head
  const isNextTo = (path: string): boolean => {
    const found = files.get(path)
    return typeof found === 'object' && year !== undefined && Math.abs((found.year ?? year) - year) === 1
  }
  const paths = new Set(key === undefined ? [] : bodies.get(key)?.filter(isNextTo))
  if (previous !== undefined) paths.add(previous.path)
  paths.delete(own.path)
  return paths
}

function readFrom(path: string, settings: Settings, formats: readonly Format[]): Summary | undefined {
  try {
    const { text } = decode(readFileSync(path), path)
    return text === undefined ? undefined : readSummary(text, settings, formats)
  } catch {
    return undefined
  }
}
