import type { Summary } from './summary.ts'

/** Another report, with where it is and how the user knows it. */
export type OtherReport = {
  readonly uri: string
  /** Its path as it is shown, relative where it can be. */
  readonly name: string
  readonly summary: Summary
}

/** Why a report that should be there cannot be compared with. */
export type Lack =
  /** Nothing lies where the path leads, or no file matches. */
  | 'no-file'
  /** The file is too large, or no text. */
  | 'unreadable'
  /** The file is no report. */
  | 'no-report'
  /** It is on another year, or it does not say on which. */
  | 'other-year'
  | 'no-year'
  /** There are several that fit equally well. */
  | 'several'
  /** A body that is named, or that had a report last year, has none this year. */
  | 'no-body'
  /** The path leads to the report itself. */
  | 'itself'

export type Lacking = {
  /** The entry or the body’s name. */
  readonly name: string
  readonly why: Lack
  /** The files in question, as they are shown. */
  readonly files: readonly string[]
  /** Of what was found instead. */
  readonly year?: number
}

/** The bodies below, as far as their reports are there. */
export type Children = {
  /** Whether the report’s own front matter names them, or the settings do. */
  readonly named: 'front-matter' | 'setting'
  /** In the order of their paths. */
  readonly bodies: readonly OtherReport[]
  readonly lacking: readonly Lacking[]
}

/**
 * The reports that a report must agree with. The same object as long as nothing about them changes, so that what is
 * worked out from it can be kept.
 */
export type Related = {
  /** Last year’s report of the same body. */
  readonly previous?: OtherReport
  /** Why there is none although the report names one, or several would do. */
  readonly noPrevious?: Lacking
  /** Next year’s. */
  readonly next?: OtherReport
  readonly children?: Children
}

/** A report that stands alone. */
export const unrelated: Related = {}
