import { mayHold } from '../report/mayHold.ts'
import { passagesOf, sourceSpan } from '../report/mentions/passages.ts'
import { shift } from '../text/span.ts'
import { sectionRule } from './rule.ts'

/** 202020年: a year that was typed twice, or of which a digit is missing. */
const wrong = /(?<!\d)20\d{3,5}年/g

/** The first two digits were typed twice: there is no doubt which year is meant. */
const twice = /^20(20\d\d年)$/

const mayBeWrong = mayHold(/[2２][0０][\d０-９]{3,5}\s*年/)

export const yearMalformed = sectionRule({
  code: 'year-malformed',
  severity: 'warning',
  messages: {
    digits: { zh: '年份“{written}”多了数字。', en: 'The year {written} has digits too many.' },
    set: { zh: '改为“{expected}”', en: 'Change to {expected}' },
  },
  *check({ section, at }) {
    if (!mayBeWrong(section)) return
    for (const { at: from, value } of passagesOf(section)) {
      if (value.heading) continue
      for (const { 0: written, index } of value.text.matchAll(wrong)) {
        const span = shift(sourceSpan(value, index, index + written.length), at + from)
        const expected = twice.exec(written)?.[1]
        const args = { written, expected: expected ?? '' }
        yield {
          message: 'digits',
          args,
          span,
          fixes:
            expected === undefined ? [] : [{ title: 'set', args, edits: [{ span, text: expected }], effect: 'text' }],
        }
      }
    }
  },
})
