import type { PlacedFix, Problem } from '../server/src/core/check.ts'
import { applyEdits, type Edit } from '../server/src/core/text/span.ts'

type Solver = (problem: Problem) => PlacedFix | undefined

/** The repair a user is offered first. */
export const foremost: Solver = ({ fixes }) => fixes.find((it) => it.preferred === true) ?? fixes[0]

/**
 * Mends every problem at once. A fix that overlaps an earlier one waits for the next round, as it does in an editor;
 * each round looks at the text anew.
 */
export function fixAll(
  text: string,
  problemsIn: (text: string) => readonly Problem[],
  solve: Solver = foremost,
): string {
  for (let round = 0; round < 20; round++) {
    const taken: Edit[] = []
    let waiting = false
    for (const problem of problemsIn(text)) {
      const edits = solve(problem)?.edits ?? []
      if (edits.some((edit) => taken.some((other) => collide(edit, other)))) waiting = true
      else taken.push(...edits)
    }
    text = applyEdits(text, taken)
    if (!waiting) return text
  }
  throw new Error('fixes keep colliding')
}

/** Insertions at one place do not collide: each is whole by itself, and the order of the problems is theirs. */
const collide = ({ span: a }: Edit, { span: b }: Edit): boolean => a.start < b.end && b.start < a.end
