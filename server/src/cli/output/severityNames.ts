import type { PlainDiagnostic } from '../../core/features/diagnostics.ts'
import type { Text } from '../../core/text/message.ts'

/** As VS Code calls them. */
export const severityNames: Readonly<Record<PlainDiagnostic['severity'], Text>> = {
  1: { zh: '错误', en: 'error' },
  2: { zh: '警告', en: 'warning' },
  3: { zh: '信息', en: 'information' },
  4: { zh: '提示', en: 'hint' },
}
