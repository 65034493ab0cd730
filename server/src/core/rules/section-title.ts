import { sectionTitle } from '../formats/skeleton.ts'
import { visibleSpan } from '../markdown/plainText.ts'
import { lineEnd, lineStart } from '../report/bodyLines.ts'
import type { SectionTitle } from '../report/headings.ts'
import { sectionDepth } from '../report/insertSection.ts'
import type { Report } from '../report/report.ts'
import { strayTitles, type StrayTitle } from '../report/strayTitles.ts'
import { readOrdinal, toChinese } from '../text/ordinal.ts'
import type { Edit, Span } from '../text/span.ts'
import { reportRule, type Finding } from './rule.ts'

type Name =
  | 'dash'
  | 'style'
  | 'setOrdinal'
  | 'hash'
  | 'addBlank'
  | 'line'
  | 'makeHeading'
  | 'near'
  | 'reworded'
  | 'rename'
  | 'runIn'
  | 'split'

/** A section bears the title of the form, as a heading, with an ordinal such as 一、. Legal source: the form. */
export const sectionTitleRule = reportRule<Name>({
  code: 'section-title',
  severity: 'warning',
  reads: 'outline',
  messages: {
    dash: {
      zh: '“{text}”：序号应为“{expected}”，写成了“{found}”（常见于文字识别，把“一”认作横线）',
      en: '“{text}”: the ordinal should be “{expected}”, found “{found}” (a dash for 一, as text recognition leaves it)',
    },
    style: {
      zh: '“{text}”：序号应写作“{expected}”，与其他各节一致，写成了“{found}”',
      en: '“{text}”: the ordinal should be written “{expected}” as in the other sections, found “{found}”',
    },
    setOrdinal: { zh: '序号改为“{expected}”', en: 'Change the ordinal to “{expected}”' },
    hash: {
      zh: '“{text}”：“#”与标题之间应有一个半角空格，没有就不是标题，只是一行正文',
      en: '“{text}”: one blank must stand between the number signs and the title; without it this is no heading but text',
    },
    addBlank: { zh: '在“#”后补一个空格', en: 'Put a blank after the number signs' },
    line: {
      zh: '“{text}”：应为标题，写成了一行正文；其他各节是“{marks}”标题',
      en: '“{text}”: should be a heading, found a line of text; the other sections are “{marks}” headings',
    },
    makeHeading: { zh: '改为“{marks}”标题', en: 'Make it a “{marks}” heading' },
    near: {
      zh: '“{text}”：节标题应为“{expected}”，写成了“{found}”。依据：{basis}',
      en: '“{text}”: the section’s title should be “{expected}”, found “{found}”. Basis: {basis}',
    },
    reworded: {
      zh: '“{text}”：似为规定的“{expected}”一节，标题应与格式一致。依据：{basis}',
      en: '“{text}”: this seems to be the section “{expected}”, whose title the form sets. Basis: {basis}',
    },
    rename: { zh: '标题改为“{expected}”', en: 'Change the title to “{expected}”' },
    runIn: {
      zh: '“{text}”：节标题应单独成行，此处与正文连在了一行',
      en: '“{text}”: the section’s title should stand on a line of its own, found text running on after it',
    },
    split: { zh: '把标题“{text}”单独成行', en: 'Put the title “{text}” on a line of its own' },
  },
  *check(report) {
    const titles = report.sections.map((it) => it.title)
    for (const title of titles) {
      yield* ordinalOf(title, titles, report)
      yield* markOf(title, titles, report)
      yield* wordingOf(title, report)
    }
    for (const stray of strayTitles(report)) yield ofStray(stray, titles, report)
  },
})

function* ordinalOf(title: SectionTitle, all: readonly SectionTitle[], report: Report): Generator<Finding<Name>> {
  const { ordinal, text, content } = title
  if (ordinal === undefined) return
  const proper = ordinal.style === 'section' && ordinal.text.endsWith('、') && !/\s/.test(ordinal.text)
  // Where no section has the form's kind of ordinal, the report has chosen another and keeps to it.
  if (
    proper ||
    (ordinal.style !== 'dash' &&
      !all.some((it) => it !== title && (it.ordinal?.style === 'section' || it.ordinal?.style === 'dash')))
  )
    return
  const span = within(content, ordinal.text, report)
  const value = ordinal.style === 'dash' ? 1 + report.format.sections.indexOf(title.section) : ordinal.value
  const args = { text, found: ordinal.text.trim(), expected: `${toChinese(value)}、` }
  yield {
    message: ordinal.style === 'dash' ? 'dash' : 'style',
    args,
    span: span ?? content,
    fixes:
      span === undefined
        ? []
        : [{ title: 'setOrdinal', args, edits: [{ span, text: args.expected }], effect: 'form', preferred: true }],
  }
}

function* markOf(title: SectionTitle, all: readonly SectionTitle[], report: Report): Generator<Finding<Name>> {
  const { text, span, content, form } = title
  const source = report.document.text
  const marks = '#'.repeat(sectionDepth(report))
  if (form === 'hash') {
    const signs = /^#+/.exec(source.slice(span.start, content.end))?.[0].length ?? 0
    const start = span.start + signs
    const blanks = /^[\s\u3000]*/.exec(source.slice(start, content.end))?.[0].length ?? 0
    const edits = [{ span: { start, end: start + blanks }, text: ' ' }]
    const args = { text: source.slice(span.start, content.end) }
    yield { message: 'hash', args, span, fixes: [{ title: 'addBlank', edits, effect: 'form', preferred: true }] }
  }
  // A text taken from Word has no headings at all; then it is a matter of taste, and of one command, to make them.
  const headings = all.filter((it) => it.form === 'heading').length
  if (form !== 'line' || headings < all.length - headings) return
  const args = { text, marks }
  const edits = asHeading(content, marks, source)
  yield {
    message: 'line',
    args,
    span: content,
    fixes: edits === undefined ? [] : [{ title: 'makeHeading', args, edits, effect: 'form', preferred: true }],
  }
}

function* wordingOf(title: SectionTitle, report: Report): Generator<Finding<Name>> {
  const { match, ordinal, text, content, section } = title
  if (match !== 'near') return
  const source = report.document.text
  const written = within(
    content,
    text
      .trim()
      .slice(ordinal?.text.length ?? 0)
      .trim(),
    report,
  )
  const span = written && visible(written, source)
  const found = span === undefined ? text : source.slice(span.start, span.end)
  const args = { text, found, expected: section.title, basis: report.format.basis }
  yield {
    message: 'near',
    args,
    span: span ?? content,
    fixes:
      span === undefined
        ? []
        : [{ title: 'rename', args, edits: [{ span, text: section.title }], effect: 'text', preferred: true }],
  }
}

function ofStray(stray: StrayTitle, all: readonly SectionTitle[], report: Report): Finding<Name> {
  const { section, span, form, kind, rest } = stray
  const source = report.document.text
  const text = source.slice(span.start, span.end)
  if (kind === 'reworded') {
    const expected = sectionTitle(section, report.format)
    const args = { text, expected, basis: report.format.basis }
    const place = visible(span, source)
    const words = {
      start: place.start + (readOrdinal(source.slice(place.start, place.end))?.text.length ?? 0),
      end: place.end,
    }
    const edits = [{ span: words, text: section.title }]
    return {
      message: 'reworded',
      args,
      span,
      fixes: [{ title: 'rename', args: { ...args, expected: section.title }, edits, effect: 'text' }],
    }
  }
  const heading = all.some((it) => it.form === 'heading') && form === 'line'
  const marks = heading ? `${'#'.repeat(sectionDepth(report))} ` : ''
  const edits: Edit[] = [{ span: { start: span.end, end: rest }, text: '\n\n' }]
  const before = lineStart(source, span.start)
  if (marks !== '') edits.unshift({ span: { start: before, end: span.start }, text: marks })
  return {
    message: 'runIn',
    args: { text },
    span,
    fixes: [{ title: 'split', args: { text }, edits, effect: 'form', preferred: true }],
  }
}

/** Marks in front of the title, in place of whatever else stands on its line; undefined where words would be lost. */
function asHeading(content: Span, marks: string, source: string): readonly Edit[] | undefined {
  const before = { start: lineStart(source, content.start), end: content.start }
  const after = { start: content.end, end: lineEnd(source, content.end) }
  const other = source.slice(before.start, before.end) + source.slice(after.start, after.end)
  if (/[^\s*_~`\u3000]/.test(other)) return undefined
  return [{ span: before, text: `${marks} ` }, ...(after.start === after.end ? [] : [{ span: after, text: '' }])]
}

/** Where a part of a title stands in the source; undefined where it is written with escapes. */
function within(content: Span, part: string, { document }: Report): Span | undefined {
  const at = document.text.slice(content.start, content.end).indexOf(part)
  return at < 0 ? undefined : { start: content.start + at, end: content.start + at + part.length }
}

function visible(span: Span, source: string): Span {
  const { start, end } = visibleSpan(source.slice(span.start, span.end))
  return { start: span.start + start, end: span.start + end }
}
