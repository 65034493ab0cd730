import { blocksIn, placedSpan, type Placed } from '../../markdown/document.ts'
import { lineEnd } from '../../report/bodyLines.ts'
import type { Mention } from '../../report/mentions/mentions.ts'
import { sourceSpan, type Passage } from '../../report/mentions/passages.ts'
import type { Report } from '../../report/report.ts'
import { contains, shift, type Edit, type Span } from '../../text/span.ts'
import { paragraphAt, unfilledSentence, type Place } from './place.ts'
import type { Sentence } from './template.ts'

/** A sentence of the template where it stands. Offsets count in the passage. */
export type Found = {
  readonly sentence: Sentence
  readonly passage: Placed<Passage>
  readonly start: number
  readonly end: number
}

/** A sentence that is to be written, and how it reads. */
export type Added = { readonly sentence: Sentence; readonly text: string }

export const spanOf = ({ passage, start, end }: Found): Span => shift(sourceSpan(passage.value, start, end), passage.at)

/**
 * Where new sentences go if none of the template stands there yet: in place of what a new report left to be filled in,
 * else below the words that speak of the same, else where the form wants them.
 */
export function apart(added: readonly Added[], others: readonly Mention[], report: Report, place: Place): Edit {
  const unfilled = unfilledSentence(place.topic, report, place.body)
  if (unfilled !== undefined) return { span: unfilled, text: inParagraphs(added) }
  const last = others.at(-1)
  return last === undefined ? place.insert(inParagraphs(added)) : below(last.span.start, report, inParagraphs(added))
}

/** What goes right before a sentence that stands there, and what right behind it. */
export type Insertions = {
  readonly before: ReadonlyMap<Found, readonly Edit[]>
  readonly behind: ReadonlyMap<Found, readonly Edit[]>
}

export const noInsertions: Insertions = { before: new Map(), behind: new Map() }

/**
 * Each run of new sentences beside one that stands there already: behind the one that precedes it in the template, or
 * before the one that follows, of its own paragraph where there is one.
 */
export function besideFound(
  added: readonly Added[],
  sentences: readonly Sentence[],
  found: readonly Found[],
  report: Report,
): Insertions {
  const rank = (sentence: Sentence): number => sentences.indexOf(sentence)
  const runs = { before: new Map<Found, Added[]>(), behind: new Map<Found, Added[]>() }
  for (const it of added) {
    const own = ({ sentence }: Found): boolean => sentence.paragraph === it.sentence.paragraph
    const earlier = found.filter(({ sentence }) => rank(sentence) < rank(it.sentence))
    const later = found.filter(({ sentence }) => rank(sentence) > rank(it.sentence))
    const behind = earlier.findLast(own) ?? (later.some(own) ? undefined : earlier.at(-1))
    const anchor = behind ?? later.find(own) ?? later[0]
    if (anchor === undefined) continue
    const side = behind === undefined ? runs.before : runs.behind
    side.set(anchor, [...(side.get(anchor) ?? []), it])
  }
  const edits = (side: ReadonlyMap<Found, readonly Added[]>, edit: (anchor: Found, run: readonly Added[]) => Edit) =>
    new Map([...side].map(([anchor, run]) => [anchor, [edit(anchor, run)]]))
  const isApart = (anchor: Found, run: readonly Added[]): boolean =>
    run.every(({ sentence }) => sentence.paragraph !== anchor.sentence.paragraph)
  return {
    before: edits(runs.before, (anchor, run) =>
      insertion(spanOf(anchor).start, `${inParagraphs(run)}${isApart(anchor, run) ? '\n\n' : ''}`),
    ),
    behind: edits(runs.behind, (anchor, run) =>
      isApart(anchor, run)
        ? below(spanOf(anchor).start, report, inParagraphs(run))
        : insertion(spanOf(anchor).end, inParagraphs(run)),
    ),
  }
}

const insertion = (at: number, text: string): Edit => ({ span: { start: at, end: at }, text })

/** Paragraphs of their own below the block that holds the offset. */
function below(offset: number, report: Report, text: string): Edit {
  const block = [...blocksIn(report.document)].map(placedSpan).find((span) => contains(span, offset))
  return paragraphAt(report, lineEnd(report.document.text, block?.end ?? offset), text)
}

/** Sentences of one paragraph of the template stand behind each other, others a blank line apart. */
const inParagraphs = (added: readonly Added[]): string =>
  added
    .map(({ sentence, text }, i) => {
      const previous = added[i - 1]?.sentence.paragraph
      return (previous === undefined || previous === sentence.paragraph ? '' : '\n\n') + text
    })
    .join('')
