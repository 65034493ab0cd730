import type { Clause } from './clauses.ts'
import { given } from './lexicon.ts'
import type { Meanings } from './senses.ts'

/** Of whom a clause gives the number: of all that the tables cover, of the government's own office, of another body. */
export type Scope = { readonly kind: 'all' } | { readonly kind: 'own' | 'body'; readonly words: string }

/** The scope named last in the sentence holds; another body only within its own clause. */
export function scopeOf(clause: Clause, text: string, before: Scope, meanings: Meanings, area: boolean): Scope {
  let scope: Scope = before.kind === 'body' ? { kind: 'all' } : before
  for (const word of clause.lead) {
    const words = text.slice(word.start, word.end)
    if (word.kind === 'gap') {
      if (area && meanings.bodies.test(words)) scope = { kind: 'body', words }
    } else if (word.senses.includes(given.under)) scope = { kind: 'body', words }
    else if (!area) continue
    else if (word.senses.includes(given.wide)) scope = { kind: 'all' }
    else if (word.senses.includes(given.own) && !meanings.ownNotBefore.test(text.slice(word.end, word.end + 8)))
      scope = { kind: 'own', words }
  }
  return scope
}
