import type { Severity } from './rules/rule.ts'
import type { Locale } from './text/message.ts'

export type Level = Severity | 'off'

/** What a user may choose, alike in the editor and on the command line. */
export type Settings = {
  /** `auto`, `none`, or the id of a form. */
  readonly format: string
  readonly language: Locale
  /** By rule slug; a rule that is not named has its own severity. */
  readonly rules: Readonly<Record<string, Level>>
}

export const defaultSettings: Settings = { format: 'auto', language: 'zh-cn', rules: {} }

const levels: readonly unknown[] = ['off', 'hint', 'information', 'warning', 'error'] satisfies readonly Level[]

/** Reads the `zwgk` section of a configuration. Total: what is absent or of the wrong type takes its default. */
export function parseSettings(value: unknown): Settings {
  const own: Readonly<Record<string, unknown>> = typeof value === 'object' && value !== null ? { ...value } : {}
  const { format, language, rules } = own
  const levelsByRule = typeof rules === 'object' && rules !== null ? Object.entries(rules) : []
  return {
    format: typeof format === 'string' && format !== '' ? format : defaultSettings.format,
    language: language === 'en' ? 'en' : defaultSettings.language,
    rules: Object.fromEntries(levelsByRule.filter(([, level]) => levels.includes(level))),
  }
}
