import { inLocale, render, type Locale, type Text } from '../../text/message.ts'
import { columnName, type FilledFromLedger } from '../fillFromLedger.ts'
import type { LedgerNote } from './tally.ts'

/** What was made of a ledger, as plain text to be read beside it: first what was not counted, line by line. */
export function ledgerReport(filled: FilledFromLedger, name: string, locale: Locale): string {
  const { counted, sums, columns, notUnderstood, outside, remarks, faults } = filled
  const say = (text: Text): string => inLocale(text, locale)
  const list = (title: Text, notes: readonly LedgerNote[]): readonly string[] =>
    notes.length === 0
      ? []
      : [
          say(title),
          ...notes.map(({ line, message }) => {
            const said = render(message, locale)
            return say({ zh: `  第 ${line} 行：${said}`, en: `  line ${line}: ${said}` })
          }),
          '',
        ]
  return [
    say({ zh: `台账“${name}”`, en: `Ledger “${name}”` }),
    ...[...faults, ...remarks].map((it) => render(it, locale)),
    '',
    ...list(
      {
        zh: `没有计入的 ${notUnderstood.length} 行（看不懂，请改台账后重来，或者手工补填）`,
        en: `${notUnderstood.length} rows that could not be read and are not counted`,
      },
      notUnderstood,
    ),
    ...list({ zh: `不属于报告年度的 ${outside.length} 行`, en: `${outside.length} rows of other years` }, outside),
    say({ zh: `计入 ${counted} 件`, en: `Applications counted: ${counted}` }),
    ...sums.map(({ label, value }) => `  ${label}  ${value}`),
    '',
    say({ zh: '用到的列', en: 'Columns that were used' }),
    ...columns.map(({ column, header }) => `  ${say(columnName(column))}  “${header}”`),
    '',
  ].join('\n')
}
