import { sectionTitle } from '../formats/skeleton.ts'
import { contentOf } from '../report/content.ts'
import { reportRule } from './rule.ts'

/**
 * A section that the form wants in words must say something. A section with a table of its own is not looked at:
 * what it lacks is the table, which is reported under its own name. Legal source: 条例第五十条 and the form.
 */
export const sectionEmpty = reportRule({
  code: 'section-empty',
  severity: 'warning',
  reads: 'outline',
  messages: {
    empty: {
      zh: '“{title}”：应写明本节内容，此处只有标题。依据：{basis}',
      en: '“{title}” ({english}): should say something; there is only the title. Basis: {basis}',
    },
    none: {
      zh: '“{title}”：应写明具体情况，不能只写“{found}”。依据：{basis}',
      en: '“{title}” ({english}): should say what there is to say; a bare “{found}” will not do. Basis: {basis}',
    },
    short: {
      zh: '“{title}”：内容偏少，一般不少于 {minimum} 字，现有 {count} 字',
      en: '“{title}” ({english}): rather short; {minimum} characters or more are usual, found {count}',
    },
    unfilled: {
      zh: '“{title}”：还有 {count} 处“（请填写：…）”没有填写',
      en: '“{title}” ({english}): {count} requests 「（请填写：…）」 are still to be filled in',
    },
    request: { zh: '待填写：{request}', en: 'To be filled in: {request}' },
  },
  *check(report) {
    const { format, sections } = report
    for (const it of sections) {
      const { section, title } = it
      const content = contentOf(report, it)
      const args = { title: sectionTitle(section, format), english: section.english, basis: section.basis.join('、') }
      const [first, ...others] = content.requests
      if (first !== undefined) {
        yield {
          message: 'unfilled',
          args: { ...args, count: content.requests.length },
          span: first.span,
          related: others.map(({ span, text }) => ({ message: 'request', args: { request: text }, span })),
        }
        continue
      }
      if (content.other || format.tables.some((table) => table.section === section.id)) continue
      const { statement } = section
      const minimum = statement?.minimumCharacters ?? 1
      const [only] = content.lines
      if (only === undefined) yield { message: 'empty', args, span: title.content }
      else if (statement?.bareNoneAllowed === false && content.bareNone)
        yield { message: 'none', args: { ...args, found: only.text }, span: only.span }
      else if (content.characters < minimum && !content.bareNone)
        yield {
          message: 'short',
          args: { ...args, minimum, count: content.characters },
          span: title.content,
          severity: 'information',
        }
    }
  },
})
