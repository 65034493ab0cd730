import { parseArgs } from 'node:util'
import type { Locale, Message } from '../core/text/message.ts'
import { notice } from './notice.ts'

export const outputFormats = ['text', 'json', 'sarif', 'junit', 'github'] as const
export type OutputFormat = (typeof outputFormats)[number]

export type Options = {
  readonly format: OutputFormat
  /** Files, folders, globs and `-`, as given; at least one. */
  readonly paths: readonly string[]
  /** What to call standard input. */
  readonly stdinPath: string | undefined
  readonly config: string | undefined
  /** Overrides the configuration. */
  readonly language: Locale | undefined
  readonly quiet: boolean
  /** More warnings than this count as a failure. */
  readonly maxWarnings: number | undefined
  /** How many threads check files; chosen by the number of files where it is not given. */
  readonly jobs: number | undefined
}

export type Command =
  | { readonly kind: 'check'; readonly options: Options }
  | { readonly kind: 'help' | 'version' }
  | { readonly kind: 'misuse'; readonly notice: Message }

const known = {
  format: { type: 'string' },
  config: { type: 'string' },
  language: { type: 'string' },
  'stdin-path': { type: 'string' },
  'max-warnings': { type: 'string' },
  jobs: { type: 'string', short: 'j' },
  quiet: { type: 'boolean', short: 'q' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'V' },
} as const

/** Reads the arguments after the program's name. What is wrong with them is said, not thrown. */
export function readCommand(args: readonly string[]): Command {
  // Not strict, and by tokens: Node's own complaints are in English only and some of them mislead.
  const { tokens } = parseArgs({ args: [...args], options: known, allowPositionals: true, strict: false, tokens: true })
  const values = new Map<string, string>()
  for (const token of tokens) {
    if (token.kind !== 'option') continue
    const { name, rawName, value } = token
    if (!isKnown(name)) return misuse('unknownOption', { name: rawName })
    const wantsValue = known[name].type === 'string'
    if (wantsValue && value === undefined) return misuse('valueMissing', { name: rawName })
    if (!wantsValue && value !== undefined) return misuse('valueUnwanted', { name: rawName })
    values.set(name, value ?? '')
  }
  if (values.has('help')) return { kind: 'help' }
  if (values.has('version')) return { kind: 'version' }
  const [command, ...paths] = tokens.flatMap((token) => (token.kind === 'positional' ? [token.value] : []))
  if (command === undefined) return misuse('noCommand', {})
  if (command !== 'check') return misuse('unknownCommand', { name: command })
  return readCheck(values, paths)
}

const isKnown = (name: string): name is keyof typeof known => Object.hasOwn(known, name)

function readCheck(values: ReadonlyMap<string, string>, paths: readonly string[]): Command {
  const format = outputFormats.find((it) => it === (values.get('format') ?? 'text'))
  if (format === undefined) return notListed('format', values.get('format'), outputFormats)
  const wanted = values.get('language')?.toLowerCase()
  const language = locales.find((it) => it === wanted)
  if (wanted !== undefined && language === undefined) return notListed('language', wanted, locales)
  const warnings = values.get('max-warnings')
  if (warnings !== undefined && !/^\d{1,9}$/.test(warnings))
    return misuse('valueNotCount', { name: '--max-warnings', value: warnings })
  const jobs = values.get('jobs')
  if (jobs !== undefined && !/^[1-9]\d{0,2}$/.test(jobs))
    return misuse('valueNotPositive', { name: '--jobs', value: jobs })
  if (paths.length === 0) return misuse('noPath', {})
  return {
    kind: 'check',
    options: {
      format,
      paths,
      stdinPath: values.get('stdin-path'),
      config: values.get('config'),
      language,
      quiet: values.has('quiet'),
      maxWarnings: warnings === undefined ? undefined : Number(warnings),
      jobs: jobs === undefined ? undefined : Number(jobs),
    },
  }
}

const locales: readonly Locale[] = ['zh-cn', 'en']

const misuse = (...args: Parameters<typeof notice>): Command => ({ kind: 'misuse', notice: notice(...args) })

const notListed = (name: string, value: string | undefined, choices: readonly string[]): Command =>
  misuse('valueNotListed', { name: `--${name}`, value: value ?? '', choices: choices.join(' ') })
