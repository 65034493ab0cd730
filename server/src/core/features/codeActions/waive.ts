import type { Analysis } from '../../analyse.ts'
import type { Problem } from '../../check.ts'
import { blocksIn, placedSpan } from '../../markdown/document.ts'
import { lineEnd, lineStart } from '../../report/bodyLines.ts'
import { figureName } from '../../report/figureName.ts'
import type { Report } from '../../report/report.ts'
import { rules } from '../../rules/index.ts'
import type { Rule } from '../../rules/rule.ts'
import { lineEndingOf } from '../../text/lines.ts'
import { message } from '../../text/message.ts'
import { contains, shift } from '../../text/span.ts'
import type { CodeAction } from '../codeActions.ts'

/**
 * One way out of each finding: a comment above its table or block that waives it, with the reason left to be filled
 * in. Never preferred, and last: it mends nothing.
 */
export function waiving({ report }: Analysis, problems: readonly Problem[]): readonly CodeAction[] {
  if (report === undefined) return []
  const byText = new Map<string, { readonly code: string; readonly action: CodeAction }>()
  for (const problem of problems) {
    const rule = rules.find(({ code, scope }) => code === problem.code && scope !== 'waivers')
    const at = rule === undefined ? undefined : placeFor(problem, report)
    if (rule === undefined || at === undefined) continue
    const comment = commentFor(problem, rule, report)
    const key = `${at} ${comment.text}`
    const known = byText.get(key)
    byText.set(key, {
      code: problem.code,
      action: known === undefined ? action(problem, at, comment, report) : together(known.action, problem),
    })
  }
  const several = byText.size > 1
  return [...byText.values()].map(({ code, action: one }) =>
    several ? { ...one, title: message(texts.oneOf, { code }) } : one,
  )
}

const texts = {
  only: { zh: '本处不再提示（填写理由）', en: 'Waive here (give a reason)' },
  oneOf: { zh: '本处不再提示“{code}”（填写理由）', en: 'Waive “{code}” here (give a reason)' },
}

/** What stands where the reason belongs until it is written; `waiver-reason` asks for it. */
const blank = '（请填写：理由）'

type Comment = { readonly text: string; readonly blank: number }

function commentFor({ span, code }: Problem, rule: Rule, report: Report): Comment {
  const figure =
    rule.speaksOf === 'table'
      ? undefined
      : report.tables
          .flatMap(({ at, value }) => [...value.figures.values()].map((it) => ({ at, figure: it })))
          .find(({ at, figure: { cell } }) => contains(shift(cell.room, at), span.start))?.figure
  const place = figure === undefined ? '' : `〔${figureName(figure.field)}〕`
  const opening = `<!-- zwgk-waive ${code}${place} 理由：`
  return { text: `${opening}${blank} -->`, blank: opening.length }
}

function action(problem: Problem, at: number, comment: Comment, { document }: Report): CodeAction {
  const { text } = document
  const indent = /^[ \t]*/.exec(text.slice(at))?.[0] ?? ''
  const start = indent.length + comment.blank
  return {
    title: message(texts.only),
    kind: 'quickfix',
    edits: [{ span: { start: at, end: at }, text: `${indent}${comment.text}${lineEndingOf(text)}` }],
    blank: { start, end: start + blank.length },
    preferred: false,
    effect: 'text',
    problems: [problem],
  }
}

const together = (known: CodeAction, problem: Problem): CodeAction => ({
  ...known,
  problems: [...known.problems, problem],
})

/** The start of the line over which the comment goes: of the block that holds the finding, or else of its section. */
function placeFor({ span }: Problem, report: Report): number | undefined {
  const { document, sections, title } = report
  const blocks = [...blocksIn(document)]
  const blockAt = (offset: number | undefined) =>
    blocks.find((it) => offset !== undefined && it.value.kind !== 'comment' && contains(placedSpan(it), offset))
  const section = sections.find(({ title: own, body }) => own.span.start <= span.start && span.start <= body.end)
  const block = blockAt(span.start) ?? blockAt(section?.title.span.start) ?? blockAt(title?.span.start)
  if (block === undefined) return undefined
  const start = lineStart(document.text, placedSpan(block).start)
  const html = block.value.kind === 'table' && block.value.grid.notation === 'html'
  return pastMark(document.text, html ? overTags(document.text, start) : start)
}

/** Within a block of HTML a comment would be none of its own: it goes over the tags that begin the block. */
function overTags(text: string, start: number): number {
  if (start === 0) return start
  const above = lineStart(text, text.startsWith('\r\n', start - 2) ? start - 2 : start - 1)
  return /^[ \t]*<(?!!--)/.test(text.slice(above, lineEnd(text, above))) ? overTags(text, above) : start
}

/** A byte-order mark stays the first character of the file. */
const pastMark = (text: string, at: number): number => (at === 0 && text.startsWith('\ufeff') ? 1 : at)
