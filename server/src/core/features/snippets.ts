import type { Format, SectionFormat, TableFormat } from '../formats/format.ts'
import { reportSkeleton, sectionSkeleton, sectionTitle, tableSkeleton } from '../formats/skeleton.ts'
import { toSnippet, type Template } from '../formats/template.ts'
import { pinyinInitials } from './pinyin.ts'
import { unknownValues } from './values.ts'

/** An entry of a VS Code snippet file. */
export type Snippet = {
  readonly prefix: readonly string[]
  readonly body: readonly string[]
  readonly description: string
}

/**
 * The snippets for a list of forms, newest first: the whole report, each section and each table. Those of the newest
 * form have the plain prefixes; older forms carry their id.
 */
export function snippets(formats: readonly Format[]): Readonly<Record<string, Snippet>> {
  return Object.fromEntries(formats.flatMap((format, i) => ofFormat(format, i === 0 ? '' : format.id)))
}

function ofFormat(format: Format, mark: string): readonly (readonly [string, Snippet])[] {
  const whole: readonly [string, Snippet] = [
    `年报${mark}`,
    {
      prefix: [`年报${mark}`, `nianbao${mark}`],
      body: bodyOf(reportSkeleton(format)),
      description: `政府信息公开工作年度报告（${format.title.zh}，${format.basis}） / The whole report (${format.title.en})`,
    },
  ]
  const entry = (it: SectionFormat | TableFormat, title: string, template: Template): readonly [string, Snippet] => [
    `年报${mark}-${it.title}`,
    {
      prefix: [`年报${mark}-${it.title}`, `nianbao${mark}-${pinyinInitials(it.title)}`, `nianbao${mark}-${it.id}`],
      body: bodyOf(template),
      description: `${title}（${format.title.zh}） / ${it.english}`,
    },
  ]
  return [
    whole,
    ...format.sections.map((it) => entry(it, sectionTitle(it, format), sectionSkeleton(it, format))),
    ...format.tables.map((it) => entry(it, it.title, tableSkeleton(it))),
  ]
}

/** One string a line; the last line break would leave an empty line behind. */
const bodyOf = (template: Template): readonly string[] =>
  toSnippet(template, unknownValues).replace(/\n$/, '').split('\n')

/** The text of the snippet file, as it is committed. */
export const snippetFile = (formats: readonly Format[]): string => `${JSON.stringify(snippets(formats), null, 2)}\n`
