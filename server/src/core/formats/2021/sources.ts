import type { Text } from '../../text/message.ts'

/** The document that sets the form; the only source of what the regulation leaves to it. */
export const form = '国办公开办函〔2021〕30号'

/** The measures on the fee for excessive applications. */
export const feeMeasures = '《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）'

/** What one 件 is differs by table; the English name says it. */
export const units = {
  documents: { zh: '件', en: 'documents' },
  decisions: { zh: '件', en: 'decisions' },
  applications: { zh: '件', en: 'applications' },
  cases: { zh: '件', en: 'cases' },
  tenThousandYuan: { zh: '万元', en: '10,000 yuan' },
} as const satisfies Record<string, Text>
