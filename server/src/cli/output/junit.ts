import type { PlainDiagnostic } from '../../core/features/diagnostics.ts'
import { inLocale, type Text } from '../../core/text/message.ts'
import { severityNames } from './severityNames.ts'
import type { CheckedFile, Output, OutputContext } from './output.ts'

/** A suite per file and a case per finding; only errors fail, as they alone decide the exit status. */
export const junit = (context: OutputContext): Output => ({
  head: '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="zwgk-report">\n',
  file: (checked) => suite(checked, context),
  foot: () => '</testsuites>\n',
})

const notReport: Text = { zh: '不是政府信息公开工作年度报告', en: 'not an annual report' }
const nothingFound: Text = { zh: '没有发现问题', en: 'nothing was found' }

function suite({ path, result: { format, diagnostics } }: CheckedFile, { locale }: OutputContext): string {
  const cases = diagnostics.map((it) => testCase(it, path, inLocale(severityNames[it.severity], locale)))
  if (format === null)
    cases.push(
      `    <testcase${attributes({ name: inLocale(notReport, locale), classname: path })}>\n      <skipped/>\n    </testcase>\n`,
    )
  else if (cases.length === 0)
    cases.push(`    <testcase${attributes({ name: inLocale(nothingFound, locale), classname: path })}/>\n`)
  const counts = {
    name: path,
    tests: cases.length,
    failures: diagnostics.filter(({ severity }) => severity === 1).length,
    errors: 0,
    skipped: format === null ? 1 : 0,
  }
  return `  <testsuite${attributes(counts)}>\n${cases.join('')}  </testsuite>\n`
}

function testCase({ range, severity, code, message }: PlainDiagnostic, path: string, severityName: string): string {
  const line = range.start.line + 1
  const column = range.start.character + 1
  const where = `${path}:${line}:${column}`
  const said =
    severity === 1
      ? `<failure${attributes({ message, type: code })}>${escapeXml(`${where} ${message}`)}</failure>`
      : `<system-out>${escapeXml(`${where} ${severityName} ${message}`)}</system-out>`
  const name = `${code} ${line}:${column}`
  return `    <testcase${attributes({ name, classname: path, file: path, line })}>\n      ${said}\n    </testcase>\n`
}

const attributes = (values: Readonly<Record<string, string | number>>): string =>
  Object.entries(values)
    .map(
      ([name, value]) =>
        ` ${name}="${escapeXml(String(value)).replace(/[\t\n\r]/g, (it) => `&#${it.charCodeAt(0)};`)}"`,
    )
    .join('')

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** XML 1.0 has no way at all to write most control characters and lone surrogates. */
const escapeXml = (text: string): string =>
  text.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\p{Cs}]/gu, '').replace(/[&<>"]/g, (it) => entities[it] ?? it)
