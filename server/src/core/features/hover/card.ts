import type { Explained, Format } from '../../formats/format.ts'
import { inLocale, type Locale, type Text } from '../../text/message.ts'
import { escapeMarkdown, paragraphs } from '../markup.ts'

/** What a card says, whatever it speaks of; every part but the name may be empty. */
export type Card = {
  /** The official name, and the same in English. */
  readonly name: Text
  /** Where in the form it stands, outermost first. */
  readonly place?: readonly string[]
  readonly unit?: Text | undefined
  /** Several where a figure's meaning is that of its row and its column together. */
  readonly explained: readonly Partial<Explained>[]
  /** Further paragraphs of Markdown, between definition and legal basis. */
  readonly details?: readonly string[]
  /** The arithmetic, at the end. */
  readonly arithmetic?: readonly string[]
}

/** Chinese first with the English name at the end; in English the other way about, as official names are Chinese. */
export function renderCard(
  { name, place = [], unit, explained, details = [], arithmetic = [] }: Card,
  format: Format,
  locale: Locale,
): string {
  const say = (text: Text): string => escapeMarkdown(inLocale(text, locale))
  const measured = unit === undefined ? '' : say({ zh: `（单位：${unit.zh}）`, en: ` (unit: ${unit.en})` })
  const mistakes = unique(explained.flatMap((it) => (it.mistakes ?? []).map(say)))
  const certainty = explained.flatMap((it) => it.certainty ?? [])
  return paragraphs([
    `### ${say(name)}${measured}`,
    locale === 'en' ? `*${escapeMarkdown(name.zh)}*` : undefined,
    place.map(escapeMarkdown).join(' › '),
    ...unique(explained.flatMap((it) => (it.definition === undefined ? [] : [say(it.definition)]))),
    ...details,
    basisLine(
      explained.flatMap((it) => it.basis ?? []),
      format,
      locale,
    ),
    mistakes.length === 0
      ? undefined
      : `**${say({ zh: '常见错误', en: 'Common mistakes' })}**\n\n${mistakes.map((it) => `- ${it}`).join('\n')}`,
    certaintyLine(certainty, locale),
    ...(arithmetic.length === 0 ? [] : ['---', ...arithmetic]),
    locale === 'en' || name.en === name.zh ? undefined : `*${escapeMarkdown(name.en)}*`,
  ])
}

/** `条例` is short for the regulation of the form, which is named in full where it is cited. */
function basisLine(basis: readonly string[], { law }: Format, locale: Locale): string | undefined {
  const sources = unique(basis)
  if (sources.length === 0) return undefined
  const cited = sources.some((it) => it.startsWith('条例'))
  const zh = `**依据** ${sources.map(escapeMarkdown).join('；')}${cited ? `\n\n条例：${escapeMarkdown(law.zh)}` : ''}`
  const en = `**Legal basis** ${sources.map(escapeMarkdown).join('; ')}${cited ? `\n\n条例: ${escapeMarkdown(law.en)}` : ''}`
  return inLocale({ zh, en }, locale)
}

function certaintyLine(certainty: readonly NonNullable<Explained['certainty']>[], locale: Locale): string | undefined {
  const note = certainty.includes('inferred') ? inferred : certainty.includes('from-memory') ? fromMemory : undefined
  return note === undefined ? undefined : `*${escapeMarkdown(inLocale(note, locale))}*`
}

const inferred: Text = {
  zh: '以上口径部分由条例和填报实务推得，不是官方填报说明的原文；当地另有说明的，从其说明。',
  en: 'Part of this is inferred from the Regulations and from practice, not taken from official instructions; where local instructions differ, follow those.',
}

const fromMemory: Text = {
  zh: '以上口径尚未与官方文件逐字核对。',
  en: 'This has not been checked word by word against the official document.',
}

const unique = (texts: readonly string[]): readonly string[] => [...new Set(texts)]
