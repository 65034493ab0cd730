import { endsSentence, type Clause, type Word } from './clauses.ts'
import type { Meanings } from './senses.ts'
import { isTelling } from './understand.ts'

const has = (word: Word, sense: string): boolean => word.kind === 'word' && word.senses.includes(sense)

/**
 * 予以公开、部分公开分别为5件、3件: each number gets the words that belong to it. Where there are not as many subjects
 * as numbers, none is read.
 */
export function paired(clauses: readonly Clause[], meanings: Meanings): readonly Clause[] {
  const all = [...clauses]
  for (let i = 0; i < all.length; i++) {
    const clause = all[i]
    const at = clause?.quantity === undefined ? -1 : clause.lead.findIndex((it) => has(it, 'respectively'))
    if (clause === undefined || at < 0) continue
    const numbers = numbersFrom(all, i)
    const subjects = subjectsUpTo(all, i, clause.lead.slice(0, at), meanings)
    numbers.forEach((k, n) => {
      const it = all[k]
      if (it !== undefined)
        all[k] = {
          ...it,
          before: ',',
          lead: subjects.length === numbers.length ? (subjects[n] ?? []) : [unclear(it)],
          tail: [],
        }
    })
    i = numbers.at(-1) ?? i
  }
  return all
}

/** A word that no rule has, so that the clause is not read. */
const unclear = ({ start }: Clause): Word => ({ kind: 'word', start, end: start, senses: ['@unread'] })

/** The clause and those behind it that are numbers alone. */
function numbersFrom(clauses: readonly Clause[], from: number): readonly number[] {
  const found = [from]
  for (let i = from + 1; i < clauses.length; i++) {
    const clause = clauses[i]
    if (clause?.quantity === undefined || !/^[、,]?$/.test(clause.before)) break
    if (clause.lead.length > 1 || !clause.lead.every((it) => has(it, 'and'))) break
    found.push(i)
  }
  return found
}

/** The subjects that are joined by 、 and 和 up to the clause. */
function subjectsUpTo(
  clauses: readonly Clause[],
  at: number,
  last: readonly Word[],
  meanings: Meanings,
): readonly (readonly Word[])[] {
  const subjects = split(last)
  for (let i = at; i > 0; i--) {
    const before = clauses[i - 1]
    if (
      clauses[i]?.before !== '、' ||
      before === undefined ||
      before.quantity !== undefined ||
      endsSentence(before.after)
    )
      break
    subjects.unshift(...split(before.lead))
  }
  return subjects.filter((words) => words.some((it) => isTelling(it, meanings)))
}

function split(words: readonly Word[]): (readonly Word[])[] {
  const parts: Word[][] = [[]]
  for (const word of words)
    if (has(word, 'and')) parts.push([])
    else parts.at(-1)?.push(word)
  return parts
}
