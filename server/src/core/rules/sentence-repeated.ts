import { sentencesOf } from '../report/mentions/sentences.ts'
import { passagesOf, sourceSpan } from '../report/mentions/passages.ts'
import { shift, type Span } from '../text/span.ts'
import { reportRule } from './rule.ts'

/** Shorter sentences may well be said twice. In characters, without blanks. */
const shortest = 40

export const sentenceRepeated = reportRule({
  code: 'sentence-repeated',
  severity: 'information',
  messages: {
    repeated: { zh: '这一句与前文完全相同。', en: 'This sentence stands word for word further up.' },
    first: { zh: '第一次出现', en: 'The first time' },
    remove: { zh: '删除重复的一句', en: 'Delete the repetition' },
  },
  *check({ document }) {
    const seen = new Map<string, Span>()
    for (const { at, value } of document.sections)
      for (const passage of passagesOf(value))
        for (const { start, end } of sentencesOf(passage.text)) {
          const sentence = passage.text.slice(start, end)
          if (sentence.length < shortest || !/\p{Script=Han}/u.test(sentence)) continue
          const stop = passage.text[end] === '。' ? end + 1 : end
          const span = shift(sourceSpan(passage, start, stop), at)
          const first = seen.get(sentence)
          if (first === undefined) {
            seen.set(sentence, span)
            continue
          }
          yield {
            message: 'repeated',
            span,
            related: [{ message: 'first', span: first }],
            fixes: [{ title: 'remove', edits: [{ span, text: '' }], effect: 'text' }],
          }
        }
  },
})
