import type { Format } from '../formats/format.ts'
import type { Document } from '../markdown/document.ts'
import { message } from '../text/message.ts'
import { declaredForm } from './declared.ts'
import { clearEvidence, gatherEvidence, inForce, weigh, type Evidence } from './evidence.ts'
import type { Detection } from './report.ts'
import type { Title } from './title.ts'

/**
 * Which form a document is in, if it is a report at all. What the author says in the document counts first, then the
 * setting, then what the document looks like. The setting is `auto`, `none`, or a form's id: that is the form of every
 * document that looks like a report, and of no other; only `id!` makes a report of whatever is read, as fragments of
 * reports are read on the pages of rules. `year` is that of the data.
 */
export function detect(
  document: Document,
  title: Title | undefined,
  year: number | undefined,
  formats: readonly Format[],
  setting: string,
): Detection | undefined {
  const declared = declaredForm(document)
  if (declared?.id === 'none') return undefined
  const own = formats.find((it) => it.id === declared?.id)
  if (declared !== undefined && own !== undefined) return named(own, declared.source)
  if (setting === 'none') return undefined
  const forced = formats.find((it) => `${it.id}!` === setting)
  if (forced !== undefined) return named(forced, 'setting')
  const best = (year === undefined ? undefined : clearEvidence(document, formats, year)) ?? strongest()
  if (best === undefined || !isReport(best, title, year)) return undefined
  const chosen = formats.find((it) => it.id === setting)
  if (chosen !== undefined) return named(chosen, 'setting')
  return { format: best.format, source: 'content', reason: reasonFor(best, title, year) }

  function strongest(): Evidence | undefined {
    const ranked = gatherEvidence(document, formats)
      .map((evidence) => ({ evidence, weight: weigh(evidence, year) }))
      .sort((a, b) => b.weight - a.weight)
    return ranked[0]?.evidence
  }
}

const named = (format: Format, source: Detection['source'] & keyof typeof texts): Detection => ({
  format,
  source,
  reason: message(texts[source], { format: format.id }),
})

/** A title alone makes a report that has just been begun. Without one it takes titles of sections and a table. */
function isReport(
  { format, sections, tables, fingerprints }: Evidence,
  title: Title | undefined,
  year: number | undefined,
): boolean {
  if (title === undefined) return sections >= 3 && tables >= 1
  return year === undefined ? sections + tables > 0 : inForce(format, year) || fingerprints.length >= 2
}

function reasonFor(evidence: Evidence, title: Title | undefined, year: number | undefined): Detection['reason'] {
  const { format, sections, tables, fingerprints } = evidence
  const args = { basis: format.basis, sections, tables }
  if (year === undefined) return message(texts.content, args)
  if (inForce(format, year)) return message(title?.year === year ? texts.year : texts.period, { ...args, year })
  const [example] = fingerprints
  return example === undefined ? message(texts.content, args) : message(texts.labels, { ...args, year, example })
}

const texts = {
  'front-matter': { zh: '文首 zwgk.format 指定为 {format}', en: 'front matter says zwgk.format: {format}' },
  comment: { zh: '注释 zwgk-format 指定为 {format}', en: 'a comment says zwgk-format: {format}' },
  setting: { zh: '设置 zwgk.format 指定为 {format}', en: 'the setting zwgk.format says {format}' },
  year: {
    zh: '标题年度为 {year} 年，适用 {basis}；识别出法定节标题 {sections} 个、统计表 {tables} 张',
    en: 'the title names {year}, for which {basis} is in force; {sections} statutory titles and {tables} tables found',
  },
  period: {
    zh: '统计期限为 {year} 年，适用 {basis}；识别出法定节标题 {sections} 个、统计表 {tables} 张',
    en: 'the figures are for {year}, for which {basis} is in force; {sections} statutory titles and {tables} tables found',
  },
  labels: {
    zh: '报告年度为 {year} 年，但表中用的是 {basis} 的栏目（如“{example}”）；识别出法定节标题 {sections} 个、统计表 {tables} 张',
    en: 'the report is on {year}, but its tables have the labels of {basis} (such as “{example}”); {sections} statutory titles and {tables} tables found',
  },
  content: {
    zh: '识别出 {basis} 的法定节标题 {sections} 个、统计表 {tables} 张',
    en: '{sections} statutory titles and {tables} tables of {basis} found',
  },
}
