import { sectionTitle } from '../formats/skeleton.ts'
import { sectionMove } from '../report/moveSection.ts'
import type { ReportSection } from '../report/report.ts'
import { reportRule } from './rule.ts'

/** The sections stand in the order of the form. Legal source: the form. */
export const sectionOrder = reportRule({
  code: 'section-order',
  severity: 'warning',
  reads: 'outline',
  messages: {
    between: {
      zh: '“{title}”：顺序不对，应在“{previous}”之后、“{next}”之前。依据：{basis}',
      en: '“{title}” ({english}): out of order; it belongs between “{previous}” and “{next}”. Basis: {basis}',
    },
    before: {
      zh: '“{title}”：顺序不对，应在“{next}”之前。依据：{basis}',
      en: '“{title}” ({english}): out of order; it belongs before “{next}”. Basis: {basis}',
    },
    after: {
      zh: '“{title}”：顺序不对，应在“{previous}”之后。依据：{basis}',
      en: '“{title}” ({english}): out of order; it belongs after “{previous}”. Basis: {basis}',
    },
    follows: { zh: '应在“{previous}”这一节之后', en: 'It belongs after this section, “{previous}”' },
    precedes: { zh: '应在“{next}”这一节之前', en: 'It belongs before this section, “{next}”' },
    moveBefore: { zh: '把“{title}”移到“{next}”之前', en: 'Move “{title}” before “{next}”' },
    moveToEnd: { zh: '把“{title}”移到最后', en: 'Move “{title}” to the end' },
  },
  *check(report) {
    const { format, sections } = report
    if (format.freeOutline === true) return
    const rank = (it: ReportSection): number => format.sections.indexOf(it.section)
    const standing = longestRising(sections, rank)
    for (const section of sections) {
      if (standing.includes(section)) continue
      const previous = standing.findLast((it) => rank(it) < rank(section))
      const next = standing.find((it) => rank(it) > rank(section))
      const args = {
        title: sectionTitle(section.section, format),
        english: section.section.english,
        previous: previous?.title.text ?? '',
        next: next?.title.text ?? '',
        basis: format.basis,
      }
      const edits = sectionMove(report, section, next)
      const move = next === undefined ? 'moveToEnd' : 'moveBefore'
      yield {
        message: next === undefined ? 'after' : previous === undefined ? 'before' : 'between',
        args,
        span: section.title.content,
        related: [
          ...(previous === undefined ? [] : [{ message: 'follows' as const, args, span: previous.title.content }]),
          ...(next === undefined ? [] : [{ message: 'precedes' as const, args, span: next.title.content }]),
        ],
        fixes: edits === undefined ? [] : [{ title: move, args, edits, effect: 'text' }],
      }
    }
  },
})

/** The most sections that stand in order already, so that only those out of place are reported. */
function longestRising(
  sections: readonly ReportSection[],
  rank: (it: ReportSection) => number,
): readonly ReportSection[] {
  const ending: (readonly ReportSection[])[] = []
  for (const section of sections) {
    const before = ending
      .filter((run) => run.every((it) => rank(it) < rank(section)))
      .reduce((longest, run) => (run.length > longest.length ? run : longest), [])
    ending.push([...before, section])
  }
  return ending.reduce((longest, run) => (run.length > longest.length ? run : longest), [])
}
