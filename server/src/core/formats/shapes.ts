import type {
  BlockFormat,
  ColumnFormat,
  ContentFormat,
  ExplanationFormat,
  Format,
  GroupFormat,
  RelationFormat,
  RollUpFormat,
  RowFormat,
  SectionFormat,
  TableFormat,
  TermFormat,
  TopicFormat,
  YearlyFormat,
} from './format.ts'
import type { BlockPatch, FormatPatch, ListPatch } from './extend.ts'
import { shapeOf, type FieldShape, type Shape } from './shape.ts'

/** The compiler refuses a shape that lacks a field of its type, and one that lets a required field be left out. */
type FieldsOf<T> = {
  readonly [K in keyof T]-?: Pick<T, K> extends Required<Pick<T, K>>
    ? Exclude<FieldShape, { readonly optional: Shape }>
    : Extract<FieldShape, { readonly optional: Shape }>
}

const object = <T>(name: string, fields: FieldsOf<T>): Shape => ({ kind: 'object', name, fields })

const list = (of: Shape): Shape => ({ kind: 'list', of })
const string: Shape = { kind: 'string' }
const id: Shape = { kind: 'string', pattern: '^[a-z0-9][a-zA-Z0-9-]*$' }
const dotted: Shape = { kind: 'string', pattern: '^[a-z0-9]+(?:[.-][a-z0-9]+)*$' }
const formId: Shape = { kind: 'string', pattern: '^[a-z0-9][a-z0-9-]*$' }
const whole: Shape = { kind: 'number' }
const onlyTrue: Shape = { kind: 'true' }
const text: Shape = { kind: 'text' }
const strings = list(string)

const required = (shape: Shape) => ({ required: shape })
const optional = (shape: Shape) => ({ optional: shape })
/** May be left out: then there are none. */
const none = (of: Shape) => ({ filled: list(of), from: () => [] })
/** May be left out: then it reads as another field does. */
const like = (shape: Shape, field: string) => ({
  filled: shape,
  from: (own: Readonly<Record<string, unknown>>) => own[field],
})

const explained = {
  definition: required(text),
  basis: required({ kind: 'list', of: string, nonEmpty: true }),
  mistakes: none(text),
  certainty: optional({ kind: 'string', choices: ['inferred', 'from-memory'] }),
} as const

const topic = object<TopicFormat>('topic', {
  id: required(dotted),
  title: required(string),
  english: like(string, 'title'),
  aliases: none(string),
  required: required({ kind: 'boolean' }),
  definition: required(text),
  basis: required({ kind: 'list', of: string, nonEmpty: true }),
  template: none(string),
})

const section = object<SectionFormat>('section', {
  ...explained,
  id: required(dotted),
  title: required(string),
  english: like(string, 'title'),
  aliases: none(string),
  nearMisses: optional(strings),
  required: required({ kind: 'boolean' }),
  annex: optional(onlyTrue),
  topics: none(topic),
  statement: optional(
    object<NonNullable<SectionFormat['statement']>>('statement', {
      bareNoneAllowed: required({ kind: 'boolean' }),
      minimumCharacters: required(whole),
    }),
  ),
  template: none(string),
})

const content = object<ContentFormat>('content', {
  id: required(dotted),
  title: required(string),
  english: like(string, 'title'),
  definition: required(text),
  basis: required({ kind: 'list', of: string, nonEmpty: true }),
  satisfiedBy: optional(dotted),
  within: optional(dotted),
  home: optional(list(dotted)),
  recommended: optional(onlyTrue),
  phrases: required(strings),
  template: required(string),
})

const kind: Shape = { kind: 'string', choices: ['count', 'decimal', 'signed'] }

const column = object<ColumnFormat>('column', {
  ...explained,
  id: required(id),
  label: required(string),
  english: like(string, 'label'),
  aliases: none(string),
  group: optional(string),
  unit: optional(text),
  openUnits: optional(strings),
  kind: optional(kind),
})

const row = object<RowFormat>('row', {
  ...explained,
  id: required(id),
  label: required(string),
  english: like(string, 'label'),
  aliases: none(string),
  path: none(string),
  optional: optional(onlyTrue),
  unit: optional(text),
  kind: optional(kind),
})

const group = object<GroupFormat>('group', {
  ...explained,
  label: required(string),
  english: like(string, 'label'),
  aliases: none(string),
})

const block = object<BlockFormat>('block', {
  id: required(id),
  head: optional(string),
  corner: required(string),
  cornerAliases: none(string),
  unitColumn: optional(string),
  columns: required({ kind: 'list', of: column, nonEmpty: true }),
  rows: required({ kind: 'list', of: row, nonEmpty: true }),
  groups: none(group),
})

const table = object<TableFormat>('table', {
  ...explained,
  id: required(id),
  section: required(dotted),
  title: required(string),
  english: like(string, 'title'),
  note: optional(string),
  optional: optional(onlyTrue),
  blocks: required({ kind: 'list', of: block, nonEmpty: true }),
})

const term = object<TermFormat>('term', { row: optional(string), column: optional(string), weight: optional(whole) })
const terms: Shape = { kind: 'list', of: term, nonEmpty: true }

const relation = object<RelationFormat>('relation', {
  id: required(id),
  rule: required({ kind: 'string', choices: ['total-mismatch', 'balance-mismatch', 'part-exceeds-whole'] }),
  severity: optional({ kind: 'string', choices: ['error', 'warning', 'information', 'hint'] }),
  title: required(text),
  basis: required(string),
  table: required(id),
  block: required(id),
  each: required({ kind: 'string', choices: ['row', 'column', 'once'] }),
  only: optional(strings),
  left: required(terms),
  operator: required({ kind: 'string', choices: ['=', '<=', '>='] }),
  right: required(terms),
  derived: optional(
    object<NonNullable<RelationFormat['derived']>>('derived', {
      term: required(term),
      as: required({ kind: 'string', choices: ['total', 'balance'] }),
    }),
  ),
  notApplicableWhenZero: optional({ kind: 'boolean' }),
  tolerance: optional({ kind: 'string', choices: ['rounding'] }),
})

const explanation = object<ExplanationFormat>('explanation', {
  about: none(string),
  because: none(string),
  template: required(string),
})

const equation = object<YearlyFormat>('equation', {
  id: required(id),
  rule: required({ kind: 'string', choices: ['carry-over-mismatch', 'stock-mismatch'] }),
  severity: optional({ kind: 'string', choices: ['warning', 'information', 'hint'] }),
  title: required(text),
  basis: required(string),
  table: required(id),
  block: required(id),
  each: required({ kind: 'string', choices: ['row', 'column'] }),
  only: optional(strings),
  figure: required(term),
  last: required(terms),
  now: none(term),
  explained: required(explanation),
})

const rollUp = object<RollUpFormat>('roll-up', {
  tables: required({ kind: 'list', of: id, nonEmpty: true }),
  shared: none(
    object<RollUpFormat['shared'][number]>('shared', {
      table: required(id),
      block: required(id),
      reason: required(text),
    }),
  ),
  explained: required(explanation),
})

const years = object<Format['years']>('years', { from: optional(whole), to: optional(whole) })

/**
 * A whole form. How prose speaks of the fields, what can be written from them, how they are made from a ledger and what a
 * new report takes over or begins with are inherited where a form extends another, and not told in a file.
 */
export const formatShape = object<Omit<Format, 'mentions' | 'succession' | 'paragraphs' | 'ledger'>>('format', {
  id: required(formId),
  title: required(text),
  basis: required(string),
  law: required(text),
  years: required(years),
  fingerprints: none(string),
  reportTitle: { filled: string, from: () => '{body}{year}年政府信息公开工作年度报告' },
  preamble: none(string),
  sections: required({ kind: 'list', of: section, nonEmpty: true }),
  freeOutline: optional(onlyTrue),
  contents: none(content),
  tables: none(table),
  relations: none(relation),
  yearly: optional(list(equation)),
  rollUp: optional(rollUp),
})

/** The same with every field left to choice and nothing filled in: what a patch may change. */
function partial(shape: Shape): Shape {
  if (shape.kind !== 'object') return shape
  const fields = Object.entries(shape.fields).map(([name, field]) => [name, optional(shapeOf(field))] as const)
  return { kind: 'object', name: `${shape.name}-change`, fields: Object.fromEntries(fields) }
}

const listPatch = (name: string, of: Shape): Shape =>
  object<ListPatch<unknown>>(`${name}-patch`, {
    remove: optional(strings),
    change: optional({ kind: 'record', of: partial(of) }),
    add: optional(
      list(
        object<NonNullable<ListPatch<unknown>['add']>[number]>(`${name}-addition`, {
          after: optional(string),
          items: required({ kind: 'list', of, nonEmpty: true }),
        }),
      ),
    ),
  })

/** A form told by what sets it apart from another. What the form's own part leaves out is as in the base. */
export const patchShape = object<FormatPatch>('patch', {
  extends: required(string),
  form: required({
    kind: 'object',
    name: 'form',
    fields: {
      id: required(formId),
      title: required(text),
      basis: optional(string),
      years: optional(years),
      fingerprints: optional(strings),
      law: optional(text),
      reportTitle: optional(string),
      preamble: optional(strings),
      rollUp: optional(rollUp),
    },
  }),
  sources: optional({ kind: 'record', of: string }),
  sections: optional(listPatch('section', section)),
  contents: optional(listPatch('content', content)),
  tables: optional(listPatch('table', table)),
  blocks: optional({
    kind: 'record',
    of: object<BlockPatch>('block-patch', {
      rows: optional(listPatch('row', row)),
      columns: optional(listPatch('column', column)),
      groups: optional(listPatch('group', group)),
    }),
  }),
  relations: optional(listPatch('relation', relation)),
  yearly: optional(listPatch('equation', equation)),
})
