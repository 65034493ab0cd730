import type { Analysis } from '../analyse.ts'
import type { Format } from '../formats/format.ts'
import type { ParagraphFormat } from '../formats/paragraph.ts'
import type { Placed } from '../markdown/document.ts'
import { compare } from '../report/mentions/compare.ts'
import { sentencesOf } from '../report/mentions/sentences.ts'
import { mentionsIn, type Mention } from '../report/mentions/mentions.ts'
import type { Passage } from '../report/mentions/passages.ts'
import type { Report } from '../report/report.ts'
import { digits } from '../text/decimal.ts'
import { lineEndingOf } from '../text/lines.ts'
import { message, type Message, type Text } from '../text/message.ts'
import { contains, overlaps, shift, type Edit, type Span } from '../text/span.ts'
import { fieldReader, type FieldValue, type Refusal } from './paragraph/figures.ts'
import { fill, type Value } from './paragraph/fill.ts'
import { matchSentence } from './paragraph/match.ts'
import { apart, besideFound, noInsertions, spanOf, type Found } from './paragraph/insert.ts'
import { passagesWithin, placeFor, type Place } from './paragraph/place.ts'
import { rewrite } from './paragraph/rewrite.ts'
import { readTemplate, type Sentence } from './paragraph/template.ts'
import { nameReader, type Named } from './paragraph/values.ts'

/** What writing the paragraph comes to. */
export type Written = {
  /** They do not overlap; line ends are the document's own. */
  readonly edits: readonly Edit[]
  /** How many sentences are new, and how many places of what is written already change. */
  readonly added: number
  readonly changed: number
  /** What could not be written, and why; each once. */
  readonly refused: readonly Refusal[]
  /** What is wrong with the template, or why there is no place for the paragraph; then nothing is written. */
  readonly faults: readonly Message[]
  /** Where the paragraph belongs, as the document stands. */
  readonly body: Span | undefined
}

/**
 * Writes the paragraph that the form has a template for, or brings it up to date. A sentence of the template that
 * stands there with other figures gets the right ones. Words of the author's own stay: where they speak of the same
 * figures no sentence is added, and a number that disagrees with the table is set to it. Undefined where the document
 * is no report; `setting` is the user's template, empty for the form's own.
 */
export function writeParagraph(analysis: Analysis, setting: string): Written | undefined {
  const { report } = analysis
  if (report === undefined) return undefined
  const [own] = report.format.paragraphs ?? []
  if (own === undefined) return nothing([message(texts.noParagraph, { format: report.format.title.zh })])
  const place = placeFor(own, report)
  if (place === undefined) return nothing([message(texts.noSection, { topic: own.title.zh })])
  const template = readTemplate(templateFor(setting, own, analysis.formats))
  const read = fieldReader({ ...analysis, report })
  const names = nameReader(report, own, read)
  const named = template.sentences.flatMap((it) => it.names.map(names))
  const unknown = named.flatMap((it) => (it.kind === 'unknown' ? [it.message] : []))
  const faults = [...template.faults, ...unknown]
  if (faults.length > 0) return nothing(distinct(faults, (it) => JSON.stringify(it)))
  return write(report, place, template.sentences, names, read)
}

/** The topic of the paragraph and all of its text in the report, its title included; undefined where it has none. */
export function paragraphPlace({
  report,
}: Pick<Analysis, 'report'>): { readonly title: Text; readonly whole: Span } | undefined {
  const [own] = report?.format.paragraphs ?? []
  const place = report && own && placeFor(own, report)
  if (own === undefined || place?.title === undefined) return undefined
  return { title: own.title, whole: { start: place.title.start, end: place.body.end } }
}

const nothing = (faults: readonly Message[]): Written => ({
  edits: [],
  added: 0,
  changed: 0,
  refused: [],
  faults,
  body: undefined,
})

/** The template of any form, which the settings show as the default, stands for the one of the form at hand. */
const templateFor = (setting: string, own: ParagraphFormat, formats: readonly Format[]): string =>
  setting.trim() === '' || formats.some(({ paragraphs = [] }) => paragraphs.some((it) => it.template === setting))
    ? own.template
    : setting

function write(
  report: Report,
  place: Place,
  sentences: readonly Sentence[],
  names: (name: string) => Named,
  read: (field: string) => FieldValue,
): Written {
  const values = valuesOf(sentences, names)
  const passages = passagesWithin(report, place.body)
  const found = findAll(sentences, passages, values)
  const others = mentionsIn(report).filter(
    ({ span }) => contains(place.body, span.start) && !found.some((it) => overlaps(spanOf(it), span)),
  )
  const isWritable = (sentence: Sentence): boolean => sentence.names.every((it) => names(it).kind === 'value')
  const refused = sentences.flatMap((it) => it.names.map(names)).flatMap((it) => ('refusals' in it ? it.refusals : []))

  const changesOf = ({ sentence, passage, start, end }: Found): readonly Edit[] =>
    isWritable(sentence)
      ? rewrite(passage.value, start, end, fill(sentence.pieces, values)).map((edit) => placed(edit, passage.at))
      : []
  const corrections = others.flatMap((it) => correction(it, report, read) ?? [])
  const fieldsOf = ({ names: own }: Sentence): readonly string[] =>
    own.map(names).flatMap((it) => ('fields' in it ? it.fields : []))
  const spoken = (sentence: Sentence): boolean =>
    others.some(({ fields }) => fields.some(({ id }) => fieldsOf(sentence).includes(id)))
  const added = sentences
    .filter((it) => isWritable(it) && !found.some(({ sentence }) => sentence === it) && !spoken(it))
    .map((sentence) => ({ sentence, text: fill(sentence.pieces, values) }))
    .filter(({ text }) => /[\p{L}\p{N}]/u.test(text))
  const beside = found.length === 0 ? noInsertions : besideFound(added, sentences, found, report)
  const changes = found.map(changesOf)
  // What is inserted at one place stands there in this order.
  const inTurn = found.flatMap((it, i) => [
    ...(beside.before.get(it) ?? []),
    ...(changes[i] ?? []),
    ...(beside.behind.get(it) ?? []),
  ])
  const elsewhere = found.length > 0 || added.length === 0 ? [] : [apart(added, others, report, place)]
  const lineEnding = lineEndingOf(report.document.text)
  return {
    edits: together([...inTurn, ...corrections, ...elsewhere]).map(({ span, text }) => ({
      span,
      text: text.replaceAll('\n', lineEnding),
    })),
    added: added.length,
    changed: changes.flat().length + corrections.length,
    refused: distinct(refused, (it) => JSON.stringify(it)),
    faults: [],
    body: place.body,
  }
}

/** Insertions at one place as one: which of several comes first is not for every client to decide. */
function together(edits: readonly Edit[]): readonly Edit[] {
  const byPlace = new Map<string, Edit>()
  for (const [i, edit] of edits.entries()) {
    const { start, end } = edit.span
    const key = start === end ? `at ${start}` : `${i}`
    byPlace.set(key, { span: edit.span, text: (byPlace.get(key)?.text ?? '') + edit.text })
  }
  return [...byPlace.values()]
}

function valuesOf(sentences: readonly Sentence[], names: (name: string) => Named): ReadonlyMap<string, Value> {
  const all = sentences.flatMap((it) => it.names)
  return new Map(
    all.map((name) => [name, names(name)] as const).flatMap(([name, it]) => ('value' in it ? [[name, it.value]] : [])),
  )
}

/** Each sentence of the template at the first place where a sentence of the prose reads so. */
function findAll(
  sentences: readonly Sentence[],
  passages: readonly Placed<Passage>[],
  values: ReadonlyMap<string, Value>,
): readonly Found[] {
  const found: Found[] = []
  for (const sentence of sentences)
    for (const passage of passages) {
      const { text } = passage.value
      const free = sentencesOf(text)
        .map(({ start }) => start)
        .filter((start) => !found.some((it) => it.passage === passage && it.start <= start && start < it.end))
      const match = matchSentence(sentence, text, free, values)
      if (match === undefined) continue
      found.push({ sentence, passage, ...match })
      break
    }
  return found
}

/** A number in the author's own words that disagrees with figures that can be relied on. */
function correction(mention: Mention, report: Report, read: (field: string) => FieldValue): Edit | undefined {
  const { number, quantity, fields } = mention
  if (number === undefined || quantity === undefined || quantity.step.gt(1) || quantity.unit.endsWith('元'))
    return undefined
  if (fields.some(({ id }) => 'refusal' in read(id))) return undefined
  const result = compare(mention, report)
  return result.state === 'differs' ? { span: number, text: digits(result.expected) } : undefined
}

function distinct<T>(items: readonly T[], key: (item: T) => string): readonly T[] {
  return [...new Map(items.map((it) => [key(it), it])).values()]
}

const placed = ({ span, text }: Edit, at: number): Edit => ({ span: shift(span, at), text })

const texts = {
  noParagraph: {
    zh: '{format}没有可以由表生成的段落',
    en: 'the form of this report ({format}) has no paragraph that could be written from its tables',
  },
  noSection: {
    zh: '报告里没有写“{topic}”的那一节，请先用“插入章节”补上',
    en: 'the report lacks the section for “{topic}”: insert it first',
  },
} satisfies Readonly<Record<string, Text>>
