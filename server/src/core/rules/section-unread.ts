import { shift } from '../text/span.ts'
import { sectionRule } from './rule.ts'

/** What would take too long to read at a key is left unread, and that is said: nobody may take silence for approval. */
export const sectionUnread = sectionRule({
  code: 'section-unread',
  severity: 'information',
  messages: {
    nested: {
      zh: '不可核：从这一行起的 HTML 标签层层嵌套，超出了能读的限度，这一处没有检查。请改用普通表格。',
      en: 'Not checked: from this line on tags of HTML are nested deeper than can be read. An ordinary table will do.',
    },
  },
  *check({ section, at }) {
    for (const { at: from, value } of section.pieces) {
      if (value.unread !== true) continue
      const length = /^[^\r\n]{0,80}/.exec(value.text)?.[0].length ?? 0
      yield { message: 'nested', span: shift({ start: from, end: from + length }, at) }
    }
  },
})
