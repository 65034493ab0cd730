import { brokenLists } from '../report/mentions/lists.ts'
import { compare } from '../report/mentions/compare.ts'
import { fieldsMentioned } from '../report/mentions/dependence.ts'
import { mentionsOf } from '../report/mentions/mentions.ts'
import { digits } from '../text/decimal.ts'
import { overlaps, shift } from '../text/span.ts'
import { sectionRule } from './rule.ts'

/** The items of a list in prose come to the total before it, where the list means to be complete. */
export const proseSumMismatch = sectionRule({
  code: 'prose-sum-mismatch',
  severity: 'information',
  reads: 'tables',
  fields: ({ report, section }) => fieldsMentioned(report, section),
  messages: {
    more: {
      zh: '各项之和（{formula}＝{sum}{unit}）比总数 {total}{unit} 多 {difference}。',
      en: 'The items ({formula} = {sum}{unit}) come to {difference} more than the total of {total}{unit}.',
    },
    less: {
      zh: '各项之和（{formula}＝{sum}{unit}）比总数 {total}{unit} 少 {difference}；如果没有列全，建议写明“等”或“主要”。',
      en: 'The items ({formula} = {sum}{unit}) come to {difference} less than the total of {total}{unit}; if not all are listed, it is better said with 等 or 主要.',
    },
    exceeds: {
      zh: '“其中”的一项是 {total}{unit}，比前一句各数之和（{formula}＝{sum}{unit}）还多 {difference}。',
      en: 'One of the items is {total}{unit}, {difference} more than all numbers of the sentence before ({formula} = {sum}{unit}).',
    },
    single: {
      zh: '“其中”的一项（{sum}{unit}）比总数 {total}{unit} 还多 {difference}。',
      en: 'One of the items ({sum}{unit}) is {difference} more than the total of {total}{unit}.',
    },
    item: { zh: '其中一项：{value}{unit}', en: 'One of the items: {value}{unit}' },
    number: { zh: '前一句的数：{value}{unit}', en: 'A number of the sentence before: {value}{unit}' },
    total: { zh: '总数改为 {sum}', en: 'Change the total to {sum}' },
  },
  *check({ section, at, report }) {
    const lists = brokenLists(section)
    if (lists.length === 0) return
    const { counts } = mentionsOf(report, section, at)
    for (const list of lists) {
      // A number that disagrees with its table is reported for that.
      const spans = [list.total, ...list.items].map(({ span }) => shift(span, at))
      const states = spans.map((span) => {
        const mention = counts.find((it) => overlaps(span, it.span))
        return mention === undefined ? undefined : compare(mention, report).state
      })
      // Items that agree with the tables are checked there: a list of them that falls short is not complete.
      const [whole, ...parts] = states
      const incomplete =
        list.kind !== 'behind' &&
        (whole === undefined
          ? parts.every((it) => it === 'agrees')
          : parts.includes('agrees') && list.sum.lt(list.total.value))
      if (list.kind === 'exceeds' && states.includes('agrees')) continue
      if (states.includes('differs') || incomplete || states.every((it) => it === 'agrees')) continue
      const { total, items, unit } = list
      const sum = digits(list.sum)
      yield {
        message:
          list.kind === 'exceeds' || list.kind === 'single' ? list.kind : list.sum.gt(total.value) ? 'more' : 'less',
        args: {
          formula: items.map((it) => digits(it.value)).join('＋'),
          sum,
          unit,
          total: digits(total.value),
          difference: digits(list.sum.minus(total.value).abs()),
        },
        ...(list.kind === 'including' && { severity: 'hint' as const }),
        span: shift(total.span, at),
        related: items.map((it) => ({
          message: list.kind === 'exceeds' ? ('number' as const) : ('item' as const),
          args: { value: digits(it.value), unit },
          span: shift(it.span, at),
        })),
        fixes:
          list.kind === 'exceeds' || list.kind === 'single'
            ? []
            : [
                {
                  title: 'total',
                  args: { sum },
                  edits: [{ span: shift(total.number, at), text: sum }],
                  effect: 'text',
                },
              ],
      }
    }
  },
})
