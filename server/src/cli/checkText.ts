import { analyse, countRelations, type RelationCounts } from '../core/analyse.ts'
import { diagnostics, type PlainDiagnostic } from '../core/features/diagnostics.ts'
import { readDocument } from '../core/markdown/document.ts'
import { formats as official } from '../core/formats/index.ts'
import type { Format } from '../core/formats/format.ts'
import type { Settings } from '../core/settings.ts'

/** All that checking one text depends on; plain data, so that it can be sent to a worker. */
export type CheckRequest = {
  readonly text: string
  readonly uri: string
  readonly settings: Settings
  /** The official forms and the user's own; the official ones alone where not given. */
  readonly formats?: readonly Format[]
  /** The folder that holds the rules' pages, as a URL without a slash at its end. */
  readonly pages: string
}

export type CheckResult = {
  /** The form's id; null where the text is no report. */
  readonly format: string | null
  readonly diagnostics: readonly PlainDiagnostic[]
  readonly relations: RelationCounts
  /** Rules that threw. The others are not silenced by it. */
  readonly crashed: readonly string[]
}

/** Checks one text. Pure. */
export function checkText({ text, uri, settings, formats = official, pages }: CheckRequest): CheckResult {
  const crashed = new Set<string>()
  const analysis = analyse(readDocument(text), settings, {
    formats,
    guard: (rule, run) => {
      try {
        return run()
      } catch {
        crashed.add(rule.code)
        return []
      }
    },
  })
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
