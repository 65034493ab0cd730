import type { Format } from '../../formats/format.ts'
import type { FilledTerm, Outcome } from '../../reconcile/outcome.ts'
import { valueOf } from '../../report/figure.ts'
import { digits } from '../../text/decimal.ts'
import { inLocale, type Locale, type Text } from '../../text/message.ts'
import { escapeMarkdown, escapeWritten } from '../markup.ts'
import { outcomeLine, termNames } from './outcome.ts'

/** A relation worked out: its outcome, its terms as a table, and what they come to. `field` is the figure looked at. */
export function arithmetic(outcome: Outcome, field: string, format: Format, locale: Locale): string {
  const parts = [outcomeLine(outcome, format, locale), termTable(outcome, field, format, locale)]
  if (outcome.state === 'balanced' || outcome.state === 'broken') parts.push(sums(outcome, locale))
  return parts.join('\n\n')
}

const operators = { '=': '＝', '<=': '≤', '>=': '≥' } as const

/**
 * One line a term, in the order of the relation. Terms that are zero say nothing of a difference and are counted
 * together, all but the one looked at.
 */
function termTable(outcome: Outcome, field: string, format: Format, locale: Locale): string {
  const name = termNames(outcome, format, locale)
  const heads = locale === 'en' ? ['Sign', 'Item', 'Written'] : ['符号', '项目', '填报']
  const lines = [`| ${heads.join(' | ')} |`, '| :-: | --- | --: |']
  const side = (terms: readonly FilledTerm[], operator: string): void => {
    const plain = terms.filter((term) => term.field !== field && isZero(term))
    // A single zero is shown: to say that there is one takes no less room.
    const zeros = plain.length > 1 ? plain : []
    let first = true
    const sign = (weight: number): string => {
      const own = weight < 0 ? '－' : first ? '' : '＋'
      const opening = first ? operator : ''
      first = false
      return `${opening}${own}`
    }
    for (const term of terms) {
      if (zeros.includes(term)) continue
      const item = escapeMarkdown(name(term.field))
      const times = Math.abs(term.weight) === 1 ? '' : ` × ${Math.abs(term.weight)}`
      const looked = term.field === field
      lines.push(`| ${sign(term.weight)} | ${looked ? `**${item}** ◂` : item}${times} | ${written(term, locale)} |`)
    }
    if (zeros.length > 0)
      lines.push(`| ${sign(1)} | ${inLocale(zeroText(zeros.length, zeros.length === terms.length), locale)} | 0 |`)
  }
  side(outcome.left, '')
  side(outcome.right, operators[outcome.relation.operator])
  return lines.join('\n')
}

const isZero = ({ figure }: FilledTerm): boolean => figure !== undefined && figure.reading.state === 'zero'

const zeroText = (count: number, all: boolean): Text =>
  all
    ? { zh: `${count} 项均为 0`, en: `${count} items, all zero` }
    : { zh: `其余 ${count} 项为 0`, en: `${count} more, zero` }

function written({ figure }: FilledTerm, locale: Locale): string {
  if (figure === undefined) return inLocale({ zh: '（表中没有）', en: '(absent)' }, locale)
  if (figure.reading.state === 'blank') return inLocale({ zh: '（空白）', en: '(blank)' }, locale)
  const text = escapeWritten(figure.cell.text)
  const value = valueOf(figure)
  if (figure.reading.state !== 'malformed') return text
  return value === undefined ? `${text} ?` : `${text}（${digits(value)}）`
}

type Summed = Extract<Outcome, { state: 'balanced' | 'broken' }>

/** Where one side is a total, what it should be and what it is; else what the two sides come to. */
function sums({ relation, left, leftSum, rightSum }: Summed, locale: Locale): string {
  const isTotal = relation.derived?.as === 'total' && left.length === 1 && left[0]?.field === relation.derived.field
  const difference = leftSum.minus(rightSum)
  const parts: readonly (readonly [Text, string])[] = [
    ...(isTotal
      ? ([
          [{ zh: '计算值', en: 'computed' }, digits(rightSum)],
          [{ zh: '填写值', en: 'written' }, digits(leftSum)],
        ] as const)
      : ([
          [{ zh: '左边计算值', en: 'left side' }, digits(leftSum)],
          [{ zh: '右边计算值', en: 'right side' }, digits(rightSum)],
        ] as const)),
    [{ zh: '差额', en: 'difference' }, `${difference.gt(0) ? '+' : ''}${digits(difference)}`],
  ]
  return parts.map(([name, value]) => `${inLocale(name, locale)} **${value}**`).join('　')
}
