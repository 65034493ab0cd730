import { leastReason } from '../report/waiverReason.ts'
import { waiverRule } from './rule.ts'

/** A waiver (豁免) is the author's written reason why a finding stands; without one it counts for nothing. */
export const waiverReason = waiverRule({
  code: 'waiver-reason',
  severity: 'warning',
  messages: {
    missing: {
      zh: '豁免没有写理由，不起作用；请写明为什么如此（至少 {least} 个字）。',
      en: 'The waiver gives no reason and has no effect; say why it is so ({least} characters at least).',
    },
    empty: {
      zh: '豁免的理由“{reason}”没有说明原因，不起作用；请写明为什么如此（至少 {least} 个字）。',
      en: 'The reason “{reason}” does not say why, so the waiver has no effect; {least} characters are the least.',
    },
  },
  *check({ waivers }) {
    for (const { rules, reason, reasonSpan, span } of waivers) {
      if (!rules.some(({ state }) => state === 'unreasoned')) continue
      if (reason === '') yield { message: 'missing', args: { least: leastReason }, span }
      else yield { message: 'empty', args: { reason, least: leastReason }, span: reasonSpan }
    }
  },
})
