import type { Analysis } from '../analyse.ts'
import type { Problem } from '../check.ts'
import type { Severity } from '../rules/rule.ts'
import { linesOf } from '../text/lines.ts'
import { inLocale, render, type Locale, type Text } from '../text/message.ts'
import { status, type Status } from './status.ts'

/**
 * How a report stands, as plain text to be sent to whoever wrote it: its form, its sections, its relations, and every
 * finding with the line it is on. Undefined where the document is no report.
 */
export function conclusion(analysis: Analysis, locale: Locale): string | undefined {
  const { report, problems, document } = analysis
  const found = status(analysis, locale)
  if (report === undefined || found === undefined) return undefined
  const lines = linesOf(document.text)
  const untitled = { zh: '政府信息公开工作年度报告', en: 'Annual report on government-information disclosure' }
  const title = report.title?.text ?? inLocale(untitled, locale)
  const { format, sections, relations } = found
  const parts: readonly Text[] = [
    { zh: `《${title}》体检结论`, en: `Findings on “${title}”` },
    { zh: `格式：${format.title}（${format.basis}）。`, en: `Form: ${format.title} (${format.basis}).` },
    sectionsText(sections),
    relationsText(relations),
    findingsText(found),
  ]
  return [
    ...parts.map((it) => inLocale(it, locale)),
    ...problems.map((problem, i) => findingLine(problem, i + 1, lines.positionAt(problem.span.start).line + 1, locale)),
  ].join('\n')
}

function sectionsText({ present, required, missing }: Status['sections']): Text {
  const titles = missing.map(({ title }) => title)
  return {
    zh: `章节：法定 ${required} 节，已有 ${present} 节${titles.length === 0 ? '，齐全' : `，缺“${titles.join('”“')}”`}。`,
    en: `Sections: ${present} of ${required}${titles.length === 0 ? ', complete' : `; missing: ${titles.join(', ')}`}.`,
  }
}

function relationsText({ balanced, broken, unchecked, waived, total }: Status['relations']): Text {
  const zh = [
    `平 ${balanced} 个`,
    ...(broken > 0 ? [`不平 ${broken} 个`] : []),
    ...(unchecked > 0 ? [`不可核 ${unchecked} 个`] : []),
    ...(waived > 0 ? [`豁免 ${waived} 个`] : []),
  ]
  const en = [
    `${balanced} balanced`,
    ...(broken > 0 ? [`${broken} broken`] : []),
    ...(unchecked > 0 ? [`${unchecked} unchecked`] : []),
    ...(waived > 0 ? [`${waived} waived`] : []),
  ]
  return { zh: `勾稽关系：共 ${total} 个，${zh.join('，')}。`, en: `Relations: ${total}, ${en.join(', ')}.` }
}

function findingsText({ findings: { error, warning, information, hint } }: Status): Text {
  const notes = information + hint
  const count = error + warning + notes
  return count === 0
    ? { zh: '问题：未发现问题。', en: 'Findings: none.' }
    : {
        zh: `问题：共 ${count} 处（错误 ${error}，警告 ${warning}，提示 ${notes}）。`,
        en: `Findings: ${count} (${error} errors, ${warning} warnings, ${notes} notes).`,
      }
}

const severityWords: Readonly<Record<Severity, Text>> = {
  error: { zh: '错误', en: 'error' },
  warning: { zh: '警告', en: 'warning' },
  information: { zh: '提示', en: 'note' },
  hint: { zh: '提示', en: 'note' },
}

function findingLine(problem: Problem, number: number, line: number, locale: Locale): string {
  const word = inLocale(severityWords[problem.severity], locale)
  const said = render(problem.message, locale)
  return inLocale(
    { zh: `${number}. 第 ${line} 行［${word}］${said}`, en: `${number}. Line ${line} [${word}] ${said}` },
    locale,
  )
}
