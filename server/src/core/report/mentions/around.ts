import { endsSentence, type Clause } from './clauses.ts'
import type { Meanings } from './senses.ts'
import { has, isTelling, means, understandLead, type Understood } from './understand.ts'

/** What a clause with a number means together with the clauses around it that have none. */
export const withAround = (own: Understood, clauses: readonly Clause[], at: number, meanings: Meanings): Understood =>
  reasoned(carried(joined(own, clauses, at, meanings), clauses, at, meanings), clauses, at, meanings)

/** 予以公开、部分公开共8件: what is counted is all that is joined. */
function joined(own: Understood, clauses: readonly Clause[], at: number, meanings: Meanings): Understood {
  if (
    clauses[at]?.quantity === undefined ||
    !own.telling ||
    clauses[at].lead.some((it) => it.kind === 'word' && it.senses.includes('way'))
  )
    return own
  const every = everyKind(clauses, at, meanings)
  if (every !== undefined) return every
  let all = own
  for (let i = at; i > 0; i--) {
    const before = clauses[i - 1]
    if (clauses[i]?.before !== '、' || before === undefined || before.quantity !== undefined) break
    all = union(understandLead(before.lead, meanings), all)
  }
  return all
}

/** 收到书面申请、网上申请等各类申请12件: examples of all, which narrow nothing down; what is done with them stays. */
function everyKind(clauses: readonly Clause[], at: number, meanings: Meanings): Understood | undefined {
  const clause = clauses[at]
  const etc = clause?.lead.findIndex((it) => it.kind === 'word' && it.senses.includes('etc')) ?? -1
  const next = clause?.lead[etc + 1]
  if (clause === undefined || etc < 0 || next?.kind !== 'word' || !next.senses.includes('every')) return undefined
  const behind = understandLead(clause.lead.slice(etc + 1), meanings)
  if (!behind.telling) return undefined
  const verbs: (readonly string[])[] = []
  for (let i = at; i > 0 && clauses[i]?.before === '、' && clauses[i - 1]?.quantity === undefined; i--)
    for (const senses of understandLead(clauses[i - 1]?.lead ?? [], meanings).words)
      if (senses.some((it) => meanings.verbs.has(it))) verbs.push(senses)
  return { ...behind, words: [...verbs, ...behind.words] }
}

const union = (first: Understood, then: Understood): Understood => ({
  words: [...first.words, ...then.words],
  leadGap: first.leadGap,
  innerGap: then.innerGap || first.innerGap || then.leadGap,
  gap: then.gap || first.gap,
  telling: first.telling || then.telling,
})

/** 受理申请,共105件; 信访类(12件): what is counted stands before the mark. 12件信访、重复申请等不予处理: behind it. */
function carried(own: Understood, clauses: readonly Clause[], at: number, meanings: Meanings): Understood {
  const clause = clauses[at]
  if (clause?.quantity === undefined) return own
  const [before, next] = [clauses[at - 1], clauses[at + 1]]
  if (
    clause.after === '、' &&
    next?.quantity === undefined &&
    next !== undefined &&
    !clause.lead.some((it) => isTelling(it, meanings))
  ) {
    const behind = understandLead(next.lead, meanings)
    // 其余12件属于信访、重复申请: of the two together, of which one alone is named in the clause.
    if (own.telling && means(own, 'rest') && behind.telling) return { ...own, innerGap: true }
    if (own.telling && means(behind, 'etc')) return { ...union(own, behind), innerGap: own.innerGap || behind.gap }
  }
  if (
    clause.quantity.unit === '%' ||
    own.telling ||
    own.gap ||
    before === undefined ||
    before.quantity !== undefined ||
    before.after === '' ||
    (means(own, 'together') && isOfThose(clauses, at))
  )
    return own
  const led = /[,:]/.test(clause.before) && before.depth === clause.depth
  const bracketed = clause.before === '(' && before.depth + 1 === clause.depth
  if (!led && !bracketed) return own
  const lead = understandLead(before.lead, meanings)
  return lead.telling && !means(lead, 'not') ? lead : own
}

/** 信访12件、重复申请3件,均不予处理,合计15件: of those, which need not be all. */
const isOfThose = (clauses: readonly Clause[], at: number): boolean =>
  clauses.slice(0, at - 1).some(({ quantity }) => quantity !== undefined) && has(clauses[at - 1]?.lead ?? [], 'all')

/**
 * 因申请信息属于行政查询事项,不予公开2件: these are not all that were not given, but those for the reason, which may take
 * several clauses.
 */
function reasoned(own: Understood, clauses: readonly Clause[], at: number, meanings: Meanings): Understood {
  const clause = clauses[at]
  const saysAny = ({ words }: Understood, some: ReadonlySet<string>): boolean =>
    words.some((senses) => senses.some((it) => some.has(it)))
  const { outcomes, reasons } = meanings
  if (clause?.quantity === undefined || clause.before !== ',' || !saysAny(own, outcomes) || saysAny(own, reasons))
    return own
  let all = own
  for (let i = at - 1; i >= 0; i--) {
    const before = clauses[i]
    if (before === undefined || before.quantity !== undefined || before.depth !== clause.depth) break
    const reason = understandLead(before.lead, meanings)
    all = { ...union(reason, all), innerGap: all.innerGap || reason.gap }
    if (means(reason, 'reason') || (saysAny(reason, reasons) && !means(reason, 'not'))) return all
    if (endsSentence(before.before)) break
  }
  return own
}
