import type { FrontMatter } from '../markdown/frontMatter.ts'

/** What an author says of a report in its front matter, under `zwgk`. All of it is optional. */
export type Options = {
  readonly format?: string
  readonly unit?: string
  readonly year?: number
  /** The path of last year’s report. */
  readonly previous?: string
  /** Paths, globs and names of the bodies whose reports this one adds up; an exclamation mark takes out again. */
  readonly children?: readonly string[]
}

/** Reads what can be read; a value of the wrong type is as if absent. */
export function readOptions(frontMatter: FrontMatter | undefined): Options {
  const own = field(frontMatter?.value, 'zwgk')
  const format = field(own, 'format')
  const unit = field(own, 'unit')
  const year = Number(field(own, 'year'))
  const previous = words(field(own, 'previous'))
  const children = field(own, 'children')
  return {
    ...(typeof format === 'string' || typeof format === 'number' ? { format: String(format) } : {}),
    ...(typeof unit === 'string' ? { unit } : {}),
    ...(Number.isInteger(year) && year > 1900 && year < 2200 ? { year } : {}),
    ...(previous === '' ? {} : { previous }),
    ...(children === undefined || children === null ? {} : { children: entries(children) }),
  }
}

/** A waiver as front matter has it: `{ rule: total-mismatch, reason: …, at: t3 }`. */
export type WaiverEntry = {
  readonly rules: readonly string[]
  readonly reason: string
  /** The place that it is about; the whole report where absent. */
  readonly at: string | undefined
  /** The keys and indexes that lead to it. */
  readonly path: readonly (string | number)[]
}

/** The entries of `zwgk.waive`, one or a list of them; `rule` too may be one slug or several. */
export function waiverEntries({ value }: FrontMatter): readonly WaiverEntry[] {
  const own = field(field(value, 'zwgk'), 'waive')
  const entries: readonly unknown[] = Array.isArray(own) ? own : own === undefined || own === null ? [] : [own]
  return entries.map((entry, i) => {
    const rule = typeof entry === 'string' ? entry : field(entry, 'rule')
    const at = words(field(entry, 'at'))
    return {
      rules: (Array.isArray(rule) ? rule : [rule]).flatMap((it) => (typeof it === 'string' ? [it] : [])),
      reason: words(field(entry, 'reason')),
      at: at === '' ? undefined : at,
      path: ['zwgk', 'waive', ...(Array.isArray(own) ? [i] : [])],
    }
  })
}

/** One entry or a list of them. */
const entries = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value : [value]).map(words).filter((it) => it !== '')

const words = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value).trim() : ''

const field = (of: unknown, name: string): unknown =>
  typeof of === 'object' && of !== null && Object.hasOwn(of, name) ? (of as Record<string, unknown>)[name] : undefined
