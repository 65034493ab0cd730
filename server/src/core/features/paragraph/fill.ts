import { digits, type Decimal } from '../../text/decimal.ts'
import type { Option, Piece } from './template.ts'

/** What stands in place of a name: a figure, or words such as the name of the body. */
export type Value = { readonly figure: Decimal } | { readonly words: string }

export type Values = ReadonlyMap<string, Value>

/** The text of a sentence. Marks that are left with nothing to part are left out. */
export function fill(pieces: readonly Piece[], values: Values): string {
  const text = joined(pieces, values)
  return parting.includes(text.charAt(0)) ? text.slice(1) : text
}

function joined(pieces: readonly Piece[], values: Values): string {
  let text = ''
  let afterChoice = false
  for (const piece of pieces) {
    const own = textOf(piece, values)
    text = afterChoice || piece.kind === 'choice' ? join(text, own) : text + own
    afterChoice = piece.kind === 'choice'
  }
  return text
}

function textOf(piece: Piece, values: Values): string {
  if (piece.kind === 'text') return piece.text
  if (piece.kind === 'choice') {
    const option = piece.options.find((it) => speaks(it, values))
    return option === undefined ? '' : joined(option.pieces, values)
  }
  const value = values.get(piece.name)
  if (value === undefined) return ''
  return 'figure' in value ? digits(value.figure) : value.words
}

function speaks({ decides, pieces }: Option, values: Values): boolean {
  if (decides !== undefined) return isSomething(decides, values)
  const figures = figuresIn(pieces, values)
  return figures.length === 0 || figures.some((name) => isSomething(name, values))
}

const isSomething = (name: string, values: Values): boolean => {
  const value = values.get(name)
  return value !== undefined && (!('figure' in value) || !value.figure.eq(0))
}

const figuresIn = (pieces: readonly Piece[], values: Values): readonly string[] =>
  pieces.flatMap((piece): readonly string[] => {
    if (piece.kind === 'choice') return piece.options.flatMap((it) => figuresIn(it.pieces, values))
    const value = piece.kind === 'blank' ? values.get(piece.name) : undefined
    return piece.kind === 'blank' && value !== undefined && 'figure' in value ? [piece.name] : []
  })

/** Marks that part what stands on both sides of them, the weakest first. */
export const parting = '、，；：'

/** Two texts of which one may be missing something: of two marks that meet the stronger stays. */
function join(left: string, right: string): string {
  if (left === '' || right === '') return left + right
  const [last, first] = [left.at(-1) ?? '', right.charAt(0)]
  if (parting.includes(first) && /[。（]/.test(last)) return left + right.slice(1)
  if (!parting.includes(last)) return left + right
  if (/[。；）！？]/.test(first) || (parting.includes(first) && parting.indexOf(first) >= parting.indexOf(last)))
    return left.slice(0, -1) + right
  return parting.includes(first) ? left + right.slice(1) : left + right
}
