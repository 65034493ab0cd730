import { remember } from '../../text/remember.ts'
import { message, type Message, type Text } from '../../text/message.ts'

/** A piece of a template. Of a choice the first option that has something to say is taken. */
export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'blank'; readonly name: string }
  | { readonly kind: 'choice'; readonly options: readonly Option[] }

export type Option = {
  /** The figure that decides; without it any figure of the option other than zero does. */
  readonly decides: string | undefined
  readonly pieces: readonly Piece[]
}

/** What ends in a full stop, or in the end of the template. */
export type Sentence = {
  readonly pieces: readonly Piece[]
  /** Which paragraph of the template it is in, from 0. */
  readonly paragraph: number
  /** Every name in it, once. */
  readonly names: readonly string[]
}

export type Template = { readonly sentences: readonly Sentence[]; readonly faults: readonly Message[] }

/** Reads a template; marks that an input method made full-width are taken for their narrow ones. */
export const readTemplate = remember(read, 20, 20_000)

function read(source: string): Template {
  const text = source.replace(/[｛｝［］｜]/g, (mark) => '{}[]|'.charAt('｛｝［］｜'.indexOf(mark)))
  const faults: Message[] = []
  let at = 0

  const pieces = (inside: boolean): readonly Piece[] => {
    const found: Piece[] = []
    let plain = ''
    const flush = (): void => {
      if (plain !== '') found.push({ kind: 'text', text: plain })
      plain = ''
    }
    for (; at < text.length; at++) {
      const character = text.charAt(at)
      if (inside && (character === '|' || character === ']')) break
      if (character === '{') {
        flush()
        const name = blankAt()
        if (name !== undefined) found.push({ kind: 'blank', name })
      } else if (character === '[') {
        flush()
        found.push(choice())
      } else if (character === ']' || character === '}') faults.push(message(texts.unopened, { mark: character }))
      else plain += character
    }
    flush()
    return found
  }
  /** Leaves `at` on the closing brace. */
  const blankAt = (): string | undefined => {
    const whole = /\{([^{}[\]|]*)\}/y
    whole.lastIndex = at
    const found = whole.exec(text)
    const name = found?.[1]?.trim()
    if (found === null || name === '') faults.push(message(found === null ? texts.open : texts.noName, { mark: '{' }))
    at += (found?.[0].length ?? 1) - 1
    return name === '' ? undefined : name
  }
  /** Leaves `at` on the closing bracket. */
  const choice = (): Piece => {
    const options: Option[] = []
    do {
      at++
      const condition = /^\{([^{}[\]|]+)\}[?？]/.exec(text.slice(at, at + 80))
      if (condition !== null) at += condition[0].length
      options.push({ decides: condition?.[1]?.trim(), pieces: pieces(true) })
    } while (text.charAt(at) === '|')
    if (at >= text.length) faults.push(message(texts.open, { mark: '[' }))
    return { kind: 'choice', options }
  }

  const sentences = sentencesOf(pieces(false))
  return { sentences, faults }
}

/** Cuts pieces behind each full stop and line break that stands in no bracket, or ends one. */
function sentencesOf(all: readonly Piece[]): readonly Sentence[] {
  const sentences: Sentence[] = []
  let own: Piece[] = []
  let paragraph = 0
  const end = (): void => {
    if (own.some((it) => it.kind !== 'text' || it.text.trim() !== ''))
      sentences.push({ pieces: own, paragraph, names: [...new Set(namesIn(own))] })
    own = []
  }
  for (const piece of all) {
    if (piece.kind !== 'text') {
      own.push(piece)
      if (piece.kind === 'choice' && piece.options.every((option) => endsInStop(option.pieces))) end()
      continue
    }
    for (const [part] of piece.text.matchAll(/\r\n|\n|\r|[^。！？\r\n]*[。！？]|[^。！？\r\n]+/g)) {
      if (/^[\r\n]+$/.test(part)) {
        end()
        paragraph++
      } else {
        own.push({ kind: 'text', text: part })
        if (/[。！？]$/.test(part)) end()
      }
    }
  }
  end()
  return sentences
}

function endsInStop(pieces: readonly Piece[]): boolean {
  const last = pieces.at(-1)
  if (last?.kind === 'text') return /[。！？]$/.test(last.text)
  return last?.kind === 'choice' && last.options.every((option) => endsInStop(option.pieces))
}

const namesIn = (pieces: readonly Piece[]): readonly string[] =>
  pieces.flatMap((piece): readonly string[] => {
    if (piece.kind === 'text') return []
    if (piece.kind === 'blank') return [piece.name]
    return piece.options.flatMap((it) => [...(it.decides === undefined ? [] : [it.decides]), ...namesIn(it.pieces)])
  })

const texts = {
  open: { zh: '段落模板：“{mark}”没有对应的收尾符号', en: 'paragraph template: “{mark}” is never closed' },
  unopened: { zh: '段落模板：“{mark}”没有对应的开头符号', en: 'paragraph template: “{mark}” was never opened' },
  noName: {
    zh: '段落模板：“{mark}”后应写数的名称，如 {本年新收}',
    en: 'paragraph template: “{mark}” wants the name of a figure, such as {本年新收}',
  },
} satisfies Readonly<Record<string, Text>>
