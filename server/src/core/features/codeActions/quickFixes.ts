import type { PlacedFix, Problem } from '../../check.ts'
import type { Edit } from '../../text/span.ts'
import type { CodeAction } from '../codeActions.ts'

/** The fixes of some problems, preferred first. One that mends several problems in the same way is offered once. */
export function quickFixes(problems: readonly Problem[]): readonly CodeAction[] {
  const byEdits = new Map<string, CodeAction>()
  for (const problem of problems)
    for (const fix of problem.fixes) {
      const key = JSON.stringify(fix.edits)
      const known = byEdits.get(key)
      byEdits.set(key, known === undefined ? actionOf(fix, problem) : together(known, fix, problem))
    }
  const actions = [...byEdits.values()]
  return [...actions.filter((it) => it.preferred), ...actions.filter((it) => !it.preferred)]
}

const actionOf = ({ title, edits, effect, preferred }: PlacedFix, problem: Problem): CodeAction => ({
  title,
  kind: 'quickfix',
  edits,
  preferred: preferred === true,
  effect,
  problems: [problem],
})

const together = (known: CodeAction, { preferred }: PlacedFix, problem: Problem): CodeAction => ({
  ...known,
  preferred: known.preferred || preferred === true,
  problems: [...known.problems, problem],
})

/** Whether two edits cannot both be made: they share text, or one place is given two insertions. */
export const collide = ({ span: a }: Edit, { span: b }: Edit): boolean =>
  (a.start < b.end && b.start < a.end) || (a.start === b.start && a.end === b.end) || inside(a, b) || inside(b, a)

const inside = (point: Edit['span'], span: Edit['span']): boolean =>
  point.start === point.end && span.start < point.start && point.start < span.end
