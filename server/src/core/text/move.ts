import { shift, type Span } from './span.ts'

/**
 * Where places of a text are after a part of it was replaced. The same value comes back where nothing moves: nothing
 * does before `start`, and everything behind `end` does by so much.
 */
export type Move = {
  readonly start: number
  readonly end: number
  readonly by: number
  offset(at: number): number
  span(span: Span): Span
}

/**
 * Of places within the replaced part only its ends are known. Where text was put in at the end of a line, what ended
 * there ends behind it (`atLineEnd`); anywhere else what begins there begins before it.
 */
export function moveOver(start: number, end: number, newEnd: number, atLineEnd: boolean): Move {
  const by = newEnd - end
  const offset = (at: number): number => {
    if (at < start || (at === start && !(atLineEnd && start === end))) return at
    return at >= end ? at + by : Math.min(at, newEnd)
  }
  return {
    start,
    end,
    by,
    offset,
    span(span) {
      const [from, to] = [offset(span.start), offset(span.end)]
      return from === span.start && to === span.end ? span : { start: from, end: to }
    },
  }
}

/** Everything moved by so much. */
export const shiftBy = (by: number): Move => ({
  start: 0,
  end: 0,
  by,
  offset: (at) => at + by,
  span: (span) => shift(span, by),
})
