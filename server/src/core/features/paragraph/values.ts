import { fieldsOf } from '../../formats/field.ts'
import { fieldsNamed } from '../../formats/fieldNames.ts'
import type { Format } from '../../formats/format.ts'
import type { ParagraphFormat } from '../../formats/paragraph.ts'
import type { Report } from '../../report/report.ts'
import { sum } from '../../text/decimal.ts'
import { message, type Message, type Text } from '../../text/message.ts'
import type { FieldValue, Refusal } from './figures.ts'
import type { Value } from './fill.ts'

/** What a name of the template stands for, or why it stands for nothing now. */
export type Named =
  | { readonly kind: 'value'; readonly value: Value; readonly fields: readonly string[] }
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[]; readonly fields: readonly string[] }
  /** The template is wrong: nothing bears the name. */
  | { readonly kind: 'unknown'; readonly message: Message }

/** Names that stand for words and not for figures. */
const yearWords = ['年度', '年份', '年', 'year']
const bodyWords = ['机关', '机关名称', '单位', '单位名称', 'body']

/** Looks names up for one report; each is looked up once. */
export function nameReader(
  report: Report,
  paragraph: ParagraphFormat,
  read: (field: string) => FieldValue,
): (name: string) => Named {
  const known = new Map<string, Named>()
  const find = (name: string): Named => {
    if (yearWords.includes(name))
      return report.year === undefined
        ? { kind: 'unknown', message: message(texts.noYear) }
        : { kind: 'value', value: { words: String(report.year) }, fields: [] }
    if (bodyWords.includes(name)) return { kind: 'value', value: { words: report.title?.body ?? '本机关' }, fields: [] }
    const fields = fieldsFor(name, paragraph, report.format)
    if (fields === undefined) {
      const names = Object.keys(paragraph.names).join('、')
      return { kind: 'unknown', message: message(texts.unknown, { name, names }) }
    }
    const values = fields.map(read)
    const refusals = values.flatMap((it) => ('refusal' in it ? [it.refusal] : []))
    if (refusals.length > 0) return { kind: 'refused', refusals, fields }
    const figure = sum(values.flatMap((it) => ('value' in it ? [it.value] : [])))
    return { kind: 'value', value: { figure }, fields }
  }
  return (name) => {
    const found = known.get(name) ?? find(name)
    known.set(name, found)
    return found
  }
}

/** The fields that a name stands for in this form. */
export function fieldsFor(name: string, { names }: ParagraphFormat, format: Format): readonly string[] | undefined {
  const listed = Object.hasOwn(names, name) ? names[name] : undefined
  if (listed === undefined) return fieldsNamed(name, format)
  const fields = listed.filter((id) => fieldsOf(format).has(id))
  return fields.length === 0 ? undefined : fields
}

const texts = {
  noYear: {
    zh: '看不出是哪一年的报告：请在标题里写明年度',
    en: 'the year of the report is not known: write it in the title',
  },
  unknown: {
    zh: '段落模板：没有叫“{name}”的数。可以用：{names}，也可以用“行名·列名”，如 {行政复议·结果维持}',
    en: 'paragraph template: no figure is called “{name}”. There are {names}, and “row·column”, such as {行政复议·结果维持}',
  },
} satisfies Readonly<Record<string, Text>>
