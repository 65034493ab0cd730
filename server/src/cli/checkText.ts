import { analyse, countRelations, type RelationCounts } from '../core/analyse.ts'
import { diagnostics, type PlainDiagnostic } from '../core/features/diagnostics.ts'
import { readDocument } from '../core/markdown/document.ts'
import { formats as official } from '../core/formats/index.ts'
import type { Format } from '../core/formats/format.ts'
import type { Report } from '../core/report/report.ts'
import type { Settings } from '../core/settings.ts'
import { pathOf } from './related/area.ts'
import type { Finder } from './related/find.ts'

/** All that checking one text depends on. */
export type CheckRequest = {
  readonly text: string
  readonly uri: string
  readonly settings: Settings
  /** The official forms and the user's own; the official ones alone where not given. */
  readonly formats?: readonly Format[]
  /** The folder that holds the rules' pages, as a URL without a slash at its end. */
  readonly pages: string
  /** Finds the reports that this one, in that file, must agree with; it stands alone where there is no such thing. */
  readonly others?: Finder
  readonly file?: string
}

export type CheckResult = {
  /** The form's id; null where the text is no report. */
  readonly format: string | null
  readonly diagnostics: readonly PlainDiagnostic[]
  readonly relations: RelationCounts
  /** Rules that threw. The others are not silenced by it. */
  readonly crashed: readonly string[]
}

/** Checks one text. Pure, but for what the finder reads. */
export function checkText({
  text,
  uri,
  settings,
  formats = official,
  pages,
  others,
  file = '',
}: CheckRequest): CheckResult {
  const crashed = new Set<string>()
  const analysis = analyse(readDocument(text), settings, {
    formats,
    ...(others && { related: (report: Report) => others.relatedTo(pathOf(file), report) }),
    guard: (rule, run) => {
      try {
        return run()
      } catch {
        crashed.add(rule.code)
        return []
      }
    },
  })
  others?.remember(pathOf(file), analysis)
  return {
    format: analysis.report?.format.id ?? null,
    diagnostics: diagnostics(text, analysis.problems, {
      uri,
      locale: settings.language,
      rulePage: (code) => `${pages}/${code}.md`,
    }),
    relations: countRelations(analysis),
    crashed: [...crashed],
  }
}
