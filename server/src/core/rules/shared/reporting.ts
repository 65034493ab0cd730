import type { Broken } from '../../reconcile/outcome.ts'
import type { Finding, Severity } from '../rule.ts'

const mildestFirst: readonly Severity[] = ['hint', 'information', 'warning', 'error']

/**
 * What a finding says of the relations it stands for: their ids, and how severe it is. A form may set the severity of
 * a relation; of several the highest counts, and a relation without one has the rule's own.
 */
export function reporting(broken: readonly Broken[], own: Severity): Pick<Finding, 'relations' | 'severity'> {
  const severities = broken.map(({ relation }) => relation.family.severity ?? own)
  return {
    relations: broken.map(({ relation }) => relation.id),
    severity: mildestFirst.findLast((it) => severities.includes(it)) ?? own,
  }
}
