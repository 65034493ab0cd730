import type { Move } from '../text/move.ts'
import type { Edit, Span } from '../text/span.ts'
import type { PlacedFix, Problem } from './problem.ts'

/** Problems in a text that has been changed where nothing of them is. The same list comes back where nothing moves. */
export function movedAll(problems: readonly Problem[], move: Move | undefined): readonly Problem[] {
  if (problems.length === 0 || move === undefined) return problems
  const moved = problems.map((problem) => movedProblem(problem, move))
  return moved.every((it, i) => it === problems[i]) ? problems : moved
}

/** From the first place in any of the problems to the last, those elsewhere aside. There must be one. */
export function extentOf(lists: readonly (readonly Problem[])[]): Span {
  let [start, end] = [Infinity, 0]
  const take = (span: Span): void => {
    if (span.start < start) start = span.start
    if (span.end > end) end = span.end
  }
  for (const list of lists)
    for (const { span, related, fixes } of list) {
      take(span)
      for (const it of related) if (it.elsewhere === undefined) take(it.span)
      for (const { edits } of fixes) for (const edit of edits) take(edit.span)
    }
  return { start, end }
}

function movedProblem(problem: Problem, move: Move): Problem {
  const span = move.span(problem.span)
  const related = kept(problem.related, (it) => {
    const place = it.elsewhere === undefined ? move.span(it.span) : it.span
    return place === it.span ? it : { ...it, span: place }
  })
  const fixes = kept(problem.fixes, (fix): PlacedFix => {
    const edits = kept(fix.edits, (edit): Edit => {
      const place = move.span(edit.span)
      return place === edit.span ? edit : { ...edit, span: place }
    })
    return edits === fix.edits ? fix : { ...fix, edits }
  })
  const same = span === problem.span && related === problem.related && fixes === problem.fixes
  return same ? problem : { ...problem, span, related, fixes }
}

/** The list itself where nothing of it changes. */
function kept<T>(list: readonly T[], change: (value: T) => T): readonly T[] {
  const changed = list.map(change)
  return changed.every((it, i) => it === list[i]) ? list : changed
}
