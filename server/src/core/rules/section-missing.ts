import { sectionTitle } from '../formats/skeleton.ts'
import { sectionInsertion } from '../report/insertSection.ts'
import { strayTitles } from '../report/strayTitles.ts'
import type { Edit } from '../text/span.ts'
import { reportRule } from './rule.ts'

/** Every section that the form requires must be there. Legal source: 《政府信息公开条例》第五十条 and the form itself. */
export const sectionMissing = reportRule({
  code: 'section-missing',
  severity: 'error',
  reads: 'outline',
  messages: {
    before: {
      zh: '“{title}”：缺少这一节，应在“{place}”之前。依据：{basis}',
      en: '“{title}” ({english}): section missing; it belongs before “{place}”. Basis: {basis}',
    },
    after: {
      zh: '“{title}”：缺少这一节，应在“{place}”之后。依据：{basis}',
      en: '“{title}” ({english}): section missing; it belongs after “{place}”. Basis: {basis}',
    },
    alone: {
      zh: '“{title}”：缺少这一节。依据：{basis}',
      en: '“{title}” ({english}): section missing. Basis: {basis}',
    },
    insert: { zh: '插入“{title}”', en: 'Insert “{title}”' },
    insertAll: { zh: '插入缺少的全部 {count} 节', en: 'Insert all {count} missing sections' },
  },
  *check(report) {
    const { format, sections } = report
    const stray = new Set(strayTitles(report).map((it) => it.section))
    const missing = format.sections
      .filter((it) => it.required && !stray.has(it) && sections.every(({ section }) => section !== it))
      .map((section) => ({ section, ...sectionInsertion(report, section) }))
    const all = merge(missing.map(({ edit }) => edit))
    for (const { section, anchor, edit, before, after } of missing) {
      const title = sectionTitle(section, format)
      yield {
        message: before !== undefined ? 'before' : after !== undefined ? 'after' : 'alone',
        args: {
          title,
          english: section.english,
          place: (before ?? after)?.title.text ?? '',
          basis: section.basis.join('、'),
        },
        span: anchor,
        fixes: [
          { title: 'insert', args: { title }, edits: [edit], effect: 'text', preferred: true },
          ...(missing.length > 1
            ? [{ title: 'insertAll' as const, args: { count: missing.length }, edits: all, effect: 'text' as const }]
            : []),
        ],
      }
    }
  },
})

/** Insertions at one place become one, so that no editor can put them in another order. */
function merge(edits: readonly Edit[]): readonly Edit[] {
  const places = [...new Set(edits.map(({ span }) => span.start))]
  return places.map((start) => {
    const here = edits.filter(({ span }) => span.start === start)
    return { span: { start, end: start }, text: here.map(({ text }) => text).join('') }
  })
}
