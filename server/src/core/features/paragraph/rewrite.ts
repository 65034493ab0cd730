import { diffArrays } from 'diff'
import { sourceSpan, type Passage } from '../../report/mentions/passages.ts'
import { fold } from '../../text/label.ts'
import type { Edit } from '../../text/span.ts'

type Token = { readonly text: string; readonly key: string; readonly start: number; readonly end: number }

/**
 * Edits that make a part of a passage read as `text`, and that leave alone what reads so already: its line breaks, its
 * emphasis, and a number that is only written otherwise. Offsets count as those of the passage do.
 */
export function rewrite(passage: Passage, start: number, end: number, text: string): readonly Edit[] {
  const before = tokens(passage.text.slice(start, end))
  const after = tokens(text)
  const edits: Edit[] = []
  let at = 0
  let removed: Token[] = []
  let added = ''
  const flush = (): void => {
    if (removed.length === 0 && added === '') return
    const from = removed[0]?.start ?? before[at]?.start ?? end - start
    const to = removed.at(-1)?.end ?? from
    edits.push({ span: placeOf(passage, start + from, start + to), text: added })
    removed = []
    added = ''
  }
  for (const change of diffArrays([...before], [...after], { comparator: (a, b) => a.key === b.key })) {
    if (change.removed) {
      removed = before.slice(at, at + change.value.length)
      at += change.value.length
    } else if (change.added) added = change.value.map((it) => it.text).join('')
    else {
      flush()
      at += change.value.length
    }
  }
  flush()
  return edits
}

/** A place between two characters lies behind the first of them, before whatever marks follow it. */
function placeOf(passage: Passage, from: number, to: number): Edit['span'] {
  if (to > from) return sourceSpan(passage, from, to)
  const at = from === 0 ? sourceSpan(passage, 0, 1).start : sourceSpan(passage, from - 1, from).end
  return { start: at, end: at }
}

/** Numbers whole and everything else by character. */
const tokens = (text: string): readonly Token[] =>
  [...text.matchAll(/\d[\d,]*(?:\.\d+)?|[^]/gu)]
    .filter(([token]) => /\S/.test(token))
    .map((match) => ({
      text: match[0],
      key: /^\d/.test(match[0]) ? match[0].replaceAll(',', '') : fold(match[0]),
      start: match.index,
      end: match.index + match[0].length,
    }))
