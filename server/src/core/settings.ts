import type { Bodies } from './related/wishes.ts'
import type { Severity } from './rules/rule.ts'
import type { Locale } from './text/message.ts'

export type Level = Severity | 'off'

/** Which figures say behind them what they should be: none, wrong ones, or blank totals as well. */
export type InlayHintMode = 'off' | 'errors' | 'all'

/** How wide the characters are that East Asian fonts may draw either way, such as “ ” and ①. */
export type AmbiguousWidth = 'narrow' | 'wide'

/** What a user may choose, alike in the editor and on the command line. */
export type Settings = {
  /** `auto`, `none`, or the id of a form. */
  readonly format: string
  /** Paths and globs of files that hold forms of the user's own, relative to the folder of the workspace. */
  readonly formats: readonly string[]
  /** By the name of a superior body: the paths, globs and names of the bodies whose reports its own adds up. */
  readonly children: Bodies
  readonly language: Locale
  /** By rule slug; a rule that is not named has its own severity. */
  readonly rules: Readonly<Record<string, Level>>
  readonly inlayHints: InlayHintMode
  readonly ambiguousWidth: AmbiguousWidth
  /** New findings of arithmetic on the row being typed wait until typing pauses; the editor alone waits. */
  readonly calmWhileTyping: boolean
  /** How the paragraph that is written from the tables reads; empty for the form's own words. */
  readonly paragraphTemplate: string
  /** Words of the user's ledgers, and which label of the form or which column of a ledger each stands for. */
  readonly ledgerWords: Readonly<Record<string, string>>
}

export const defaultSettings: Settings = {
  format: 'auto',
  formats: [],
  children: {},
  language: 'zh-cn',
  rules: {},
  inlayHints: 'errors',
  ambiguousWidth: 'narrow',
  calmWhileTyping: true,
  paragraphTemplate: '',
  ledgerWords: {},
}

const levels: readonly unknown[] = ['off', 'hint', 'information', 'warning', 'error'] satisfies readonly Level[]

/** Reads the `zwgk` section of a configuration. Total: what is absent or of the wrong type takes its default. */
export function parseSettings(value: unknown): Settings {
  const own: Readonly<Record<string, unknown>> = typeof value === 'object' && value !== null ? { ...value } : {}
  const {
    format,
    formats,
    children,
    language,
    rules,
    inlayHints,
    ambiguousWidth,
    calmWhileTyping,
    paragraphTemplate,
    ledgerWords,
  } = own
  const words = typeof ledgerWords === 'object' && ledgerWords !== null ? Object.entries(ledgerWords) : []
  const levelsByRule = typeof rules === 'object' && rules !== null ? Object.entries(rules) : []
  return {
    format: typeof format === 'string' && format !== '' ? format : defaultSettings.format,
    formats: texts(formats),
    children:
      typeof children === 'object' && children !== null
        ? Object.fromEntries(Object.entries(children).map(([body, entries]) => [body, texts(entries)]))
        : defaultSettings.children,
    language: language === 'en' ? 'en' : defaultSettings.language,
    rules: Object.fromEntries(levelsByRule.filter(([, level]) => levels.includes(level))),
    calmWhileTyping: typeof calmWhileTyping === 'boolean' ? calmWhileTyping : defaultSettings.calmWhileTyping,
    inlayHints: inlayHints === 'off' || inlayHints === 'all' ? inlayHints : defaultSettings.inlayHints,
    ambiguousWidth: ambiguousWidth === 'wide' ? 'wide' : defaultSettings.ambiguousWidth,
    ledgerWords: Object.fromEntries(words.filter((word): word is [string, string] => typeof word[1] === 'string')),
    paragraphTemplate: typeof paragraphTemplate === 'string' ? paragraphTemplate : defaultSettings.paragraphTemplate,
  }
}

const texts = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((it): it is string => typeof it === 'string' && it !== '') : []
