import type { Analysis } from '../../analyse.ts'
import { message, type Text } from '../../text/message.ts'
import { overlaps, type Span } from '../../text/span.ts'
import type { CodeAction } from '../codeActions.ts'
import { paragraphPlace, writeParagraph } from '../writeParagraph.ts'

/** Writes the paragraph of the topic that the span touches, or brings it up to date; nothing where it is so already. */
export function writing(analysis: Analysis, span: Span, template: string): readonly CodeAction[] {
  const place = paragraphPlace(analysis)
  if (place === undefined || !overlaps(place.whole, span)) return []
  const written = writeParagraph(analysis, template)
  if (written === undefined || written.edits.length === 0) return []
  const { edits, added, changed, refused } = written
  const text = added === 0 ? texts.renew : changed === 0 ? texts.write : texts.both
  const args = { topic: place.title.zh, english: place.title.en, changed, refused: refused.length }
  return [
    {
      title: message(refused.length === 0 ? text : partly(text), args),
      kind: 'refactor.rewrite.zwgk',
      edits,
      preferred: false,
      effect: 'text',
      problems: [],
    },
  ]
}

const texts = {
  write: { zh: '由表生成“{topic}”段落', en: 'Write the paragraph on {english} from the tables' },
  renew: {
    zh: '按表更新“{topic}”段落（改 {changed} 处）',
    en: 'Bring the paragraph on {english} up to date ({changed} change)',
  },
  both: {
    zh: '按表更新“{topic}”段落（改 {changed} 处，并补写缺的句子）',
    en: 'Bring the paragraph on {english} up to date ({changed} change; missing sentences are added)',
  },
} satisfies Readonly<Record<string, Text>>

/** What cannot be written is said before the action is chosen, not after. */
const partly = ({ zh, en }: Text): Text => ({
  zh: `${zh}；{refused} 个数不能用`,
  en: `${en}; {refused} figures cannot be used`,
})
