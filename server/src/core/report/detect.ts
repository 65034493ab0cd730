import type { Format } from '../formats/format.ts'
import type { Document } from '../markdown/document.ts'
import { message } from '../text/message.ts'
import { factsOf, type Facts } from './facts.ts'
import { readOptions } from './options.ts'
import type { Detection } from './report.ts'
import type { Title } from './title.ts'

/**
 * Which form a document is in, if it is a report at all. What the author says in front matter counts first, then the
 * setting (`auto`, `none` or a form's id), then what the document looks like.
 */
export function detect(
  document: Document,
  title: Title | undefined,
  formats: readonly Format[],
  setting: string,
): Detection | undefined {
  const own = readOptions(document.frontMatter).format
  for (const [id, source] of [
    [own, 'front-matter'],
    [setting, 'setting'],
  ] as const) {
    if (id === undefined || id === 'auto') continue
    if (id === 'none') return undefined
    const format = formats.find((it) => it.id === id)
    if (format !== undefined)
      return {
        format,
        source,
        reason: message(source === 'setting' ? texts.setting : texts.frontMatter, { format: id }),
      }
  }
  const ranked = formats
    .map((format) => ({ format, evidence: evidenceFor(document, format) }))
    .sort((a, b) => score(b.format, b.evidence, title) - score(a.format, a.evidence, title))
  const best = ranked[0]
  if (best === undefined || !isReport(best.format, best.evidence, title)) return undefined
  return { format: best.format, source: 'content', reason: reasonFor(best.format, best.evidence, title) }
}

type Evidence = { readonly sections: number; readonly tables: number; readonly fingerprints: number }

function evidenceFor(document: Document, format: Format): Evidence {
  const facts: readonly Facts[] = document.sections.map(({ value }) => factsOf(value, format))
  const sections = facts
    .flatMap((it) => it.sections)
    .filter((it) => it.match !== 'near' && it.ordinal?.style !== 'topic')
  return {
    sections: new Set(sections.map((it) => it.section.id)).size,
    tables: new Set(
      facts.flatMap((it) => it.tables.filter((table) => table.figures.size > 1).map((table) => table.table.id)),
    ).size,
    fingerprints: new Set(facts.flatMap((it) => it.fingerprints)).size,
  }
}

const inForce = ({ years }: Format, year: number): boolean => (years.from ?? year) <= year && year <= (years.to ?? year)

const score = (format: Format, { sections, tables, fingerprints }: Evidence, title: Title | undefined): number =>
  sections + 2 * tables + 2 * fingerprints + (title?.year !== undefined && inForce(format, title.year) ? 3 : 0)

/** A title alone makes a report that has just been begun. Without one it takes titles of sections and a table. */
function isReport(format: Format, { sections, tables, fingerprints }: Evidence, title: Title | undefined): boolean {
  if (title === undefined) return sections >= 3 && tables >= 1
  return title.year === undefined ? sections + tables > 0 : inForce(format, title.year) || fingerprints >= 2
}

function reasonFor(format: Format, evidence: Evidence, title: Title | undefined): Detection['reason'] {
  const { sections, tables } = evidence
  if (title?.year !== undefined && inForce(format, title.year))
    return message(texts.year, { year: title.year, basis: format.basis, sections, tables })
  return message(texts.content, { basis: format.basis, sections, tables })
}

const texts = {
  frontMatter: { zh: '文首 zwgk.format 指定为 {format}', en: 'front matter says zwgk.format: {format}' },
  setting: { zh: '设置 zwgk.format 指定为 {format}', en: 'the setting zwgk.format says {format}' },
  year: {
    zh: '标题年度为 {year} 年，适用 {basis}；识别出法定节标题 {sections} 个、统计表 {tables} 张',
    en: 'the title names {year}, for which {basis} is in force; {sections} statutory titles and {tables} tables found',
  },
  content: {
    zh: '识别出 {basis} 的法定节标题 {sections} 个、统计表 {tables} 张',
    en: '{sections} statutory titles and {tables} tables of {basis} found',
  },
}
