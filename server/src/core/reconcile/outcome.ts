import type { Relation, Term } from '../formats/relation.ts'
import type { Decimal } from '../text/decimal.ts'
import { keep } from '../text/keep.ts'
import type { Figure } from '../report/figure.ts'

/** A term of a relation with the figure that fills it; undefined where the table has no such row or column. */
export type FilledTerm = Term & { readonly figure: Figure | undefined }

/**
 * What came of a relation: 平 balanced, 不平 broken, 不可核 unchecked, 不适用 not applicable.
 * 豁免 (waived) is not an outcome of arithmetic and is decided where waivers are known.
 */
export type Outcome = {
  readonly relation: Relation
  /** The figures of the table by field, in which those of the terms are found. */
  readonly figures: ReadonlyMap<string, Figure>
  readonly left: readonly FilledTerm[]
  readonly right: readonly FilledTerm[]
} & (
  | {
      readonly state: 'balanced' | 'broken'
      readonly leftSum: Decimal
      readonly rightSum: Decimal
      readonly blanksAsZero: boolean
    }
  /** `unreadable` are the figures without a value; `absent` the fields that the table does not have at all. */
  | { readonly state: 'unchecked'; readonly unreadable: readonly Figure[]; readonly absent: readonly string[] }
  | { readonly state: 'not-applicable' }
)

export type Broken = Extract<Outcome, { state: 'balanced' | 'broken' }> & { readonly state: 'broken' }

export const isBroken = (outcome: Outcome): outcome is Broken => outcome.state === 'broken'

/** The figures of a relation, those of its left side first. */
export const figuresOf = keep(({ relation, figures }: Pick<Outcome, 'relation' | 'figures'>): readonly Figure[] => {
  const found: Figure[] = []
  for (const terms of [relation.left, relation.right])
    for (const { field } of terms) {
      const figure = figures.get(field)
      if (figure !== undefined) found.push(figure)
    }
  return found
})
