import { fieldsOf, type Field } from '../formats/field.ts'
import { relationsOf } from '../formats/relation.ts'
import type { Format } from '../formats/format.ts'
import { findFigure, valueIn } from '../related/values.ts'
import { sameFigure } from '../related/yearly.ts'
import { figureName } from '../report/figureName.ts'
import { decimal, digits } from '../text/decimal.ts'
import { relatedRule } from './rule.ts'
import { placedSpan, placeOf, yearOf } from './shared/otherReports.ts'

/** By how much of last year’s figure this year’s has to differ, and by how much in all, to be worth a second look. */
const share = decimal('0.8')
const least = 20

/**
 * A figure that is far from last year’s. Nothing requires them to be alike; a slip of a digit shows so, and so does a
 * good year. It runs only where it is asked for.
 */
export const swingLarge = relatedRule({
  code: 'swing-large',
  severity: 'hint',
  onRequest: true,
  whenTyping: 'wait',
  messages: {
    grown: {
      zh: '{figure}：{year}年 {last}，本年 {actual}，增加 {percent}%，请核对。',
      en: '{figure}: {last} in {year}, {actual} this year, up {percent} %; please check.',
    },
    fallen: {
      zh: '{figure}：{year}年 {last}，本年 {actual}，减少 {percent}%，请核对。',
      en: '{figure}: {last} in {year}, {actual} this year, down {percent} %; please check.',
    },
    last: { zh: '{year}年报告：{figure}实填 {last}', en: 'Report on {year}: {figure} is {last}' },
  },
  *check({ report, related: { previous } }) {
    if (previous === undefined) return
    const { format } = report
    for (const field of fieldsOf(format).values()) {
      if (isPart(format, field)) continue
      const before = sameFigure(format, field.id, previous.summary)
      const actual = valueIn(report, field.id)
      const placed = findFigure(report, field.id)
      if (before?.value === undefined || actual === undefined || placed === undefined || before.value.lte(0)) continue
      const by = actual.minus(before.value)
      if (by.abs().lt(least) || by.abs().lte(before.value.times(share))) continue
      const args = {
        figure: figureName(field),
        year: yearOf(previous),
        last: digits(before.value),
        actual: digits(actual),
        percent: by.abs().times(100).div(before.value).toFixed(0),
      }
      const span = placedSpan(placed)
      yield {
        message: by.gt(0) ? 'grown' : 'fallen',
        args,
        span,
        related: [{ message: 'last', args, span, elsewhere: placeOf(previous, before) }],
      }
    }
  },
})

const kept = new WeakMap<Format, ReadonlySet<string>>()

/** Whether the field is summed up into a total beside it, which speaks for it. */
function isPart(format: Format, { id }: Field): boolean {
  const parts =
    kept.get(format) ??
    new Set(
      relationsOf(format)
        .filter(({ family, derived }) => family.each === 'row' && derived?.as === 'total')
        .flatMap(({ left, right, derived }) =>
          [...left, ...right].map((it) => it.field).filter((it) => it !== derived?.field),
        ),
    )
  kept.set(format, parts)
  return parts.has(id)
}
