import { balanceMismatch } from './balance-mismatch.ts'
import { columnMissing } from './column-missing.ts'
import { columnUnknown } from './column-unknown.ts'
import { figureBlank } from './figure-blank.ts'
import { figureMalformed } from './figure-malformed.ts'
import { partExceedsWhole } from './part-exceeds-whole.ts'
import { relationUnchecked } from './relation-unchecked.ts'
import { rowMissing } from './row-missing.ts'
import { rowUnknown } from './row-unknown.ts'
import type { Rule } from './rule.ts'
import { sectionDuplicate } from './section-duplicate.ts'
import { sectionEmpty } from './section-empty.ts'
import { sectionMissing } from './section-missing.ts'
import { sectionNumbering } from './section-numbering.ts'
import { sectionOrder } from './section-order.ts'
import { sectionTitleRule } from './section-title.ts'
import { tableMissing } from './table-missing.ts'
import { totalMismatch } from './total-mismatch.ts'

/** Every rule; its slug names its file, its page and its setting. */
export const rules: readonly Rule[] = [
  balanceMismatch,
  columnMissing,
  columnUnknown,
  figureBlank,
  figureMalformed,
  partExceedsWhole,
  relationUnchecked,
  rowMissing,
  rowUnknown,
  sectionDuplicate,
  sectionEmpty,
  sectionMissing,
  sectionNumbering,
  sectionOrder,
  sectionTitleRule,
  tableMissing,
  totalMismatch,
]
