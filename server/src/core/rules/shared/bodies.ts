import type { Field } from '../../formats/field.ts'
import type { OtherReport, Children } from '../../related/related.ts'
import { partsOf, type Part, type RollUpOutcome } from '../../related/rollUp.ts'
import type { Differing } from '../../related/rollUpCauses.ts'
import type { Place } from '../../related/summary.ts'
import { figureName } from '../../report/figureName.ts'
import { digits, sum, type Decimal } from '../../text/decimal.ts'
import type { Text } from '../../text/message.ts'
import type { Related } from '../rule.ts'
import { placedSpan } from './otherReports.ts'

export type BodyName = 'part' | 'rest' | 'unread'

/** How the reports of the bodies below are listed. */
export const bodyMessages: { readonly [name in BodyName]: Text } = {
  part: { zh: '{body}填 {value}', en: '{body}: {value}' },
  rest: { zh: '其余 {count} 份报告合计 {value}', en: '{count} more reports, together {value}' },
  unread: { zh: '{body}：有 {cells} 格，如{figure}', en: '{body}: {cells} cells, such as {figure}' },
}

/** The largest are where a mistake would be; the rest is told as a sum. */
const mostParts = 20

export const nameOf = ({ summary, name }: OtherReport): string => summary.head.body ?? name

/** What each body brings to a figure, the largest first. */
export function listParts({ placed }: RollUpOutcome, parts: readonly Part[]): readonly Related<'part' | 'rest'>[] {
  const rest = parts.slice(mostParts)
  const span = placedSpan(placed)
  return [
    ...parts.slice(0, mostParts).map(({ body, value, figure: { start, end } }) => ({
      message: 'part' as const,
      args: { body: nameOf(body), value: digits(value) },
      span,
      elsewhere: { uri: body.uri, start, end },
    })),
    ...(rest.length === 0
      ? []
      : [
          {
            message: 'rest' as const,
            args: { count: rest.length, value: digits(sum(rest.map((it) => it.value))) },
            span,
          },
        ]),
  ]
}

/** What a single body brings to it. */
export function onlyOf(body: OtherReport, { field }: RollUpOutcome): readonly Part[] {
  const figure = body.summary.figure(field.id)
  return figure?.value === undefined || figure.value.eq(0) ? [] : [{ body, value: figure.value, figure }]
}

/** How many 元 make one 万元. */
const tenThousand = 10_000

/** The body that seems to have written 元 where the form wants 万元: read so, its figure makes the sum right. */
export function inOtherUnit(
  { field, difference, sum: { rounding } }: Differing,
  children: Children,
): { readonly name: string; readonly value: string } | undefined {
  if (field.unit?.zh !== '万元' || difference.gte(0)) return undefined
  const fits = (value: Decimal): boolean =>
    value.minus(value.div(tenThousand)).plus(difference).abs().lte(rounding.plus(1))
  const found = partsOf(field, children).flatMap(({ body, value }) =>
    value.gte(tenThousand) && fits(value) ? [{ name: nameOf(body), value: digits(value) }] : [],
  )
  return found.length === 1 ? found[0] : undefined
}

/** The bodies of which figures are wanting, with how many, an example, and its place or that of the report. */
export function uncheckedBodies(
  outcomes: readonly RollUpOutcome[],
  fields: ReadonlyMap<string, Field>,
): readonly { readonly name: string; readonly cells: number; readonly example: string; readonly place: Place }[] {
  const byBody = new Map<OtherReport, string[]>()
  for (const {
    field,
    sum: { without },
  } of outcomes)
    for (const body of without) {
      const known = byBody.get(body)
      if (known === undefined) byBody.set(body, [field.id])
      else known.push(field.id)
    }
  const start = { line: 0, character: 0 }
  return [...byBody].map(([body, ids]) => {
    const shown = ids.find((id) => body.summary.figure(id) !== undefined) ?? ids[0] ?? ''
    const field = fields.get(shown)
    const figure = body.summary.figure(shown)
    return {
      name: nameOf(body),
      cells: ids.length,
      example: field === undefined ? shown : figureName(field),
      place: { uri: body.uri, start: figure?.start ?? start, end: figure?.end ?? start },
    }
  })
}
