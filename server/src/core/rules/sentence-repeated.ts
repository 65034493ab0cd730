import { columnOf, tallyOf } from '../markdown/column.ts'
import type { Section } from '../markdown/document.ts'
import { passagesOf, sourceSpan, type Passage } from '../report/mentions/passages.ts'
import { sentencesOf } from '../report/mentions/sentences.ts'
import type { Report } from '../report/report.ts'
import { keep } from '../text/keep.ts'
import { shift, type Span } from '../text/span.ts'
import { reportRule, type Finding } from './rule.ts'

/** Shorter sentences may well be said twice. In characters, without blanks. */
const shortest = 40

/** Where so much of a document stands in it already, the rest need not be counted. */
const enough = 300

type Name = 'repeated' | 'run' | 'first' | 'remove' | 'removeAll'

/** Sentences that follow one another and have all been said before are one finding: they were pasted together. */
export const sentenceRepeated = reportRule<Name>({
  code: 'sentence-repeated',
  severity: 'information',
  messages: {
    repeated: { zh: '这一句与前文完全相同。', en: 'This sentence stands word for word further up.' },
    run: {
      zh: '从这一句起，连续 {count} 句与前文完全相同。',
      en: 'From here on, {count} sentences stand word for word further up.',
    },
    first: { zh: '第一次出现', en: 'The first time' },
    remove: { zh: '删除重复的一句', en: 'Delete the repetition' },
    removeAll: { zh: '删除重复的 {count} 句', en: 'Delete the {count} repeated sentences' },
  },
  *check(report) {
    if (tallyOf(report.document, textsOf).repeated.size === 0) return
    let run: Repeated[] = []
    let before: Repeated | undefined
    for (const sentence of repeatedIn(report)) {
      if (before !== undefined && !sentence.follows) {
        yield finding(run)
        run = []
      }
      run.push(sentence)
      before = sentence
    }
    if (run.length > 0) yield finding(run)
  },
})

/** A sentence that has been said before; `follows` where the sentence right before it has been, too. */
type Repeated = { readonly span: Span; readonly first: Span; readonly follows: boolean }

function* repeatedIn({ document }: Report): Generator<Repeated> {
  const { repeated } = tallyOf(document, textsOf)
  const seen = new Map<string, Span>()
  let found = 0
  let follows = false
  for (const [i, sentences] of columnOf(document, longSentences).entries())
    for (const { text, span } of sentences) {
      const first = repeated.has(text) ? seen.get(text) : undefined
      const place = shift(span, document.places.starts[i] ?? 0)
      if (first !== undefined) {
        yield { span: place, first, follows }
        if (++found === enough) return
      } else if (repeated.has(text)) seen.set(text, place)
      follows = first !== undefined
    }
}

function finding(run: readonly Repeated[]): Finding<Name> {
  const [start] = run
  const count = run.length
  return {
    message: count === 1 ? 'repeated' : 'run',
    args: { count: count === enough ? `${enough} 多` : count },
    span: start?.span ?? { start: 0, end: 0 },
    related: start === undefined ? [] : [{ message: 'first', span: start.first }],
    fixes: [
      {
        title: count === 1 ? 'remove' : 'removeAll',
        args: { count },
        edits: run.map(({ span }) => ({ span, text: '' })),
        effect: 'text',
      },
    ],
  }
}

type Sentence = { readonly text: string; readonly span: Span }

/** The sentences of a section that are long enough to be noticed. Offsets count from its start. */
const longSentences = keep((section: Section): readonly Sentence[] =>
  passagesOf(section).flatMap(({ at, value }) =>
    sentencesIn(value).map(({ text, span }) => ({ text, span: shift(span, at) })),
  ),
)

const sentencesIn = keep((passage: Passage): readonly Sentence[] =>
  sentencesOf(passage.text).flatMap(({ start, end }): readonly Sentence[] => {
    const text = passage.text.slice(start, end)
    if (text.length < shortest || !/\p{Script=Han}/u.test(text)) return []
    const stop = passage.text[end] === '。' ? end + 1 : end
    return [{ text, span: sourceSpan(passage, start, stop) }]
  }),
)

const textsOf = (section: Section): readonly string[] => longSentences(section).map(({ text }) => text)
