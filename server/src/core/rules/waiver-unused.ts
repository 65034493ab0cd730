import { lineEnd, lineStart } from '../report/bodyLines.ts'
import type { Edit, Span } from '../text/span.ts'
import { waiverRule, type AppliedWaiver, type WaiverUse } from './rule.ts'

/** A waiver that keeps nothing back would hide the next mistake. */
export const waiverUnused = waiverRule({
  code: 'waiver-unused',
  severity: 'warning',
  messages: {
    unused: {
      zh: '“{rule}”在这里没有问题，这条豁免用不上；留着会盖住以后的错。',
      en: 'There is nothing of “{rule}” to waive here; left in place, the waiver would hide a later mistake.',
    },
    removeWaiver: { zh: '删除这条豁免', en: 'Remove this waiver' },
    removeRule: { zh: '从豁免中去掉“{rule}”', en: 'Take “{rule}” out of the waiver' },
  },
  *check({ report, waivers }) {
    const { text } = report.document
    for (const waiver of waivers)
      for (const [i, rule] of waiver.rules.entries()) {
        // A place that does not exist is reported as such.
        if (rule.state !== 'unused' || rule.lost !== undefined) continue
        const args = { rule: rule.code }
        yield {
          message: 'unused',
          args,
          span: rule.span,
          fixes:
            waiver.source === 'front-matter'
              ? []
              : waiver.rules.every(({ state }) => state === 'unused')
                ? [{ title: 'removeWaiver', edits: [removal(text, waiver.span)], effect: 'text', preferred: true }]
                : [{ title: 'removeRule', args, edits: [without(i, waiver)], effect: 'text', preferred: true }],
        }
      }
  },
})

/** The comment with its line, and the blank line after it where one stands before it too. */
function removal(text: string, { start, end }: Span): Edit {
  const from = lineStart(text, start)
  const to = lineEnd(text, end)
  const alone = text.slice(from, start).trim() === '' && text.slice(end, to).trim() === ''
  if (!alone) return { span: { start, end }, text: '' }
  const line = from + (text[from] === '\ufeff' ? 1 : 0)
  const breaks = /^(?:\r\n|\n|\r)/.exec(text.slice(to))?.[0] ?? ''
  const after = to + breaks.length
  const blank = /^[ \t]*(?:\r\n|\n|\r)/.exec(text.slice(after))?.[0] ?? ''
  const blankBefore = /(?:^\ufeff?|(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r))$/.test(text.slice(0, line))
  return { span: { start: line, end: blankBefore ? after + blank.length : after }, text: '' }
}

/** One slug of several, with the separator before it, or after it where it is the first. */
function without(index: number, { rules }: AppliedWaiver): Edit {
  const end = (it: WaiverUse | undefined): number => it?.end ?? 0
  const [own, before, after] = [rules[index], rules[index - 1], rules[index + 1]]
  const span =
    before === undefined
      ? { start: own?.span.start ?? 0, end: after?.span.start ?? end(own) }
      : { start: end(before), end: end(own) }
  return { span, text: '' }
}
