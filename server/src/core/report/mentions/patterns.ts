import type { MentionFormat, MentionsFormat } from '../../formats/mention.ts'

/** The patterns of a form as expressions over one clause; `#` in the clause is the number with its unit. */
export type Patterns = {
  readonly items: readonly {
    readonly item: MentionFormat
    readonly patterns: readonly RegExp[]
    readonly none: readonly RegExp[]
    readonly unless: RegExp | undefined
    readonly unlessBefore: RegExp | undefined
    readonly amid: RegExp | undefined
  }[]
  readonly neutral: RegExp
  readonly elsewhen: RegExp
  readonly topics: RegExp
  readonly topicOf: (word: string) => string | undefined
  readonly wide: RegExp
  readonly own: RegExp
  readonly bodies: RegExp
  /** What may stand between a separator and the number without saying what is counted. */
  readonly empty: RegExp
}

const kept = new WeakMap<MentionsFormat, Patterns>()

/** Throws if a pattern names a class that the form does not have: the data is wrong. */
export function patternsOf(format: MentionsFormat): Patterns {
  const known = kept.get(format)
  if (known !== undefined) return known
  const filler = `(?:${anyOf(format.fillers)})*`
  const lead = `^(?:${anyOf([...format.fillers, ...format.scope.wide, ...format.scope.own, '本年', '政府', '其中'])})*`
  const compile = (pattern: string): RegExp => new RegExp(toSource(pattern, format, filler, lead))
  const topics = new Map(
    Object.entries(format.topics).flatMap(([topic, list]) => list.map((it) => [it, topic] as const)),
  )
  const patterns: Patterns = {
    items: format.items.map((item) => ({
      item,
      patterns: item.patterns.map(compile),
      none: (item.none ?? []).map(compile),
      unless: item.unless === undefined ? undefined : new RegExp(anyOf(item.unless)),
      unlessBefore: item.unlessBefore === undefined ? undefined : new RegExp(anyOf(item.unlessBefore)),
      amid: item.amid === undefined ? undefined : new RegExp(anyOf(item.amid)),
    })),
    neutral: new RegExp(anyOf(format.neutral), 'g'),
    elsewhen: new RegExp(`${anyOf(format.elsewhen)}|他年|[2-9]月[底末份]|1[01]月[底末份]`),
    topics: new RegExp(anyOf([...topics.keys()]), 'g'),
    topicOf: (word) => topics.get(word),
    wide: new RegExp(anyOf(format.scope.wide), 'g'),
    own: new RegExp(
      `(?:${anyOf(format.scope.own)})(?!门户|网|信息|公报|令|文件|规章|工作|常务|新闻|公开|规范|部门|各|及|数据)`,
      'g',
    ),
    bodies: new RegExp(`(?<!各|各级|各有关|我|本|全)(?:${anyOf(format.scope.bodies)})`, 'g'),
    empty: new RegExp(`^${filler}$`),
  }
  kept.set(format, patterns)
  return patterns
}

/** Longer words first, so that a word is not taken for the beginning of another. */
const anyOf = (words: readonly string[]): string =>
  [...words]
    .sort((a, b) => b.length - a.length)
    .map(escape)
    .join('|')

const escape = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')

const gap = '[^\\d#,;:、()]{0,14}?'

function toSource(pattern: string, { words }: MentionsFormat, filler: string, lead: string): string {
  const parts: string[] = []
  let previous: string | undefined
  for (const [part, name] of pattern.matchAll(/<([^<>]+)>|\^|…|#|\$|[^<>…#$^]+/g)) {
    if (previous !== undefined && part !== '…' && previous !== '…' && previous !== '^') parts.push(filler)
    if (name !== undefined) {
      const list = words[name]
      if (list === undefined) throw new Error(`mention ${pattern}: no class ${name}`)
      parts.push(`(?:${anyOf(list)})`)
    } else parts.push(part === '…' ? gap : part === '^' ? lead : part === '#' || part === '$' ? part : escape(part))
    previous = part
  }
  return parts.join('')
}
