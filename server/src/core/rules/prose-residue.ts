import { mayHold } from '../report/mayHold.ts'
import { shift } from '../text/span.ts'
import { sectionRule } from './rule.ts'

/** What word processors, converters and web editors leave behind. */
const leftOver =
  /\[(?:image|bookmark|图片|图像)[:：][^\]\r\n]{0,80}\](?!\()|"\s*\\[to]\s*"_blank"|\bHYPERLINK\s+"[^"\r\n]*"|\\\*\s*MERGEFORMAT|\bPAGEREF\s+_Toc\d+|_GoBack/g

/** What the official form says to its reader and a report does not repeat. */
const instruction = /该部分以表格形式报告[。；]?|表格如下[:：]|[（(]?此处填写[^）)\r\n]{0,20}[）)]?/g

const holdsLeftOver = mayHold(leftOver)
const holdsInstruction = mayHold(instruction)

export const proseResidue = sectionRule({
  code: 'prose-residue',
  severity: 'information',
  messages: {
    leftOver: { zh: '“{text}”是转换时留下的残迹。', en: '“{text}” was left behind by a converter.' },
    instruction: {
      zh: '“{text}”是格式文件里的说明，不是报告的内容。',
      en: '“{text}” is an instruction of the official form, not part of a report.',
    },
    remove: { zh: '删除“{text}”', en: 'Delete “{text}”' },
  },
  *check({ section, at }) {
    if (!holdsLeftOver(section) && !holdsInstruction(section)) return
    for (const block of section.blocks) {
      if (block.kind !== 'paragraph' && block.kind !== 'heading') continue
      const within = shift(block.span, at)
      const source = section.text.slice(block.span.start, block.span.end)
      for (const [message, pattern] of [
        ['leftOver', leftOver],
        ['instruction', instruction],
      ] as const)
        for (const match of source.matchAll(pattern)) {
          const start = within.start + match.index
          const span = { start, end: start + match[0].length }
          const args = { text: match[0] }
          yield {
            message,
            args,
            span,
            fixes: [{ title: 'remove' as const, args, edits: [{ span, text: '' }], effect: 'text' as const }],
          }
        }
    }
  },
})
