import type { Format } from '../formats/format.ts'
import { figureName } from '../report/figureName.ts'
import { compare, type Comparison } from '../report/mentions/compare.ts'
import { namesOf } from '../report/mentions/fieldNames.ts'
import { valueOfFields, type Mention } from '../report/mentions/mentions.ts'
import type { Report } from '../report/report.ts'
import { digits } from '../text/decimal.ts'
import { render, type Locale, type Message } from '../text/message.ts'
import { renderCard } from './hover/card.ts'
import { escapeMarkdown, escapeWritten } from './markup.ts'

/** What a figure in prose speaks of: the cells, what they come to, and whether the sentence agrees. */
export function mentionCard(mention: Mention, report: Report, format: Format, locale: Locale): string {
  const { fields, figures, item } = mention
  const [first] = fields
  const sum = valueOfFields(report, item.fields)
  const cells = figures
    .filter(({ figure }) => figures.length === 1 || figure.reading.state !== 'zero')
    .map(({ figure }) => `- ${escapeMarkdown(figureName(figure.field))} **${escapeWritten(figure.cell.text)}**`)
  const total = {
    text: { zh: '合计 {sum}', en: 'Together {sum}' },
    args: { sum: sum === undefined ? '' : digits(sum) },
  }
  const english =
    fields.length === 1 && first !== undefined ? `${first.row.english} · ${first.column.english}` : undefined
  return renderCard(
    {
      name: { zh: namesOf(fields), en: english ?? namesOf(fields) },
      place: first === undefined ? [] : [first.table.title],
      unit: first?.unit,
      explained: fields.length === 1 && first !== undefined ? [first.row, first.column] : [],
      details: [say(outcome(compare(mention, report)), locale)],
      arithmetic: [cells.join('\n'), ...(figures.length > 1 && sum !== undefined ? [say(total, locale)] : [])],
    },
    format,
    locale,
  )
}

const say = (message: Message, locale: Locale): string => escapeMarkdown(render(message, locale))

function outcome(result: Comparison): Message {
  switch (result.state) {
    case 'agrees':
      return { text: { zh: '正文与表一致。', en: 'The text agrees with the table.' } }
    case 'unknown':
      return {
        text: {
          zh: '口径不同或者表中读不出数，没有比较。',
          en: 'Not compared: it counts something else, or the table cannot be read.',
        },
      }
    case 'unsaid':
      return {
        text: {
          zh: '正文写 {written}，表中 {expected}；{written} 等于{reading}。',
          en: 'The text says {written}, the table {expected}; {written} is {reading}.',
        },
        args: { written: digits(result.written), expected: digits(result.expected), reading: result.reading.zh },
      }
    case 'scope':
    case 'differs':
      return {
        text: {
          zh: '正文写 {written}，表中 {expected}，不一致。',
          en: 'The text says {written}, the table {expected}: they disagree.',
        },
        args: { written: digits(result.written), expected: digits(result.expected) },
      }
  }
}
