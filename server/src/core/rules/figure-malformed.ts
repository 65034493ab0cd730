import { figuresOf, type Outcome } from '../reconcile/outcome.ts'
import { solve } from '../reconcile/solve.ts'
import { valueOf, type Figure } from '../report/figure.ts'
import { figureName } from '../report/figureName.ts'
import { writeFigure } from '../report/writeFigure.ts'
import { candidates, convert } from '../text/candidates.ts'
import { digits } from '../text/decimal.ts'
import { tableRule, type Fix } from './rule.ts'
import { figureSpan } from './shared/figureSpan.ts'

const messages = {
  'leading-zeros': {
    zh: '{figure}：“{text}”有多余的 0，应写“{proper}”。',
    en: '{figure}: “{text}” has zeros too many; write “{proper}”.',
  },
  'full-width': {
    zh: '{figure}：“{text}”用了全角字符，应写“{proper}”。',
    en: '{figure}: “{text}” is in full-width characters; write “{proper}”.',
  },
  separator: {
    zh: '{figure}：“{text}”有千分位分隔符，应写“{proper}”。',
    en: '{figure}: “{text}” has separators between thousands; write “{proper}”.',
  },
  unit: {
    zh: '{figure}：“{text}”在格内写了单位，应写“{proper}”。',
    en: '{figure}: “{text}” repeats the unit in the cell; write “{proper}”.',
  },
  'plus-sign': {
    zh: '{figure}：“{text}”有多余的正号，应写“{proper}”。',
    en: '{figure}: “{text}” bears a plus sign; write “{proper}”.',
  },
  wholeFraction: {
    zh: '{figure}：“{text}”有多余的小数位，应写“{proper}”。',
    en: '{figure}: “{text}” has needless decimals; write “{proper}”.',
  },
  negative: {
    zh: '{figure}：“{text}”是负数，此处不能小于 0。',
    en: '{figure}: “{text}” is negative; nothing here can be less than 0.',
  },
  fraction: {
    zh: '{figure}：“{text}”是小数，此处按{unit}计，应为整数。',
    en: '{figure}: “{text}” is a fraction; this is a count ({unit}) and must be whole.',
  },
  'other-unit': {
    zh: '{figure}：“{text}”的单位与本栏的单位（{unit}）不同，数字不能直接采用。',
    en: '{figure}: “{text}” is in another unit than this column ({unit}), so that the number cannot be taken as it stands.',
  },
  unreadable: {
    zh: '{figure}：“{text}”不是数字。',
    en: '{figure}: “{text}” is not a number.',
  },
  normalise: { zh: '改写为“{proper}”', en: 'Write “{proper}”' },
  guess: { zh: '改为“{value}”', en: 'Change to “{value}”' },
  solved: { zh: '改为“{value}”（由勾稽关系推得）', en: 'Change to “{value}” (follows from the relations)' },
  convert: { zh: '换算为“{value}”（{unit}）', en: 'Convert to “{value}” ({unit})' },
}

type FixName = 'normalise' | 'guess' | 'solved' | 'convert'

export const figureMalformed = tableRule({
  code: 'figure-malformed',
  severity: 'error',
  whenTyping: 'wait',
  messages,
  *check({ table, reconciliation: { outcomes } }) {
    for (const figure of table.figures.values()) {
      const { reading, field, cell } = figure
      if (reading.state !== 'malformed') continue
      const { flaw, proper } = reading
      const args = { figure: figureName(field), text: cell.text, unit: field.unit?.zh ?? '' }
      const span = figureSpan(figure)
      if (proper === undefined) yield { message: flaw, args, span, fixes: repairs(figure, outcomes) }
      else
        yield {
          message: flaw === 'fraction' ? 'wholeFraction' : flaw,
          args: { ...args, proper },
          span,
          severity: 'warning',
          fixes: [
            {
              title: 'normalise',
              args: { proper },
              edits: writeFigure(figure, proper),
              effect: 'form',
              preferred: true,
            },
          ],
        }
    }
  },
})

/** What the figure may have been meant to be. Only what the relations confirm is preferred; all of it is confirmed by hand. */
function repairs(figure: Figure, outcomes: readonly Outcome[]): readonly Fix<FixName>[] {
  const { field, cell, reading } = figure
  if ('value' in reading) return []
  const fix = (title: FixName, value: string, preferred: boolean): Fix<FixName> => ({
    title,
    args: { value, unit: field.unit?.zh ?? '' },
    edits: writeFigure(figure, value),
    effect: 'figure',
    ...(preferred && { preferred: true }),
  })
  const converted = field.unit === undefined ? undefined : convert(cell.text, field.unit.zh)
  if (converted !== undefined) return [fix('convert', converted, false)]
  const solutions = outcomes
    .filter((it) => figuresOf(it).includes(figure))
    .flatMap((it) => {
      const value = solve(it, figure, valueOf)
      return value === undefined ? [] : [digits(value)]
    })
  const [solved] = solutions
  const agreed = solved !== undefined && solutions.every((it) => it === solved) ? solved : undefined
  const guesses = candidates(cell.text, field.kind)
  const confirmed = agreed !== undefined && (guesses.includes(agreed) || solutions.length > 1)
  return [
    ...(agreed === undefined ? [] : [fix('solved', agreed, confirmed)]),
    ...guesses.filter((it) => it !== agreed).map((it) => fix('guess', it, false)),
  ]
}
