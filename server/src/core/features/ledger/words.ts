import type { Format } from '../../formats/format.ts'
import type { LedgerFormat } from '../../formats/ledger.ts'
import { labelKey, withoutNotes } from '../../text/label.ts'

/** What a word of a ledger stands for: a row or column, several that the table keeps apart, or nothing that is known. */
export type Meaning =
  | { readonly kind: 'one'; readonly id: string }
  | { readonly kind: 'several' }
  | { readonly kind: 'pending' }
  | { readonly kind: 'unknown' }

export type LedgerWords = {
  readonly applicant: (value: string) => Meaning
  readonly outcome: (value: string) => Meaning
}

/** The words of a form's ledger, and those of the user's own: what stands in the ledger, and the label it means. */
export function ledgerWords(ledger: LedgerFormat, format: Format, own: Readonly<Record<string, string>>): LedgerWords {
  const columns = columnLexicon(ledger, format)
  const rows = rowLexicon(ledger, format)
  const personal = new Map(Object.entries(own).map(([word, label]) => [labelKey(word), label]))
  const translated = (value: string): string => personal.get(labelKey(value)) ?? value
  const pending = new Set(ledger.pending.map(labelKey))
  return {
    applicant: (value) => read(translated(value), columns),
    outcome(value) {
      const word = translated(value)
      return pending.has(labelKey(word)) ? { kind: 'pending' } : read(word, rows)
    },
  }
}

type Lexicon = {
  readonly ids: Map<string, Set<string>>
  readonly groups: Map<string, string>
  readonly within: Map<string, readonly string[]>
}

const blockOf = ({ table, block }: LedgerFormat, { tables }: Format) =>
  tables.find(({ id }) => id === table)?.blocks.find(({ id }) => id === block)

function columnLexicon(ledger: LedgerFormat, format: Format): Lexicon {
  const lexicon = emptyLexicon()
  const block = blockOf(ledger, format)
  const totals = totalsOf(ledger, format, 'column')
  for (const { id, label, aliases, group } of block?.columns ?? []) {
    if (totals.has(id)) continue
    add(lexicon, id, [label, ...aliases, ...(ledger.applicants[id] ?? [])], group === undefined ? [] : [group])
  }
  for (const { label, aliases } of block?.groups ?? [])
    if (block?.columns.some(({ group }) => group === label) === true) addGroup(lexicon, label, aliases)
  return lexicon
}

/** Only outcomes: what came in and what is left is told by the dates. */
function rowLexicon(ledger: LedgerFormat, format: Format): Lexicon {
  const lexicon = emptyLexicon()
  const block = blockOf(ledger, format)
  const apart = new Set([ledger.received, ledger.carriedIn, ledger.carriedOut, ...totalsOf(ledger, format, 'row')])
  const rows = (block?.rows ?? []).filter(({ id }) => !apart.has(id))
  for (const { id, label, aliases, path } of rows) add(lexicon, id, [label, withoutNotes(label), ...aliases], path)
  for (const { rows: ids, words } of ledger.outcomes) {
    const row = ids.map((id) => rows.find((it) => it.id === id)).find((it) => it !== undefined)
    if (row !== undefined) add(lexicon, row.id, words, row.path)
  }
  for (const { label, aliases } of block?.groups ?? [])
    if (rows.some(({ path }) => path.includes(label))) addGroup(lexicon, label, aliases)
  return lexicon
}

/** The rows or columns that others add up to. */
export const totalsOf = (ledger: LedgerFormat, format: Format, axis: 'row' | 'column'): ReadonlySet<string> =>
  new Set(
    format.relations.flatMap(({ table, block, derived }) =>
      table === ledger.table && block === ledger.block && derived?.as === 'total' ? (derived.term[axis] ?? []) : [],
    ),
  )

const emptyLexicon = (): Lexicon => ({ ids: new Map(), groups: new Map(), within: new Map() })

function add({ ids, within }: Lexicon, id: string, words: readonly string[], groups: readonly string[]): void {
  for (const word of words) {
    const key = labelKey(word)
    ids.set(key, new Set([...(ids.get(key) ?? []), id]))
  }
  within.set(id, groups)
}

function addGroup({ groups }: Lexicon, label: string, aliases: readonly string[]): void {
  for (const word of [label, withoutNotes(label), ...aliases]) groups.set(labelKey(word), label)
}

/**
 * The whole value if it is known; else its pieces, such as `不予公开（国家秘密）`, all of which must be known and agree:
 * in `予以公开（部分）` the piece that is not known may be the one that counts.
 */
function read(value: string, lexicon: Lexicon): Meaning {
  const whole = lexicon.ids.get(labelKey(value))
  if (whole?.size === 1) return { kind: 'one', id: [...whole].join('') }
  const pieces = piecesOf(value)
  const groups = pieces.flatMap((key) => lexicon.groups.get(key) ?? [])
  const found = pieces.map((key) => lexicon.ids.get(key))
  if (pieces.length === 0 || pieces.some((key, i) => found[i] === undefined && !lexicon.groups.has(key)))
    return { kind: 'unknown' }
  const ids = [...new Set(found.flatMap((it) => [...(it ?? [])]))]
  const agreeing = ids.filter((id) => groups.every((group) => lexicon.within.get(id)?.includes(group) === true))
  const [only, ...others] = agreeing
  if (only !== undefined && others.length === 0) return { kind: 'one', id: only }
  return ids.length === 0 || others.length > 0 ? { kind: 'several' } : { kind: 'unknown' }
}

function piecesOf(value: string): readonly string[] {
  const pieces = value
    .normalize('NFKC')
    .split(/[()[\]{}【】〔〕:/\\|<>→,;、。\s—–―-]+/)
    .filter((piece) => !/^[一二三四五六七八九十\d.]*$/.test(piece))
    .map(labelKey)
  return [...new Set(pieces.filter((key) => key !== ''))]
}
