import { blocksIn, placedSpan } from '../markdown/document.ts'
import { mayHold } from '../report/mayHold.ts'
import { reportRule } from './rule.ts'

/** A document number whose year stands in other brackets than the hexagonal ones, or in brackets that do not match. */
const number =
  /(?<=\p{Script=Han}{2})\s?(\\?[[【（(〔])\s?((?:19|20)\d{2})\s?(\\?[\]】）)〕])\s?(?=第?\s?\d{1,4}\s?号)/gu

const holdsNumber = mayHold(number)

/** Legal source: the rules for official documents of 2012 want the year of a document number in 〔〕. */
export const documentNumber = reportRule({
  code: 'document-number',
  severity: 'information',
  messages: {
    brackets: {
      zh: '发文字号的年份应当用六角括号：〔{year}〕。',
      en: 'The year of a document number stands in hexagonal brackets: 〔{year}〕.',
    },
    change: { zh: '改为〔{year}〕', en: 'Change to 〔{year}〕' },
  },
  *check({ document }) {
    const sections = document.sections.filter(({ value }) => holdsNumber(value))
    for (const placed of blocksIn({ sections })) {
      if (placed.value.kind !== 'paragraph' && placed.value.kind !== 'heading') continue
      const within = placedSpan(placed)
      for (const match of document.text.slice(within.start, within.end).matchAll(number)) {
        const [all, open, year = '', close] = match
        if (open === '〔' && close === '〕') continue
        const start = within.start + match.index
        const span = { start, end: start + all.length }
        yield {
          message: 'brackets',
          args: { year },
          span,
          fixes: [{ title: 'change', args: { year }, edits: [{ span, text: `〔${year}〕` }], effect: 'text' }],
        }
      }
    }
  },
})
