import { mayHold } from '../report/mayHold.ts'
import { shift } from '../text/span.ts'
import { sectionRule } from './rule.ts'

/** A document number whose year stands in other brackets than the hexagonal ones, or in brackets that do not match. */
const number =
  /(?<=\p{Script=Han}{2})\s?(\\?[[【（(〔])\s?((?:19|20)\d{2})\s?(\\?[\]】）)〕])\s?(?=第?\s?\d{1,4}\s?号)/gu

const holdsNumber = mayHold(number)

/** Legal source: the rules for official documents of 2012 want the year of a document number in 〔〕. */
export const documentNumber = sectionRule({
  code: 'document-number',
  severity: 'information',
  messages: {
    brackets: {
      zh: '发文字号的年份应当用六角括号：〔{year}〕。',
      en: 'The year of a document number stands in hexagonal brackets: 〔{year}〕.',
    },
    change: { zh: '改为〔{year}〕', en: 'Change to 〔{year}〕' },
  },
  *check({ section, at }) {
    if (!holdsNumber(section)) return
    for (const block of section.blocks) {
      if (block.kind !== 'paragraph' && block.kind !== 'heading') continue
      const within = shift(block.span, at)
      for (const match of section.text.slice(block.span.start, block.span.end).matchAll(number)) {
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
