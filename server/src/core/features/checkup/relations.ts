import type { Format, RelationFormat } from '../../formats/format.ts'
import type { Placed } from '../../markdown/document.ts'
import { formula } from '../../reconcile/formula.ts'
import { figuresOf, type Outcome } from '../../reconcile/outcome.ts'
import { reconcile } from '../../reconcile/reconcile.ts'
import { derivedOf } from '../../reconcile/total.ts'
import { rowTitle } from '../../report/figureName.ts'
import type { BoundTable } from '../../report/table.ts'
import { cellSpan } from '../../rules/shared/figureSpan.ts'
import { digits } from '../../text/decimal.ts'
import { inLocale, type Locale, type Text } from '../../text/message.ts'
import { shift } from '../../text/span.ts'
import { outcomeWord } from '../hover/outcome.ts'
import { stateOf, tally, type RelationState } from '../tally.ts'
import { worst, type CheckupNode, type Telling } from './node.ts'

/** The relations of a table by their families; a family of one is a relation. */
export function relationNodes(
  table: Placed<BoundTable>,
  within: string,
  format: Format,
  telling: Telling,
): readonly CheckupNode[] {
  const { waived, locale } = telling
  const families = new Map<RelationFormat, Outcome[]>()
  for (const outcome of reconcile(table.value, format).outcomes) {
    const { family } = outcome.relation
    families.set(family, [...(families.get(family) ?? []), outcome])
  }
  return [...families].map(([family, outcomes]) => {
    const label = inLocale(family.title, locale)
    const relations = outcomes.map((outcome) => relationNode(outcome, table, within, telling))
    const [only] = relations
    if (only !== undefined && relations.length === 1) return { ...only, label }
    const { balanced, total } = tally(outcomes, waived)
    return {
      id: `${within}/${family.id}`,
      kind: 'family',
      label,
      detail: total === 0 ? inLocale(outcomeWord['not-applicable'], locale) : `${balanced}/${total}`,
      state: worst(relations) ?? 'balanced',
      span: relations[0]?.span,
      children: relations,
    }
  })
}

function relationNode(
  outcome: Outcome,
  { at }: Placed<BoundTable>,
  within: string,
  { waived, locale }: Telling,
): CheckupNode {
  const state = stateOf(outcome, waived)
  // What stands in the way of checking is where one wants to go.
  const unreadable = outcome.state === 'unchecked' ? outcome.unreadable[0] : undefined
  const figure = unreadable ?? derivedOf(outcome) ?? figuresOf(outcome)[0]
  return {
    id: `${within}/${outcome.relation.id}`,
    kind: 'relation',
    label: nameOf(outcome, locale),
    detail: detailOf(outcome, stateWord(state), locale),
    state,
    span: figure && shift(cellSpan(figure.cell), at),
    children: [],
  }
}

/** The row or column that sets it apart from its family. A row is named with its group: several groups have a 3.其他. */
function nameOf({ relation, left, right }: Outcome, locale: Locale): string {
  const { family, member } = relation
  const row = family.each === 'row' ? [...left, ...right].find(({ figure }) => figure !== undefined) : undefined
  if (member !== undefined && row?.figure !== undefined)
    return inLocale({ zh: rowTitle(row.figure.field.row), en: member.en }, locale)
  return inLocale(member ?? family.title, locale)
}

const stateWord = (state: RelationState): Text =>
  state === 'waived' ? { zh: '豁免', en: 'waived' } : outcomeWord[state]

const operators = { '=': ['＝', '≠'], '<=': ['≤', '>'], '>=': ['≥', '<'] } as const

/** The arithmetic, `105＝82＋14＋9`; where it cannot be done or does not matter, the word for that. */
function detailOf(outcome: Outcome, said: Text, locale: Locale): string {
  const word = inLocale(said, locale)
  if (outcome.state !== 'balanced' && outcome.state !== 'broken') return word
  const { left, right, leftSum, rightSum, relation, state } = outcome
  const operator = operators[relation.operator][state === 'balanced' ? 0 : 1]
  const difference = leftSum.minus(rightSum)
  const sides = `${formula(left)}${operator}${formula(right)}`
  if (state === 'balanced') return sides
  const by = digits(difference.abs())
  return inLocale(
    difference.gt(0)
      ? { zh: `${word}：${sides}，左边多 ${by}`, en: `${word}: ${sides}, left ${by} more` }
      : { zh: `${word}：${sides}，左边少 ${by}`, en: `${word}: ${sides}, left ${by} less` },
    locale,
  )
}
