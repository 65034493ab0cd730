import type { Format } from '../../formats/format.ts'
import { formats as official } from '../../formats/index.ts'
import type { Document } from '../../markdown/document.ts'
import { inLocale, type Locale, type Text } from '../../text/message.ts'
import { escapeMarkdown } from '../markup.ts'
import { sortKey, type Completion } from './completion.ts'
import type { Line } from './line.ts'

/** The keys under `zwgk` that are not there yet, and the values of `format`; the key itself only in a report. */
export function frontMatterCompletions(
  { text, frontMatter }: Document,
  formats: readonly Format[],
  isReport: boolean,
  line: Line,
  locale: Locale,
): readonly Completion[] {
  if (frontMatter === undefined || line.start < frontMatter.content.start) return []
  if (!/^\s*\}?\s*$/.test(line.after)) return []
  const yaml = text.slice(frontMatter.content.start, frontMatter.content.end)
  const own = /^zwgk:.*$/m.exec(yaml)
  const isRoot = /^\w*$/.test(line.before)
  if (isRoot) return isReport && own === null ? [rootItem(line, locale)] : []
  const position = positionIn(text.slice(frontMatter.content.start, line.start), line.before)
  if (position === undefined) return []
  if (position.key === undefined) return keyItems(present(yaml), position.typed, line, locale)
  return position.key === 'format' ? formatItems(formats, position.typed, line, locale) : []
}

/** What is being typed under `zwgk`, in a block of indented lines or within braces: a key, or the value of one. */
function positionIn(
  above: string,
  before: string,
): { readonly key: string | undefined; readonly typed: string } | undefined {
  const parent = above.split(/\r\n|\n|\r/).findLast((it) => /^[^\s#]/.test(it))
  const inBlock = /^\s/.test(before) && parent !== undefined && /^zwgk:\s*(?:#.*)?$/.test(parent)
  const rest = inBlock ? before : /^zwgk:\s*\{(?:.*,)?([^,]*)$/.exec(before)?.[1]
  if (rest === undefined) return undefined
  const value = /^\s*([a-z]+):\s*(["']?[\w-]*)$/.exec(rest)
  if (value !== null) return { key: value[1], typed: value[2] ?? '' }
  const key = /^\s*([a-z]*)$/.exec(rest)
  return key === null ? undefined : { key: undefined, typed: key[1] ?? '' }
}

const keys: Readonly<Record<string, { readonly snippet: string; readonly meaning: Text }>> = {
  format: {
    snippet: `format: "\${1:${official[0]?.id ?? 'none'}}"`,
    meaning: {
      zh: '本报告适用的格式；写 none 则不检查本文件。不写时按标题年度和内容判定。',
      en: 'The form of this report; none silences the file. Without it the title’s year and the content decide.',
    },
  },
  unit: {
    snippet: 'unit: ${1:××机关}',
    meaning: { zh: '编制机关的名称。', en: 'The name of the reporting body.' },
  },
  year: {
    snippet: 'year: ${1:20××}',
    meaning: { zh: '数据年度，不是发布年度。', en: 'The year of the data, not of publication.' },
  },
  waive: {
    snippet: 'waive: [{ rule: ${1:total-mismatch}, at: ${2:三}, reason: ${3:（请填写：理由）} }]',
    meaning: {
      zh: '豁免：写明理由后，所写的规则在所写的节、表、行、列或数字处不再提示；不写 at 的管全文。',
      en: 'Waivers: with a reason, the rule is silent at the section, table, row, column or figure; without at, everywhere.',
    },
  },
}

/** Which keys the front matter names; a key of another mapping of the same name is rare and only costs an offer. */
const present = (yaml: string): readonly string[] =>
  Object.keys(keys).filter((key) => new RegExp(`(?:^\\s+|[{,]\\s*)${key}:`, 'm').test(yaml))

const keyItems = (taken: readonly string[], typed: string, line: Line, locale: Locale): readonly Completion[] =>
  Object.entries(keys)
    .filter(([key]) => !taken.includes(key))
    .map(([key, { snippet, meaning }], i) => item(key, snippet, meaning, typed, i, line, locale))

function formatItems(formats: readonly Format[], typed: string, line: Line, locale: Locale): readonly Completion[] {
  const quote = typed.startsWith("'") ? "'" : '"'
  const known = formats.map(({ id, title, basis }) => ({
    id,
    meaning: { zh: `${title.zh}（${basis}）`, en: `${title.en} (${basis})` },
  }))
  const none = { id: 'none', meaning: { zh: '不检查本文件', en: 'do not check this file' } }
  return [...known, none].map(({ id, meaning }, i) => {
    const value = `${quote}${id}${quote}`
    return { ...item(id, value, meaning, typed, i, line, locale), filter: typed.startsWith(quote) ? value : id }
  })
}

const rootItem = (line: Line, locale: Locale): Completion => {
  const meaning = {
    zh: '政务公开年报的选项：格式、机关、年度。',
    en: 'Options of the report: form, body, year.',
  }
  return item('zwgk', `zwgk:\n  ${keys['format']?.snippet ?? ''}`, meaning, line.before, 0, line, locale)
}

const item = (
  label: string,
  snippet: string,
  meaning: Text,
  typed: string,
  rank: number,
  line: Line,
  locale: Locale,
): Completion => ({
  label,
  detail: inLocale(meaning, locale),
  documentation: escapeMarkdown(inLocale(meaning, locale)),
  kind: 'front-matter',
  filter: label,
  sort: sortKey(rank),
  span: { start: line.offset - typed.length, end: line.offset },
  snippet,
})
