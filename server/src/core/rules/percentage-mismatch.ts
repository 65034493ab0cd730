import { quotable } from '../report/figureName.ts'
import { mayHold } from '../report/mayHold.ts'
import { valueOfFields } from '../report/mentions/mentions.ts'
import { wrongShares } from '../report/mentions/shares.ts'
import { digits } from '../text/decimal.ts'
import { shift } from '../text/span.ts'
import { sectionRule } from './rule.ts'

const holdsShare = mayHold(/[%％﹪]/)

/** A share follows from its counts at the precision written; rounding and cutting off are both right. */
export const percentageMismatch = sectionRule({
  code: 'percentage-mismatch',
  severity: 'information',
  reads: 'tables',
  messages: {
    share: {
      zh: '“{clause}”：{count}÷{whole}＝{expected}%，写的是 {written}%。',
      en: '“{clause}”: {count} ÷ {whole} = {expected}%, but {written}% is written.',
    },
    change: { zh: '改为 {expected}%', en: 'Change to {expected}%' },
  },
  *check({ section, at, report }) {
    if (!holdsShare(section)) return
    const wholes = (report.format.mentions?.shareWholes ?? []).flatMap((fields) => valueOfFields(report, fields) ?? [])
    for (const { clause, count, whole, written, expected, span, number } of wrongShares(section, wholes)) {
      const args = {
        clause: quotable(clause),
        count: digits(count),
        whole: digits(whole),
        written: digits(written),
        expected,
      }
      yield {
        message: 'share',
        args,
        span: shift(span, at),
        fixes: [{ title: 'change', args, edits: [{ span: shift(number, at), text: expected }], effect: 'text' }],
      }
    }
  },
})
