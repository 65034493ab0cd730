import { balanceMismatch } from './balance-mismatch.ts'
import { carryOverMismatch } from './carry-over-mismatch.ts'
import { columnMissing } from './column-missing.ts'
import { columnUnknown } from './column-unknown.ts'
import { documentNumber } from './document-number.ts'
import { figureBlank } from './figure-blank.ts'
import { figureMalformed } from './figure-malformed.ts'
import { formatMismatch } from './format-mismatch.ts'
import { growthMismatch } from './growth-mismatch.ts'
import { partExceedsWhole } from './part-exceeds-whole.ts'
import { partsAnnounced } from './parts-announced.ts'
import { percentageMismatch } from './percentage-mismatch.ts'
import { periodMismatch } from './period-mismatch.ts'
import { proseMismatch } from './prose-mismatch.ts'
import { proseResidue } from './prose-residue.ts'
import { proseSumMismatch } from './prose-sum-mismatch.ts'
import { relatedMissing } from './related-missing.ts'
import { relationUnchecked } from './relation-unchecked.ts'
import { rollUpMismatch } from './roll-up-mismatch.ts'
import { rowMissing } from './row-missing.ts'
import { rowUnknown } from './row-unknown.ts'
import type { Rule } from './rule.ts'
import { sectionDuplicate } from './section-duplicate.ts'
import { sectionEmpty } from './section-empty.ts'
import { sectionMissing } from './section-missing.ts'
import { sectionNumbering } from './section-numbering.ts'
import { sectionOrder } from './section-order.ts'
import { sectionTitleRule } from './section-title.ts'
import { sectionUnread } from './section-unread.ts'
import { sentenceRepeated } from './sentence-repeated.ts'
import { statementMissing } from './statement-missing.ts'
import { stockMismatch } from './stock-mismatch.ts'
import { swingLarge } from './swing-large.ts'
import { tableMissing } from './table-missing.ts'
import { totalMismatch } from './total-mismatch.ts'
import { waiverReason } from './waiver-reason.ts'
import { waiverUnknown } from './waiver-unknown.ts'
import { waiverUnused } from './waiver-unused.ts'
import { yearMalformed } from './year-malformed.ts'

/** Every rule; its slug names its file, its page and its setting. */
export const rules: readonly Rule[] = [
  balanceMismatch,
  carryOverMismatch,
  columnMissing,
  columnUnknown,
  documentNumber,
  figureBlank,
  figureMalformed,
  formatMismatch,
  growthMismatch,
  partExceedsWhole,
  partsAnnounced,
  percentageMismatch,
  periodMismatch,
  proseMismatch,
  proseResidue,
  proseSumMismatch,
  relatedMissing,
  relationUnchecked,
  rollUpMismatch,
  rowMissing,
  rowUnknown,
  sectionDuplicate,
  sectionEmpty,
  sectionMissing,
  sectionNumbering,
  sectionOrder,
  sectionTitleRule,
  sectionUnread,
  sentenceRepeated,
  statementMissing,
  stockMismatch,
  swingLarge,
  tableMissing,
  totalMismatch,
  waiverReason,
  waiverUnknown,
  waiverUnused,
  yearMalformed,
]
