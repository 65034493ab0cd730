import type { GroupFormat } from '../format.ts'

/** The label of table four that holds its two kinds of litigation together. */
export const groups: readonly GroupFormat[] = [
  {
    label: '行政诉讼',
    english: 'Litigation',
    aliases: [],
    definition: {
      zh: '因政府信息公开工作被提起的行政诉讼，按起诉前是否经过行政复议分两种，各计五项结果。',
      en: 'Suits over disclosure, by whether reconsideration came first, each with the same five results.',
    },
    basis: ['条例第五十条第一款第（三）项', '条例第五十一条'],
    mistakes: [],
  },
]
