import { fileURLToPath } from 'node:url'
import { styleText } from 'node:util'
import type { PlainDiagnostic, PlainRange } from '../../core/features/diagnostics.ts'
import { linesOf, type Lines } from '../../core/text/lines.ts'
import { render, type Message, type Text } from '../../core/text/message.ts'
import type { Totals } from '../totals.ts'
import { fileUri, relativePath } from '../location.ts'
import { printable } from '../width.ts'
import { excerpt } from './excerpt.ts'
import type { CheckedFile, Output, OutputContext } from './output.ts'
import { severityNames } from './severityNames.ts'

/** For people: the findings of each file with the place they stand in, then one line of totals. */
export function text(context: OutputContext): Output {
  return {
    head: '',
    file(checked) {
      const lines = linesOf(checked.text)
      const findings = checked.result.diagnostics.map((it) => finding(it, checked, lines, context))
      return findings.length === 0 ? '' : `${findings.join('')}\n`
    },
    foot: (totals) => `${paint(summary(totals, context), totals.errors > 0 ? 'red' : 'green', context)}\n`,
  }
}

type Style = Parameters<typeof styleText>[0]

const paint = (shown: string, style: Style, { coloured }: OutputContext): string =>
  coloured ? styleText(style, shown, { validateStream: false }) : shown

const severityStyles: Readonly<Record<PlainDiagnostic['severity'], Style>> = {
  1: 'red',
  2: 'yellow',
  3: 'blue',
  4: 'gray',
}

function finding(it: PlainDiagnostic, checked: CheckedFile, lines: Lines, context: OutputContext): string {
  const { path, text } = checked
  const severity = paint(
    render({ text: severityNames[it.severity] }, context.locale),
    severityStyles[it.severity],
    context,
  )
  const head = `${place(path, it.range, context)}  ${severity}  ${printable(it.message)}  ${paint(it.code, 'gray', context)}`
  const related = it.relatedInformation.map(
    ({ location, message }) =>
      `    ${place(pathAt(location.uri, checked, context), location.range, context)}  ${printable(message)}`,
  )
  return `${[head, ...marked(it, text, lines, context), ...related].join('\n')}\n`
}

/** A place may lie in another report. */
function pathAt(uri: string, { path, file }: CheckedFile, { cwd }: OutputContext): string {
  if (!uri.startsWith('file:') || uri === fileUri(file)) return path
  const other = fileURLToPath(uri)
  return relativePath(other, cwd) ?? other
}

const place = (path: string, { start }: PlainRange, context: OutputContext): string =>
  paint(`${printable(path)}:${start.line + 1}:${start.character + 1}`, 'bold', context)

/** The line the finding begins in and a caret line under it; the end of a longer one is not shown. */
function marked(
  { range: { start, end }, severity }: PlainDiagnostic,
  text: string,
  lines: Lines,
  context: OutputContext,
): readonly string[] {
  const from = lines.offsetAt({ line: start.line, character: 0 })
  const to = start.line + 1 < lines.count ? lines.offsetAt({ line: start.line + 1, character: 0 }) : text.length
  const line = text.slice(from, to).replace(/[\r\n]+$/, '')
  if (line.trim() === '') return []
  const until = end.line === start.line ? end.character : line.length
  const room = Math.max(20, context.columns - indent.length - 4)
  const { source, caret } = excerpt(line, Math.min(start.character, line.length), Math.min(until, line.length), room)
  return [indent + paint(source, 'gray', context), indent + paint(caret, severityStyles[severity], context)]
}

const indent = '    '

const summaries = {
  all: {
    zh: '{reports} 份年报，{errors} 处错误，{warnings} 处警告；勾稽 {balanced}/{relations}',
    en: 'reports: {reports}, errors: {errors}, warnings: {warnings}; relations balanced: {balanced}/{relations}',
  },
  remarks: { zh: '；另有 {remarks} 处提示', en: '; further remarks: {remarks}' },
  others: { zh: '；另有 {others} 个文件不是年报', en: '; files that are no reports: {others}' },
} satisfies Readonly<Record<string, Text>>

function summary(totals: Totals, { locale }: OutputContext): string {
  const say = (text: Text): string => render({ text, args: totals } satisfies Message, locale)
  const more = [totals.remarks > 0 ? say(summaries.remarks) : '', totals.others > 0 ? say(summaries.others) : '']
  return say(summaries.all) + more.join('')
}
