import { fieldsOf, type Field } from '../../formats/field.ts'
import { relationsOf } from '../../formats/relation.ts'
import type { Format } from '../../formats/format.ts'
import { sum, zero, type Decimal } from '../../text/decimal.ts'
import { keep } from '../../text/keep.ts'
import { shift, type Span } from '../../text/span.ts'
import { isEmptyFigure, valueOf, type Figure } from '../figure.ts'
import type { Section } from '../../markdown/document.ts'
import type { Report } from '../report.ts'
import { mentionsReader, type ReadMention, type ReadSection, type Setting } from './read.ts'
import type { Level } from './scope.ts'

/** A figure of a table with its place in the document. */
export type PlacedFigure = { readonly figure: Figure; readonly at: number }

/** A mention with the figures it speaks of. Offsets count from the start of the document. */
export type Mention = ReadMention & { readonly fields: readonly Field[]; readonly figures: readonly PlacedFigure[] }

export type Mentions = { readonly counts: readonly Mention[]; readonly shares: readonly Mention[] }

const none: Mentions = { counts: [], shares: [] }

/** Every mention of a report, in order. Without the tables there is nothing to speak of, and there are none. */
export const mentionsIn = keep((report: Report): readonly Mention[] =>
  report.document.sections.flatMap(({ at, value }) => mentionsOf(report, value, at).counts),
)

/** The mentions in a section that begins at `at`, with the figures that they speak of. */
export function mentionsOf(report: Report, section: Section, at: number): Mentions {
  const read = readerFor(report)?.(section)
  if (read === undefined || read.counts.length + read.shares.length === 0) return none
  const fields = fieldsOf(report.format)
  const place = (mention: ReadMention): readonly Mention[] => {
    const own = mention.item.fields.flatMap((id) => fields.get(id) ?? [])
    const figures = own.flatMap(({ id }) => figureOf(report, id) ?? [])
    if (own.length === 0 || figures.length !== own.length) return []
    const number = mention.number && shift(mention.number, at)
    const denial = mention.denial && shift(mention.denial, at)
    const { item, quantity, clause, scope, explained } = mention
    const span = shift(mention.span, at)
    return [{ item, quantity, span, number, denial, clause, scope, explained, fields: own, figures }]
  }
  return { counts: read.counts.flatMap(place), shares: read.shares.flatMap(place) }
}

/** What reads the mentions of a section of the report; undefined where its form says nothing of them. */
export const readerFor = (report: Report): ((section: Section) => ReadSection) | undefined =>
  report.format.mentions && mentionsReader(report.format.mentions, settingOf(report))

const settingOf = (report: Report): Setting => ({
  year: report.year,
  area: coversArea(report),
  judges: mayJudge(report),
  level: levelOf(report),
})

export function figureOf({ tables }: Report, field: string): PlacedFigure | undefined {
  for (const { at, value } of tables) {
    const figure = value.figures.get(field)
    if (figure !== undefined) return { figure, at }
  }
  return undefined
}

/** Governments decide on reconsideration, their offices and justice bureaus do it for them. */
const mayJudge = (report: Report): boolean => coversArea(report) || /司法|政府办公|复议/.test(report.title?.body ?? '')

/** A city may be one of a county's rank; what it calls 全市 is its own either way. */
function levelOf(report: Report): Level {
  const body = report.title?.body
  if (body === undefined) return undefined
  if (!coversArea(report)) return 'none'
  if (/(?:省|自治区)(?:人民)?政府$/.test(body)) return 'province'
  return /[市州盟](?:人民)?政府$/.test(body) ? 'city' : 'county'
}

/** A government of an area reports for all its bodies; an office, a department, a town reports for itself. */
const coversArea = ({ title }: Report): boolean =>
  title?.body === undefined || /[省市县区旗州盟]人民政府$|[省市县区旗州盟]政府$/.test(title.body)

/**
 * The sum of fields as the tables have it; `-` in front takes a field away, and fields that the form lacks are left
 * out. A blank total is its sum, and any other blank is zero, in a table that is filled in at all. Undefined if a
 * figure is absent or cannot be read.
 */
export function valueOfFields(report: Report, ids: readonly string[]): Decimal | undefined {
  const kept = values(report)
  const known = kept.get(ids)
  if (known !== undefined) return known.value
  const value = sumOfFields(report, ids)
  kept.set(ids, { value })
  return value
}

/** The lists of fields are the form's, and are asked for again and again. */
const values = keep(() => new WeakMap<readonly string[], { readonly value: Decimal | undefined }>())

function sumOfFields(report: Report, ids: readonly string[]): Decimal | undefined {
  const fields = fieldsOf(report.format)
  const known = ids.filter((id) => fields.has(id.replace(/^-/, '')))
  const found = known.map((id) => {
    const value = valueOfField(report, id.replace(/^-/, ''))
    return id.startsWith('-') ? value?.times(-1) : value
  })
  return known.length === 0 || found.includes(undefined) ? undefined : sum(found.flatMap((it) => it ?? []))
}

function valueOfField(report: Report, id: string): Decimal | undefined {
  const figure = figureOf(report, id)?.figure
  if (figure === undefined || !isEmptyFigure(figure)) return figure === undefined ? undefined : valueOf(figure)
  return isFilledIn(report, figure) ? (sumOfParts(report, id) ?? zero) : undefined
}

/** What the parts of a total come to; undefined if the field is no total or a part cannot be read. */
export function sumOfParts(report: Report, id: string): Decimal | undefined {
  for (const { derived, right } of totalsOf(report.format, id)) {
    if (derived?.field !== id) continue
    const figures = right.map((term) => figureOf(report, term.field)?.figure)
    const values = figures.map((it) => (it === undefined ? undefined : isEmptyFigure(it) ? zero : valueOf(it)))
    if (!values.includes(undefined)) return sum(values.flatMap((it) => it ?? []))
  }
  return undefined
}

const totalsOf = (format: Format, id: string) =>
  relationsOf(format).filter(({ derived }) => derived?.as === 'total' && derived.field === id)

const isFilledIn = ({ tables }: Report, figure: Figure): boolean =>
  tables.some(({ value }) => {
    const figures = [...value.figures.values()]
    return figures.includes(figure) && figures.some((it) => !isEmptyFigure(it))
  })

/** Whether the place lies in a mention. */
export const mentionAtOffset = (report: Report, offset: number): Mention | undefined =>
  mentionsIn(report).find(({ span }: { readonly span: Span }) => span.start <= offset && offset <= span.end)
