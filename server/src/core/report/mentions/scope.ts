import type { Clause } from './clauses.ts'
import { given } from './lexicon.ts'
import type { Meanings } from './senses.ts'

/**
 * Of whom a clause gives the number: of all that the tables cover, of the government's own office, of another body. A
 * `beyond` is an area that the body is only a part of: what follows may still be said of it.
 */
export type Scope =
  | { readonly kind: 'all' }
  | { readonly kind: 'own'; readonly words: string }
  | { readonly kind: 'body'; readonly words: string; readonly beyond?: true }

/** What area a body reports for: of a province, a city, a county, or of none, and undefined where nobody knows. */
export type Level = 'province' | 'city' | 'county' | 'none' | undefined

/** The scope named last in the sentence holds; another body only within its own clause. */
export function scopeOf(
  clause: Clause,
  text: string,
  before: Scope,
  meanings: Meanings,
  area: boolean,
  level: Level,
): Scope {
  let scope: Scope = before.kind === 'body' && before.beyond !== true ? all : before
  if (isBeyond(scope) && (clause.before === ';' || clause.lead.some((it) => isSelf(text.slice(it.start, it.end)))))
    scope = all
  for (const word of clause.lead) {
    const words = text.slice(word.start, word.end)
    if (word.kind === 'gap') {
      if (area && meanings.bodies.test(words)) scope = { kind: 'body', words }
    } else if (word.senses.includes(given.under)) scope = { kind: 'body', words }
    else if (word.senses.includes(given.wide) && reachesBeyond(words, level))
      // 按照全省部署,受理申请12件: without a number of its own it is no subject of the numbers behind it.
      scope = { kind: 'body', words, ...(clause.quantity !== undefined && { beyond: true }) }
    else if (!area || (isBeyond(scope) && !isSelf(words))) continue
    else if (word.senses.includes(given.wide)) scope = all
    else if (word.senses.includes(given.own) && !meanings.ownNotBefore.test(text.slice(word.end, word.end + 8)))
      scope = { kind: 'own', words }
  }
  return scope
}

const all: Scope = { kind: 'all' }

const isBeyond = (scope: Scope): boolean => scope.kind === 'body' && scope.beyond === true

/** 我县, 本机关, 全县: words in which a body speaks of itself, if they do not reach beyond it. */
const isSelf = (words: string): boolean =>
  /^(?:我[^们]|本(?:机关|单位|行政|级|[局委办厅镇乡街院处中所站队会])|全[局委镇乡街处县市区州旗盟])/.test(words)

/** 全省 in the report of a city, 全县 in that of a town; 全区 where there are districts is an autonomous region's. */
function reachesBeyond(words: string, level: Level): boolean {
  const of = /^(?:全(自治区|省|市|州|盟|县|区|旗)|我(省))/
    .exec(words)
    ?.slice(1)
    .find((it) => it)
  if (of === undefined || level === undefined || level === 'province') return false
  if (of === '省' || of === '自治区') return true
  if (level === 'none') return true
  return level === 'county' ? /[市州盟]/.test(of) : of === '区'
}
