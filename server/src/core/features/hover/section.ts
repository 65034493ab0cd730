import type { Format, SectionFormat, TopicFormat } from '../../formats/format.ts'
import { sectionTitle } from '../../formats/skeleton.ts'
import { inLocale, type Locale, type Text } from '../../text/message.ts'
import { toChinese } from '../../text/ordinal.ts'
import { escapeMarkdown } from '../markup.ts'
import { renderCard } from './card.ts'

/** What belongs in a section: its topics and tables, on which article it rests, and what is often done wrong. */
export function sectionCard(section: SectionFormat, format: Format, locale: Locale): string {
  const tables = format.tables.filter((table) => table.section === section.id)
  const topics = section.topics.map((topic, i) => named(topic, `（${toChinese(i + 1)}）`, locale))
  return renderCard(
    {
      name: { zh: sectionTitle(section, format), en: section.english },
      explained: [section],
      details: [
        ...list(
          texts.tables,
          tables.map((table) => named(table, '', locale)),
          locale,
        ),
        ...list(texts.topics, topics, locale),
      ],
    },
    format,
    locale,
  )
}

export const topicCard = (topic: TopicFormat, section: SectionFormat, format: Format, locale: Locale): string =>
  renderCard(
    { name: { zh: topic.title, en: topic.english }, place: [sectionTitle(section, format)], explained: [topic] },
    format,
    locale,
  )

const texts = {
  tables: { zh: '统计表', en: 'Tables' },
  topics: { zh: '应写到的方面', en: 'What it must cover' },
}

const named = (it: { readonly title: string; readonly english: string }, before: string, locale: Locale): string =>
  inLocale({ zh: `${before}${it.title}`, en: `${it.english} ${it.title}` }, locale)

const list = (title: Text, items: readonly string[], locale: Locale): readonly string[] =>
  items.length === 0
    ? []
    : [`**${inLocale(title, locale)}**\n\n${items.map((item) => `- ${escapeMarkdown(item)}`).join('\n')}`]
