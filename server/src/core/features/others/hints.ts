import type { Analysis } from '../../analyse.ts'
import { differs, compareYears, type YearlyOutcome } from '../../related/yearly.ts'
import { fieldsOf } from '../../formats/field.ts'
import { figureName } from '../../report/figureName.ts'
import { setFigure } from '../../report/setFigure.ts'
import { digits } from '../../text/decimal.ts'
import { inLocale, type Locale } from '../../text/message.ts'
import { shift } from '../../text/span.ts'
import type { InlayHint } from '../inlayHints.ts'

/**
 * What last year’s report says of a figure, behind it: where the two differ and the rule says so, where the figure is
 * still blank, and with `all` wherever there was something to carry over.
 */
export function lastYearHints(
  { report, related, problems }: Analysis,
  all: boolean,
  locale: Locale,
): readonly InlayHint[] {
  const { previous } = related
  if (report === undefined || previous === undefined) return []
  const said = new Set(problems.map(({ code }) => code))
  const isShown = (outcome: YearlyOutcome): boolean => {
    if (outcome.placed.figure.cell.missing === true) return false
    if (differs(outcome)) return said.has(outcome.equation.family.rule)
    const blank = outcome.actual === undefined && outcome.placed.figure.reading.state === 'blank'
    return (blank || all) && !outcome.expected.eq(0)
  }
  const year = String(previous.summary.head.year ?? '')
  return compareYears(report, previous)
    .filter(isShown)
    .map((outcome) => {
      const { placed, expected, last, now, actual } = outcome
      const value = digits(expected)
      const fields = fieldsOf(previous.summary.format)
      const from = last
        .map(({ field }) => fields.get(field))
        .flatMap((field) => (field === undefined ? [] : [figureName(field)]))
        .join('＋')
      // A stock is not what it was: it is worked out from what it was.
      const label =
        now.length === 0
          ? { zh: `上年 ${value}`, en: `last year ${value}` }
          : { zh: `推算 ${value}`, en: `so ${value}` }
      const tooltip =
        now.length === 0
          ? { zh: `${year}年报告“${from}”是 ${value}。`, en: `“${from}” in the report on ${year} is ${value}.` }
          : {
              zh: `由${year}年报告“${from}”和本年的数推算，应为 ${value}。`,
              en: `Worked out from “${from}” in the report on ${year} and this year’s figures: ${value}.`,
            }
      const accept = inLocale({ zh: '双击填入。', en: 'Double-click to fill it in.' }, locale)
      const edits = actual?.eq(expected) === true ? [] : setFigure(placed.figure, expected)
      return {
        offset: placed.figure.cell.span.end + placed.at,
        label: inLocale(label, locale),
        tooltip: [inLocale(tooltip, locale), ...(edits.length === 0 ? [] : [accept])].join('\n\n'),
        edits: edits.map((edit) => ({ ...edit, span: shift(edit.span, placed.at) })),
      }
    })
}
