import type { Problem } from '../../check.ts'
import { render, type Locale } from '../../text/message.ts'
import type { Span } from '../../text/span.ts'
import type { CheckupNode } from './node.ts'

/** The problems that begin in the span; they are not told again. A missing section is told in its own place. */
export function take(rest: Set<Problem>, { start, end }: Span): readonly Problem[] {
  const taken = [...rest].filter(
    ({ code, span }) => code !== 'section-missing' && start <= span.start && span.start < Math.max(end, start + 1),
  )
  for (const it of taken) rest.delete(it)
  return taken
}

/** The findings that say that a part of the form is missing. They lie where it belongs, in another part. */
export function takeMissing(rest: Set<Problem>, code: string, title: string): readonly Problem[] {
  const taken = [...rest].filter((it) => it.code === code && Object.values(it.message.args ?? {}).includes(title))
  for (const it of taken) rest.delete(it)
  return taken
}

/** How many findings stand below. */
export const countFindings = (nodes: readonly CheckupNode[]): number =>
  nodes.reduce((count, { kind, children }) => count + (kind === 'finding' ? 1 : 0) + countFindings(children), 0)

/** `within` sets apart findings of one rule at one place of different branches. */
export const findingNode = (problem: Problem, within: string, locale: Locale): CheckupNode => ({
  id: `${within}${problem.code}@${problem.span.start}`,
  kind: 'finding',
  label: render(problem.message, locale),
  detail: problem.code,
  state: problem.severity,
  span: problem.span,
  children: [],
})
