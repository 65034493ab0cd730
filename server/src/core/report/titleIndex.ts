import type { Format, SectionFormat, TopicFormat } from '../formats/format.ts'
import { labelKey } from '../text/label.ts'
import type { TitleMatch } from './headings.ts'

type Named = { readonly order: number; readonly section: SectionFormat; readonly match: TitleMatch }

/** What the titles of a form may be looked up by. */
type TitleIndex = {
  /** Titles, aliases and near misses. */
  readonly names: ReadonlyMap<string, Named>
  /** Titles and aliases. */
  readonly titles: ReadonlyMap<string, Named>
  readonly topics: ReadonlyMap<string, { readonly topic: TopicFormat; readonly section: SectionFormat }>
}

const kept = new WeakMap<Format, TitleIndex>()

/** Every line of a document is looked up, so it may cost no more than that. Of equal titles the first in the form counts. */
export function titleIndex(format: Format): TitleIndex {
  const known = kept.get(format)
  if (known !== undefined) return known
  const names = new Map<string, Named>()
  const titles = new Map<string, Named>()
  const topics = new Map<string, { topic: TopicFormat; section: SectionFormat }>()
  for (const [order, section] of format.sections.entries()) {
    const add = (title: string, match: TitleMatch, into: Map<string, Named>): void => {
      const key = labelKey(title)
      if (!into.has(key)) into.set(key, { order, section, match })
    }
    for (const into of [names, titles]) {
      add(section.title, 'official', into)
      for (const alias of section.aliases) add(alias, 'alias', into)
    }
    for (const near of section.nearMisses ?? []) add(near, 'near', names)
    for (const topic of section.topics)
      for (const title of [topic.title, ...topic.aliases])
        if (!topics.has(labelKey(title))) topics.set(labelKey(title), { topic, section })
  }
  const index = { names, titles, topics }
  kept.set(format, index)
  return index
}

/** The section that bears a title; `bare` is the title's key without remarks, which do not make it another title. */
export function sectionTitled(
  key: string,
  bare: string,
  format: Format,
): { readonly section: SectionFormat; readonly match: TitleMatch } | undefined {
  const { names, titles } = titleIndex(format)
  const exact = names.get(key)
  const remarked = titles.get(bare)
  if (
    remarked !== undefined &&
    (exact === undefined || remarked.order < exact.order || (remarked.order === exact.order && exact.match === 'near'))
  )
    return { section: remarked.section, match: 'alias' }
  return exact === undefined ? undefined : { section: exact.section, match: exact.match }
}
