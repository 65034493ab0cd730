import type { FrontMatter } from '../markdown/frontMatter.ts'

/** What an author says of a report in its front matter, under `zwgk`. All of it is optional. */
export type Options = { readonly format?: string; readonly unit?: string; readonly year?: number }

/** Reads what can be read; a value of the wrong type is as if absent. */
export function readOptions(frontMatter: FrontMatter | undefined): Options {
  const own = field(frontMatter?.value, 'zwgk')
  const format = field(own, 'format')
  const unit = field(own, 'unit')
  const year = Number(field(own, 'year'))
  return {
    ...(typeof format === 'string' || typeof format === 'number' ? { format: String(format) } : {}),
    ...(typeof unit === 'string' ? { unit } : {}),
    ...(Number.isInteger(year) && year > 1900 && year < 2200 ? { year } : {}),
  }
}

const field = (of: unknown, name: string): unknown =>
  typeof of === 'object' && of !== null && Object.hasOwn(of, name) ? (of as Record<string, unknown>)[name] : undefined
