import { message, type Message, type Text } from '../text/message.ts'

/** Where in a JSON value something is: names of properties and numbers of items. */
export type JsonPath = readonly (string | number)[]

/** What is wrong with a form, and where. `key` where the name of the property is wrong and not its value. */
export type FormatProblem = { readonly path: JsonPath; readonly message: Message; readonly key?: true }

/** What a JSON value may look like: the little that forms need, checked here and written out as a JSON Schema. */
export type Shape =
  | { readonly kind: 'string'; readonly pattern?: string; readonly choices?: readonly string[] }
  | { readonly kind: 'number' | 'true' | 'boolean' }
  /** A sentence in both languages; one string alone stands for both. */
  | { readonly kind: 'text' }
  | { readonly kind: 'list'; readonly of: Shape; readonly nonEmpty?: true }
  | { readonly kind: 'record'; readonly of: Shape }
  | { readonly kind: 'object'; readonly name: string; readonly fields: Readonly<Record<string, FieldShape>> }

/** `filled`: may be left out and is then made from the fields that are there. */
export type FieldShape =
  | { readonly required: Shape }
  | { readonly optional: Shape }
  | { readonly filled: Shape; readonly from: (own: Readonly<Record<string, unknown>>) => unknown }

/** The value with all that may be left out filled in; what is wrong with it is added to `problems`. */
export function readShape(value: unknown, shape: Shape, path: JsonPath, problems: FormatProblem[]): unknown {
  const wrong = (text: Text, args: Readonly<Record<string, string>> = {}): unknown => {
    problems.push({ path, message: message(text, args) })
    return undefined
  }
  switch (shape.kind) {
    case 'string':
      if (typeof value !== 'string') return wrong(texts.string)
      if (shape.choices?.includes(value) === false) return wrong(texts.choice, { choices: shape.choices.join(' ') })
      if (shape.pattern !== undefined && !new RegExp(shape.pattern, 'u').test(value)) return wrong(texts.pattern)
      return value.trim() === '' ? wrong(texts.empty) : value
    case 'number':
      return typeof value === 'number' && Number.isInteger(value) ? value : wrong(texts.number)
    case 'true':
      return value === true ? value : wrong(texts.true)
    case 'boolean':
      return typeof value === 'boolean' ? value : wrong(texts.boolean)
    case 'text':
      return readText(value, path, problems)
    case 'list':
      if (!Array.isArray(value)) return wrong(texts.list)
      if (shape.nonEmpty === true && value.length === 0) return wrong(texts.emptyList)
      return value.map((item, i) => readShape(item, shape.of, [...path, i], problems))
    case 'record': {
      const entries = entriesOf(value)
      if (entries === undefined) return wrong(texts.object)
      return Object.fromEntries(
        entries.map(([name, item]) => [name, readShape(item, shape.of, [...path, name], problems)]),
      )
    }
    case 'object':
      return readObject(value, shape, path, problems)
  }
}

function readObject(
  value: unknown,
  { fields }: Extract<Shape, { readonly kind: 'object' }>,
  path: JsonPath,
  problems: FormatProblem[],
): unknown {
  const entries = entriesOf(value)
  if (entries === undefined) {
    problems.push({ path, message: message(texts.object) })
    return undefined
  }
  const own: Record<string, unknown> = {}
  for (const [name, item] of entries) {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined
    if (field === undefined) {
      const names = Object.keys(fields).join(' ')
      problems.push({ path: [...path, name], key: true, message: message(texts.unknown, { name, names }) })
    } else own[name] = readShape(item, shapeOf(field), [...path, name], problems)
  }
  for (const [name, field] of Object.entries(fields)) {
    if (Object.hasOwn(own, name)) continue
    if ('required' in field) problems.push({ path, message: message(texts.missing, { name }) })
    if ('filled' in field) own[name] = field.from(own)
  }
  return own
}

export const shapeOf = (field: FieldShape): Shape =>
  'required' in field ? field.required : 'optional' in field ? field.optional : field.filled

function readText(value: unknown, path: JsonPath, problems: FormatProblem[]): Text | undefined {
  if (typeof value === 'string' && value.trim() !== '') return { zh: value, en: value }
  const found: FormatProblem[] = []
  const read = readShape(value, bilingual, path, found) as Text | undefined
  problems.push(...found)
  return found.length === 0 ? read : undefined
}

const bilingual: Shape = {
  kind: 'object',
  name: 'text',
  fields: {
    zh: { required: { kind: 'string' } },
    en: { filled: { kind: 'string' }, from: (own) => own['zh'] },
  },
}

/** The properties of an object, but for the one that names the JSON Schema. */
const entriesOf = (value: unknown): readonly (readonly [string, unknown])[] | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.entries(value).filter(([name]) => name !== '$schema')
    : undefined

const texts = {
  string: { zh: '应是一段文字（字符串）', en: 'a string is wanted' },
  empty: { zh: '不能是空的', en: 'may not be empty' },
  choice: { zh: '只能是：{choices}', en: 'must be one of: {choices}' },
  pattern: {
    zh: '只能用小写字母、数字和“-”，以字母或数字开头',
    en: 'only small letters, digits and -, beginning with a letter or digit',
  },
  number: { zh: '应是一个整数', en: 'a whole number is wanted' },
  true: { zh: '只能是 true；不需要时整项不写', en: 'must be true; leave it out otherwise' },
  boolean: { zh: '应是 true 或 false', en: 'true or false is wanted' },
  list: { zh: '应是一个列表 [ … ]', en: 'a list is wanted' },
  emptyList: { zh: '列表里至少要有一项', en: 'the list needs at least one item' },
  object: { zh: '应是一个对象 { … }', en: 'an object is wanted' },
  unknown: { zh: '没有“{name}”这一项；可以写的有：{names}', en: 'there is no “{name}” here; there are: {names}' },
  missing: { zh: '缺少“{name}”', en: '“{name}” is missing' },
} satisfies Readonly<Record<string, Text>>
