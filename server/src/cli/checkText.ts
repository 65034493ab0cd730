import { analyse, countRelations, type RelationCounts } from '../core/analyse.ts'
import { diagnostics, type PlainDiagnostic } from '../core/features/diagnostics.ts'
import { readDocument } from '../core/markdown/document.ts'
import type { Settings } from '../core/settings.ts'

/** All that checking one text depends on; plain data, so that it can be sent to a worker. */
export type CheckRequest = {
  readonly text: string
  readonly uri: string
  readonly settings: Settings
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

const noRelations: RelationCounts = { balanced: 0, broken: 0, unchecked: 0, waived: 0 }

/** Checks one text. Pure. */
export function checkText({ text, uri, settings, pages }: CheckRequest): CheckResult {
  const crashed = new Set<string>()
  const { report, problems } = analyse(readDocument(text), settings, (rule, run) => {
    try {
      return run()
    } catch {
      crashed.add(rule.code)
      return []
    }
  })
  return {
    format: report?.format.id ?? null,
    diagnostics: diagnostics(text, problems, {
      uri,
      locale: settings.language,
      rulePage: (code) => `${pages}/${code}.md`,
    }),
    relations: report === undefined ? noRelations : countRelations(report),
    crashed: [...crashed],
  }
}
