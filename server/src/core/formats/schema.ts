import type { Shape } from './shape.ts'
import { formatShape, patchShape } from './shapes.ts'

type Schema = Readonly<Record<string, unknown>>

/**
 * The JSON Schema of the files that hold forms, as text: from the shapes that the program itself reads by, so that
 * the editor checks and completes what will be accepted.
 */
export function formatSchema(): string {
  const definitions: Record<string, Schema> = { text: textSchema }
  const format = schemaOf(formatShape, definitions)
  const patch = schemaOf(patchShape, definitions)
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: '政务公开年报格式 · form of the annual report on government-information disclosure',
    description:
      '一种年度报告格式：从已有格式变通而来的写 extends，只写不同之处；也可以整个写出。A form of the annual report: one that varies another says extends and only what differs; or it is written out whole.',
    allowComments: true,
    allowTrailingCommas: true,
    type: 'object',
    if: { required: ['extends'] },
    then: patch,
    else: format,
    definitions,
  }
  return `${JSON.stringify(schema, null, 2)}\n`
}

function schemaOf(shape: Shape, definitions: Record<string, Schema>): Schema {
  switch (shape.kind) {
    case 'string':
      if (shape.choices !== undefined) return { type: 'string', enum: shape.choices }
      return shape.pattern === undefined ? { type: 'string', minLength: 1 } : { type: 'string', pattern: shape.pattern }
    case 'number':
      return { type: 'integer' }
    case 'true':
      return { const: true }
    case 'boolean':
      return { type: 'boolean' }
    case 'text':
      return { $ref: '#/definitions/text' }
    case 'list':
      return {
        type: 'array',
        items: schemaOf(shape.of, definitions),
        ...(shape.nonEmpty === true ? { minItems: 1 } : {}),
      }
    case 'record':
      return { type: 'object', additionalProperties: schemaOf(shape.of, definitions) }
    case 'object':
      return reference(shape, definitions)
  }
}

/** A sentence in Chinese and English; one string stands for both. */
const textSchema: Schema = {
  anyOf: [
    { type: 'string', minLength: 1 },
    {
      type: 'object',
      properties: {
        zh: { type: 'string', minLength: 1, description: '中文 · Chinese' },
        en: { type: 'string', minLength: 1, description: '英文，可省 · English, may be left out' },
      },
      required: ['zh'],
      additionalProperties: false,
    },
  ],
}

function reference(shape: Extract<Shape, { readonly kind: 'object' }>, definitions: Record<string, Schema>): Schema {
  const { name, fields } = shape
  if (!(name in definitions)) {
    // Named before its parts are written, so that a shape may contain itself.
    definitions[name] = {}
    const properties = Object.entries(fields).map(([field, it]): readonly [string, Schema] => {
      const own = schemaOf('required' in it ? it.required : 'optional' in it ? it.optional : it.filled, definitions)
      const description = describe(name, field)
      return [
        field,
        description === undefined ? own : '$ref' in own ? { allOf: [own], description } : { ...own, description },
      ]
    })
    definitions[name] = {
      type: 'object',
      properties: Object.fromEntries([...properties, ['$schema', {}]]),
      required: Object.entries(fields).flatMap(([field, it]) => ('required' in it ? [field] : [])),
      additionalProperties: false,
    }
  }
  return { $ref: `#/definitions/${name}` }
}

/** What a field is for; a field that several parts have is told once. */
const describe = (shape: string, field: string): string | undefined =>
  descriptions[`${shape.replace(/-change$/, '')}.${field}`] ?? descriptions[field]

const descriptions: Readonly<Record<string, string>> = {
  id: '编号，短而固定，别处用它来指称。Short and stable; what refers to it elsewhere.',
  'form.id': '格式的编号：文首 zwgk.format 和设置里写它。The id that front matter and settings name.',
  'format.id': '格式的编号：文首 zwgk.format 和设置里写它。The id that front matter and settings name.',
  extends: '所依据的格式的编号，如 2021。The id of the form that this one varies, such as 2021.',
  form: '格式自身的名称、依据、适用年度。The name, basis and years of the form itself.',
  title: '名称。The name.',
  'section.title': '节的规定标题，不带序号。The official title without its ordinal.',
  english: '英文名称，可省。The name in English; may be left out.',
  label: '表中的规定写法，带序号，不带所在分组。The official label with its ordinal, without its groups.',
  'group.label': '分组的标题，行的 path 和列的 group 用它来指称。What path of rows and group of columns refer to.',
  aliases: '认得的其他写法。Other ways of writing it that are known.',
  nearMisses: '认得、但要提醒改正的写法。Ways of writing it that are known and reported.',
  basis: '依据的文号或条款。The document or article that it rests on.',
  definition: '统计什么、不统计什么，悬停时显示。What is counted and what is not; shown on hover.',
  mistakes: '常见的错误，悬停时显示。What is often done wrong; shown on hover.',
  certainty: '来源不是正式文本时注明。Where the source is no official text.',
  years: '适用的数据年度（不是发布年度）。The years of the data for which it is in force.',
  fingerprints: '只有这种格式才有的标签，用来辨认格式。Labels of this form alone, by which it is recognised.',
  law: '依据的条例。The regulation that it rests on.',
  reportTitle: '标题，{body} 是机关名称，{year} 是年度。The title; {body} and {year} are filled in.',
  preamble: '开头各段，{{…}} 是要填写的空。The paragraphs before the first section; {{…}} is a blank.',
  template: '新建时放进去的文字，{{…}} 是要填写的空。What a new one contains; {{…}} is a blank.',
  sections: '各节，按顺序。The sections in order.',
  contents: '必须写到的内容，可以没有自己的标题。What must be said, with or without a title of its own.',
  tables: '统计表。The tables.',
  blocks: '表由一块或几块组成；在 extends 里以“表.块”指称。The blocks of a table; named `table.block` in a patch.',
  rows: '各行，按顺序。The rows in order.',
  columns: '各列，按顺序。The columns in order.',
  groups: '跨几行或几列的标题。Labels over several columns or before several rows.',
  relations: '勾稽关系。How figures depend on each other.',
  path: '行所在的各级分组，从外到内。The groups the row stands in, outermost first.',
  'column.group': '列上方的跨列标题。The label over several columns.',
  corner: '左上角的字。What stands in the corner.',
  cornerAliases: '左上角的其他写法。Other texts in the corner.',
  head: '块上方的一行字，如“第二十条第（一）项”。The line over the block.',
  unit: '单位。The unit.',
  openUnits: '单位由填报人选的，可选的单位。Units of which a cell must name one.',
  kind: 'count 是整数，decimal 可有小数，signed 可为负。count, decimal, or signed (may be negative).',
  optional: '可以没有，没有也不提示。May be absent without a word.',
  required: '没有时要提示。Whether its absence is reported.',
  section: '表放在哪一节，写节的编号。The id of the section that the table belongs to.',
  each: '对每一行（row）、每一列（column）各一条，还是只有一条（once）。One for each row, each column, or a single one.',
  only: '只对这些行或列。Only for these rows or columns.',
  left: '等号左边。The left side.',
  right: '等号右边；a..b 是从 a 到 b。The right side; a..b is a range.',
  operator: '= 、<= 或 >=。',
  rule: '不平时按哪条规则报告。The rule under which it is reported.',
  severity: '不平时的级别，省略则按规则。The severity; that of the rule where left out.',
  derived: '由其他项决定的那一项，可以重算。The one term that the others determine; it can be recomputed.',
  weight: '系数，省略为 1。1 where left out.',
  yearly: '与上年报告的关系：本年的数＝上年报告的数之和＋本年的数之和。How figures follow from last year’s report.',
  figure: '本年报告里由其他数决定的那个数。The figure of this year that the others determine.',
  last: '上年报告里的数。Figures of last year’s report.',
  now: '本年报告里的数。Figures of this year’s report.',
  rollUp: '县级政府的表等于各单位之和的范围。Which figures of a superior body are the sums over its bodies.',
  'roll-up.tables': '全表各格都是各单位之和的表，写表的编号。The tables whose figures are all sums, by id.',
  shared: '几个单位都计、汇总只计一次的块：少于各单位之和不算错。Blocks whose sum may be less than all parts.',
  reason: '为什么可以少于各单位之和。Why fewer than the sum may be right.',
  explained: '报告自己怎样说明差异。How a report accounts for a difference in its own words.',
  about: '说明的句子要提到的词，任一个。Words of which the sentence has one.',
  because: '说明的句子里表示原因的词，任一个。Words that give a reason, of which it has one.',
  'explanation.template':
    '灯泡插入的说明句，{name} 是统计项，{difference} 是差数，{{…}} 是要填写的空。The sentence that a fix inserts.',
  remove: '去掉的，写编号。What goes, by id.',
  change: '要改的：编号和改动的项。What changes: its id and the fields that differ.',
  add: '要加的。What is added.',
  after: '加在哪一项之后，写编号；省略则加在最前。Behind which one; in front of all where left out.',
  items: '加进来的各项。What is added there.',
  sources: '原格式引用的依据换成什么。What is cited in place of what.',
}
