import { readFileSync } from 'node:fs'
import { inRoot } from '../lib/paths.mjs'

/** A real report of the form of 2021, with its three tables. */
const report = () => readFileSync(inRoot('test', 'corpus', 'zhangdian-2021.canonical.md'), 'utf8').trimEnd()

/** The report over and over, up to so many bytes. @param {number} kilobytes */
export function markdownOf(kilobytes) {
  const unit = `${report()}\n\n`
  return unit.repeat(Math.max(1, Math.round((kilobytes * 1000) / Buffer.byteLength(unit))))
}

/** JSON of the same size that says the same. @param {number} kilobytes */
export function jsonOf(kilobytes) {
  const lines = markdownOf(kilobytes)
    .split('\n')
    .filter((line) => line !== '')
    .map((text, line) => ({ line, text }))
  return JSON.stringify(lines, undefined, 1)
}

/**
 * A stream of keys at random places: a digit typed into a figure and deleted again, then a character typed into a
 * sentence and deleted again, so that the document stays what it is however long it is typed into. The same seed gives
 * the same stream.
 * @param {string} text
 * @param {number} seed
 */
export function typist(text, seed) {
  const lines = text.split('\n')
  const places = [/(?<=\| *)\d(?=\d* *\|)/g, /(?<=[\u4e00-\u9fff])[\u4e00-\u9fff](?=[\u4e00-\u9fff])/g].map(
    (wanted, kind) =>
      lines.flatMap((line, i) => {
        const inTable = /\|/.test(line)
        // In JSON that says the same, a line of the report is a string.
        return inTable === (kind === 0) && !/#/.test(line) && line.search(wanted) >= 0 ? [{ line: i, wanted }] : []
      }),
  )
  let state = seed
  const below = (/** @type {number} */ n) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * n)
  }
  let turn = 0
  let position = { line: 0, character: 0 }
  let typed = ''
  const replace = (/** @type {number} */ removed, /** @type {string} */ inserted) => {
    const own = lines[position.line] ?? ''
    lines[position.line] = own.slice(0, position.character) + inserted + own.slice(position.character + removed)
    const end = { line: position.line, character: position.character + removed }
    return { range: { start: position, end }, text: inserted }
  }
  const next = () => {
    const step = turn++ % 4
    if (step % 2 === 1) return replace(typed.length, '')
    const among = places[step / 2] ?? []
    const { line, wanted } = among[below(among.length)] ?? { line: 0, wanted: /./g }
    const found = [...(lines[line] ?? '').matchAll(wanted)]
    position = { line, character: (found[below(found.length)]?.index ?? 0) + 1 }
    typed = step === 0 ? String(below(10)) : '字'
    return replace(0, typed)
  }
  return { next, text: () => lines.join('\n') }
}
