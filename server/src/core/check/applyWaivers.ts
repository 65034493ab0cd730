import type { Report } from '../report/report.ts'
import { isNoReason } from '../report/waiverReason.ts'
import { readWaivers, type WaivedRule, type Waiver } from '../report/waivers.ts'
import type { Rule, WaiverUnit, WaiverUse } from '../rules/rule.ts'
import type { Span } from '../text/span.ts'
import type { Problem } from './problem.ts'

/** The second step: what was found is told apart by the waivers, and each waiver learns what became of it. */
export function applyWaivers(
  report: Report,
  found: readonly Problem[],
  rules: readonly Rule[],
  active: readonly Rule[],
): { readonly standing: readonly Problem[]; readonly waived: readonly Problem[]; readonly unit: WaiverUnit } {
  const written = readWaivers(report)
  if (written.length === 0) return { standing: found, waived: [], unit: { report, waivers: [], codes: [] } }
  const codes = rules.flatMap(({ scope, code }) => (scope === 'waivers' ? [] : [code]))
  const waived = new Set<Problem>()
  const use = (named: WaivedRule, { reason }: Waiver): WaiverUse['state'] => {
    if (rules.some(({ scope, code }) => scope === 'waivers' && code === named.code)) return 'unwaivable'
    if (!codes.includes(named.code)) return 'unknown'
    if (isNoReason(reason)) return 'unreasoned'
    if (!active.some(({ code }) => code === named.code)) return 'off'
    const kept = found.filter(
      ({ code, span }) => code === named.code && named.covers.some((it) => begins(span, it, report)),
    )
    for (const problem of kept) waived.add(problem)
    return kept.length > 0 ? 'used' : 'unused'
  }
  const waivers = written.map((waiver) => ({
    ...waiver,
    rules: waiver.rules.map((named): WaiverUse => ({ ...named, state: use(named, waiver) })),
  }))
  return {
    standing: waived.size === 0 ? found : found.filter((it) => !waived.has(it)),
    waived: [...waived],
    unit: { report, waivers, codes },
  }
}

/** What begins where a place ends belongs to the next one, but for the end of the document. */
const begins = ({ start }: Span, place: Span, { document }: Report): boolean =>
  place.start <= start && (start < place.end || (start === place.end && start === document.text.length))
