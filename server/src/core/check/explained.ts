import type { Problem } from './problem.ts'

/**
 * What is left to be told. One mistake may break the arithmetic of this report and its agreement with another one, which
 * then tells which figure it is: the arithmetic by itself would only guess, and is left out.
 */
export function withoutExplained(problems: readonly Problem[]): readonly Problem[] {
  // A level that the user has lowered must not lower what arithmetic says.
  const explained = new Set(
    problems.flatMap(({ severity, explains }) => (severity === 'error' ? (explains ?? []) : [])),
  )
  if (explained.size === 0) return problems
  return problems.filter(
    ({ explains, relations }) =>
      explains !== undefined || relations === undefined || !relations.every((id) => explained.has(id)),
  )
}
