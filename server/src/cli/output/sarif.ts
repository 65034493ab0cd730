import { fileURLToPath } from 'node:url'
import type { PlainDiagnostic, PlainRange } from '../../core/features/diagnostics.ts'
import { rules } from '../../core/rules/index.ts'
import type { Rule } from '../../core/rules/rule.ts'
import { relativeUri } from '../location.ts'
import type { Output, OutputContext } from './output.ts'

/** SARIF 2.1.0, which code-scanning services and editors read; one result a line. */
export function sarif(context: OutputContext): Output {
  const schema = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json'
  const driver = {
    name: 'zwgk-report',
    version: context.version(),
    rules: rules.map((rule) => describeRule(rule, context)),
  }
  const run = {
    tool: { driver },
    columnKind: 'utf16CodeUnits',
    language: context.locale === 'en' ? 'en-US' : 'zh-CN',
  }
  let first = true
  return {
    head: `{"$schema":${JSON.stringify(schema)},"version":"2.1.0","runs":[${JSON.stringify(run).slice(0, -1)},"results":[`,
    file: (checked) =>
      checked.result.diagnostics
        .map((diagnostic) => {
          const separator = first ? '\n' : ',\n'
          first = false
          return separator + JSON.stringify(describeResult(diagnostic, checked.file, context.cwd))
        })
        .join(''),
    foot: (_, exitCode) =>
      `\n],"invocations":${JSON.stringify([{ executionSuccessful: exitCode !== 2, exitCode }])}}]}\n`,
  }
}

const levels = { 1: 'error', 2: 'warning', 3: 'note', 4: 'note' } as const
const levelsByName = { error: 'error', warning: 'warning', information: 'note', hint: 'note' } as const

function describeRule({ code, severity, onRequest }: Rule, { page, pageUrl }: OutputContext): unknown {
  // The examples that follow the explanation are tests as well, and long.
  const markdown = page(code)?.split(/^## /m)[0]?.trim()
  const title = /^#\s+(.+)$/m.exec(markdown ?? '')?.[1]
  return {
    id: code,
    ...(title === undefined ? {} : { shortDescription: { text: title } }),
    helpUri: pageUrl(code),
    ...(markdown === undefined ? {} : { help: { text: markdown, markdown } }),
    defaultConfiguration: { ...(onRequest === true ? { enabled: false } : {}), level: levelsByName[severity] },
  }
}

function describeResult(diagnostic: PlainDiagnostic, file: string, cwd: string): unknown {
  const uri = relativeUri(file, cwd)
  const { code, severity, message, range, relatedInformation } = diagnostic
  const ruleIndex = rules.findIndex((rule) => rule.code === code)
  const related = relatedInformation.map((it, id) => ({
    id,
    // A place may lie in another report.
    ...location(
      it.location.uri.startsWith('file:') ? relativeUri(fileURLToPath(it.location.uri), cwd) : uri,
      it.location.range,
    ),
    message: { text: it.message },
  }))
  return {
    ruleId: code,
    ruleIndex,
    level: levels[severity],
    message: { text: message },
    locations: [location(uri, range)],
    ...(related.length === 0 ? {} : { relatedLocations: related }),
  }
}

/** Lines and columns count from 1, and the end column is the one after the last character. */
const location = (uri: string, { start, end }: PlainRange) => ({
  physicalLocation: {
    artifactLocation: { uri },
    region: {
      startLine: start.line + 1,
      startColumn: start.character + 1,
      endLine: end.line + 1,
      endColumn: end.character + 1,
    },
  },
})
