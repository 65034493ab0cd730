import { closeTo } from '../text/distance.ts'
import { waiverRule } from './rule.ts'

/** What a waiver names must exist: a slug that is a slip waives nothing, and its author believes that it does. */
export const waiverUnknown = waiverRule({
  code: 'waiver-unknown',
  severity: 'warning',
  messages: {
    unknown: { zh: '没有名为“{rule}”的规则，这条豁免不起作用。', en: 'There is no rule “{rule}”; nothing is waived.' },
    similar: {
      zh: '没有名为“{rule}”的规则，可能是“{meant}”。',
      en: 'There is no rule “{rule}”; perhaps “{meant}” is meant.',
    },
    unwaivable: {
      zh: '“{rule}”检查的是豁免本身，不能豁免。',
      en: '“{rule}” is about waivers themselves and cannot be waived.',
    },
    none: {
      zh: '豁免没有写规则名，不起作用；规则名是提示后面的英文短名，如 total-mismatch。',
      en: 'The waiver names no rule and has no effect; write the slug that findings end with, such as total-mismatch.',
    },
    place: {
      zh: '这里没有名为“{place}”的节、表、行、列或数字，“{rule}”没有豁免。',
      en: 'There is no section, table, row, column or figure “{place}” here; “{rule}” is not waived.',
    },
    change: { zh: '改为“{meant}”', en: 'Change to “{meant}”' },
  },
  *check({ waivers, codes }) {
    for (const { rules, span, source } of waivers) {
      if (rules.length === 0) yield { message: 'none', span }
      for (const { code, text, span: own, state, lost } of rules) {
        const args = { rule: text }
        if (state === 'unwaivable') yield { message: 'unwaivable', args, span: own }
        else if (state === 'unknown') {
          const meant = codes.find((it) => closeTo(it, code))
          if (meant === undefined) yield { message: 'unknown', args, span: own }
          else
            yield {
              message: 'similar',
              args: { ...args, meant },
              span: own,
              // In front matter the span may be that of several slugs, quoted or not.
              fixes:
                source === 'front-matter'
                  ? []
                  : [
                      {
                        title: 'change',
                        args: { meant },
                        edits: [{ span: own, text: meant }],
                        effect: 'text',
                        preferred: true,
                      },
                    ],
            }
        } else if (lost !== undefined) yield { message: 'place', args: { ...args, place: lost.text }, span: lost.span }
      }
    }
  },
})
