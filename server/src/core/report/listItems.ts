import type { Span } from '../text/span.ts'

/** A value in a line with the label before it; `number` is the value without its unit. Offsets count in the line. */
export type Item = {
  readonly label: Span | undefined
  readonly value: { readonly number: Span; readonly whole: Span }
}

/** What stands before the values of a line, or all of a line that has none, and the values. */
export type ItemLine = { readonly head: Span | undefined; readonly items: readonly Item[] }

const bullet = /^(?:[-*+•●·▪]|\d{1,2}\.(?!\d))[ \t\u3000]+/
const value = /^[-−]?[\d０-９][\d０-９.．,]*/
const unit = /^[ \t]*(?:件次|人次|万元|亿元|千元|元|[件条个次份起宗项人篇期例])?[ \t]*$/

/**
 * Reads `label: value`, `label: part value, part value`, `label value` and `label:`. No items where anything in the
 * line is neither a label nor a value: then it is a sentence.
 */
export function readItems(line: string): ItemLine {
  const start = bullet.exec(line)?.[0].length ?? 0
  const end = line.replace(/[\s。；;，,、]+$/, '').length
  if (end <= start || end - start > 200) return { head: undefined, items: [] }
  const colons = [...line.slice(start, end).matchAll(/[:：]/g)].map(({ index }) => start + index)
  const closing = colons.at(-1) === end - 1
  // A label may itself be joined by colons, so that the values may begin after any of them.
  for (const colon of closing ? [] : colons) {
    const head = trimmed(line, start, colon)
    const items = readValues(line, head, colon + 1, end)
    if (items !== undefined) return { head, items }
  }
  const items = closing ? undefined : readValues(line, undefined, start, end)
  return items === undefined
    ? { head: trimmed(line, start, closing ? end - 1 : end), items: [] }
    : { head: undefined, items }
}

function readValues(line: string, head: Span | undefined, start: number, end: number): readonly Item[] | undefined {
  const single = readValue(line, start, end)
  if (single !== undefined) return [{ label: head, value: single }]
  const items: Item[] = []
  // A comma between groups of three digits is no border.
  for (const piece of line.slice(start, end).matchAll(/(?:[^，、；;,]|,(?=\d{3}(?!\d)))+/g)) {
    const from = start + piece.index
    const item = readItem(line, from, from + piece[0].length)
    if (item === undefined) return undefined
    items.push(item)
  }
  return items.length === 0 ? undefined : items
}

function readItem(line: string, start: number, end: number): Item | undefined {
  const label = /^[^\d０-９:：]+/.exec(line.slice(start, end))?.[0]
  if (label === undefined) return undefined
  const mark = /^[ \t]*[:：]/.exec(line.slice(start + label.length, end))?.[0].length ?? 0
  const found = readValue(line, start + label.length + mark, end)
  return found === undefined ? undefined : { label: trimmed(line, start, start + label.length), value: found }
}

function readValue(line: string, start: number, end: number): Item['value'] | undefined {
  const whole = trimmed(line, start, end)
  const text = line.slice(whole.start, whole.end)
  const digits = value.exec(text)?.[0]
  if (digits === undefined || !unit.test(text.slice(digits.length))) return undefined
  return { number: { start: whole.start, end: whole.start + digits.length }, whole }
}

function trimmed(line: string, start: number, end: number): Span {
  const text = line.slice(start, end)
  const from = start + (text.length - text.trimStart().length)
  return { start: from, end: Math.max(from, start + text.trimEnd().length) }
}
