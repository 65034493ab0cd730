import type { PlainDiagnostic } from '../../core/features/diagnostics.ts'
import { relativePath } from '../location.ts'
import type { CheckedFile, Output, OutputContext } from './output.ts'

/** Workflow commands, which GitHub shows as annotations beside the line. */
export const github = (context: OutputContext): Output => ({
  head: '',
  file: (checked) => checked.result.diagnostics.map((it) => annotation(it, checked, context)).join(''),
  foot: () => '',
})

const commands = { 1: 'error', 2: 'warning', 3: 'notice', 4: 'notice' } as const

function annotation({ range, severity, code, message }: PlainDiagnostic, checked: CheckedFile, context: OutputContext) {
  const { start, end } = range
  const properties = {
    file: relativePath(checked.file, context.cwd) ?? checked.path,
    line: start.line + 1,
    endLine: end.line + 1,
    // A column means nothing to GitHub where the lines differ.
    ...(start.line === end.line ? { col: start.character + 1, endColumn: end.character + 1 } : {}),
    title: code,
  }
  const written = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`)
  return `::${commands[severity]} ${written.join(',')}::${escapeData(message)}\n`
}

const escapeData = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')

const escapeProperty = (text: string): string => escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
