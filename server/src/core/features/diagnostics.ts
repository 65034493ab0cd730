import type { Problem } from '../check.ts'
import type { Severity } from '../rules/rule.ts'
import { linesOf, type Lines, type Position } from '../text/lines.ts'
import { render, type Locale, type Message } from '../text/message.ts'
import type { Span } from '../text/span.ts'

/** A range as LSP writes it: zero-based lines, UTF-16 units. */
export type PlainRange = { readonly start: Position; readonly end: Position }

/** A problem in the shape that LSP gives a diagnostic; plain JSON, shared by the server and the command line. */
export type PlainDiagnostic = {
  readonly range: PlainRange
  readonly severity: 1 | 2 | 3 | 4
  readonly code: string
  readonly codeDescription: { readonly href: string }
  readonly source: 'zwgk'
  readonly message: string
  readonly relatedInformation: readonly {
    readonly location: { readonly uri: string; readonly range: PlainRange }
    readonly message: string
  }[]
}

/** Where the text lies and where the pages of the rules are: known only at the edge. */
export type DiagnosticContext = {
  readonly uri: string
  readonly locale: Locale
  readonly rulePage: (code: string) => string
}

/** The numbers are those of LSP. */
export const severityNumber: Readonly<Record<Severity, PlainDiagnostic['severity']>> = {
  error: 1,
  warning: 2,
  information: 3,
  hint: 4,
}

export function diagnostics(
  text: string,
  problems: readonly Problem[],
  context: DiagnosticContext,
): readonly PlainDiagnostic[] {
  const lines = linesOf(text)
  return problems.map((problem) => diagnostic(problem, lines, context))
}

export function diagnostic(
  problem: Problem,
  lines: Lines,
  { uri, locale, rulePage }: DiagnosticContext,
): PlainDiagnostic {
  const say = (message: Message): string => render(message, locale)
  return {
    range: plainRange(problem.span, lines),
    severity: severityNumber[problem.severity],
    code: problem.code,
    codeDescription: { href: rulePage(problem.code) },
    source: 'zwgk',
    message: say(problem.message),
    relatedInformation: problem.related.map(({ message, span, elsewhere }) => ({
      location:
        elsewhere === undefined
          ? { uri, range: plainRange(span, lines) }
          : { uri: elsewhere.uri, range: { start: elsewhere.start, end: elsewhere.end } },
      message: say(message),
    })),
  }
}

export const plainRange = ({ start, end }: Span, lines: Lines): PlainRange => ({
  start: lines.positionAt(start),
  end: lines.positionAt(end),
})
