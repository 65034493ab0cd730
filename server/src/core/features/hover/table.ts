import type { Format } from '../../formats/format.ts'
import { reconcile } from '../../reconcile/reconcile.ts'
import type { BoundTable } from '../../report/table.ts'
import { inLocale, type Locale } from '../../text/message.ts'
import { escapeMarkdown } from '../markup.ts'
import { renderCard } from './card.ts'
import { outcomeWord, type State } from './outcome.ts'

/** A statistics table: what it counts, the note that the form prints with it, and how its relations stand. */
export function tableCard(bound: BoundTable, format: Format, locale: Locale): string {
  const { table } = bound
  return renderCard(
    {
      name: { zh: table.title, en: table.english },
      explained: [table],
      details: table.note === undefined ? [] : [escapeMarkdown(table.note)],
      arithmetic: tally(bound, format, locale),
    },
    format,
    locale,
  )
}

function tally(bound: BoundTable, format: Format, locale: Locale): readonly string[] {
  const { outcomes } = reconcile(bound, format)
  const states: readonly State[] = ['balanced', 'broken', 'unchecked', 'not-applicable']
  const counts = states.flatMap((state) => {
    const count = outcomes.filter((it) => it.state === state).length
    return count === 0 ? [] : [`${inLocale(outcomeWord[state], locale)} ${count}`]
  })
  if (counts.length === 0) return []
  return [`**${inLocale({ zh: '勾稽', en: 'Relations' }, locale)}** ${counts.join(' · ')}`]
}
