import { getNodeValue, parseTree, type Node, type ParseError } from 'jsonc-parser'
import { formats } from '../core/formats/index.ts'
import { rules } from '../core/rules/index.ts'
import { parseSettings, type Level, type Settings } from '../core/settings.ts'
import { linesOf } from '../core/text/lines.ts'
import type { Locale, Message } from '../core/text/message.ts'
import { notice } from './notice.ts'

/** What a configuration file says; with any fault it is not used. */
export type Configuration = {
  readonly settings: Settings
  readonly faults: readonly Message[]
  readonly remarks: readonly Message[]
}

/**
 * Reads a configuration: JSON with comments whose keys are those of the editor (`zwgk.rules` …), or the same keys
 * without their prefix where `mayBeBare`. The editor passes over a wrong value in silence and shows it underlined;
 * here nobody would see that, so that a wrong value is a fault.
 */
export function readConfiguration(text: string, path: string, mayBeBare: boolean): Configuration {
  const lines = linesOf(text)
  const lineOf = (offset: number): number => lines.positionAt(offset).line + 1
  const errors: ParseError[] = []
  const root = parseTree(text, errors, { allowTrailingComma: true, allowEmptyContent: true })
  const error = errors[0]
  if (error !== undefined) return failed(notice('configSyntax', { path, line: lineOf(error.offset) }))
  if (root === undefined) return { settings: parseSettings({}), faults: [], remarks: [] }
  if (root.type !== 'object') return failed(notice('configShape', { path, line: lineOf(root.offset), key: 'JSON' }))

  const properties = propertiesOf(root)
  const prefixed = properties.filter(({ key }) => key.startsWith(prefix))
  const bare = mayBeBare && prefixed.length === 0
  const own = bare
    ? properties.filter(({ key }) => key !== '$schema')
    : prefixed.map((it) => ({ ...it, key: it.key.slice(prefix.length) }))
  // With forms of the user's own only their files can tell whether there is a form of that name.
  const hasOwn = own.some(({ key }) => key === 'formats')
  const checked = own.flatMap((it) =>
    it.key === 'format' && hasOwn && it.node.type === 'string'
      ? []
      : checkProperty(it, bare ? it.key : prefix + it.key),
  )
  const say = ({ name, key, value, choices, node }: Complaint): Message =>
    notice(name, { path, line: lineOf(node.offset), key, value, choices })
  return {
    settings: parseSettings(Object.fromEntries(own.map(({ key, node }) => [key, getNodeValue(node) as unknown]))),
    faults: checked.filter((it) => !it.harmless).map(say),
    remarks: checked.filter((it) => it.harmless).map(say),
  }
}

const prefix = 'zwgk.'

const failed = (fault: Message): Configuration => ({ settings: parseSettings({}), faults: [fault], remarks: [] })

type Property = { readonly key: string; readonly node: Node; readonly keyNode: Node }

const propertiesOf = (object: Node): readonly Property[] =>
  (object.children ?? []).flatMap(({ children }) => {
    const [keyNode, node] = children ?? []
    return keyNode === undefined || node === undefined ? [] : [{ key: String(keyNode.value), keyNode, node }]
  })

type Complaint = {
  readonly name: 'configShape' | 'configList' | 'configValue' | 'configRule' | 'configKey'
  readonly key: string
  readonly value: string
  readonly choices: string
  readonly node: Node
  readonly harmless: boolean
}

const levels: readonly Level[] = ['off', 'hint', 'information', 'warning', 'error']
const languages: readonly Locale[] = ['zh-cn', 'en']

function checkProperty({ key, node, keyNode }: Property, shown: string): readonly Complaint[] {
  if (key === 'format') return checkChoice(shown, node, ['auto', 'none', ...formats.map((format) => format.id)])
  if (key === 'language') return checkChoice(shown, node, languages)
  if (key === 'rules') return checkRules(shown, node)
  if (key === 'formats') return checkList(shown, node)
  if (key === 'children') return checkChildren(shown, node)
  // The editor has settings of its own, such as its trace; only in a file made for this program is an odd key a slip.
  return shown.startsWith(prefix) ? [] : [complain('configKey', key, keyNode, true)]
}

const checkChoice = (key: string, node: Node, choices: readonly string[]): readonly Complaint[] =>
  node.type === 'string' && choices.includes(String(node.value))
    ? []
    : [{ ...complain('configValue', key, node, false), value: shownValue(node), choices: choices.join(' ') }]

function checkRules(shown: string, node: Node): readonly Complaint[] {
  if (node.type !== 'object') return [complain('configShape', shown, node, false)]
  return propertiesOf(node).flatMap(({ key, keyNode, node: level }) => [
    ...(rules.some((rule) => rule.code === key) ? [] : [complain('configRule', key, keyNode, true)]),
    ...checkChoice(key, level, levels),
  ])
}

/** By the name of a body, lists of entries. */
const checkChildren = (shown: string, node: Node): readonly Complaint[] =>
  node.type !== 'object'
    ? [complain('configShape', shown, node, false)]
    : propertiesOf(node).flatMap(({ key, node: list }) => checkList(`${shown}.${key}`, list))

const checkList = (shown: string, node: Node): readonly Complaint[] =>
  node.type === 'array' && node.children?.every((it) => it.type === 'string') === true
    ? []
    : [complain('configList', shown, node, false)]

const complain = (name: Complaint['name'], key: string, node: Node, harmless: boolean): Complaint => ({
  name,
  key,
  value: '',
  choices: '',
  node,
  harmless,
})

/** The value as JSON, cut where it is long. */
function shownValue(node: Node): string {
  const json = JSON.stringify(getNodeValue(node))
  return json.length > 40 ? `${json.slice(0, 40)}…` : json
}
