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
 * A stream of single characters typed at random places, alternately into a figure and into a sentence. The same seed
 * gives the same stream.
 * @param {string} text
 * @param {number} seed
 */
export function typist(text, seed) {
  const lines = text.split('\n')
  const figures = lines.flatMap((line, i) => (/\d/.test(line) ? [i] : []))
  const sentences = lines.flatMap((line, i) => (/[\u4e00-\u9fff]/.test(line) ? [i] : []))
  let state = seed
  const below = (/** @type {number} */ n) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * n)
  }
  let turn = 0
  const next = () => {
    const figure = turn++ % 2 === 0
    const among = figure ? figures : sentences
    const line = among[below(among.length)] ?? 0
    const own = lines[line] ?? ''
    const found = [...own.matchAll(figure ? /\d/g : /[\u4e00-\u9fff]/g)]
    const character = (found[below(found.length)]?.index ?? 0) + 1
    const typed = figure ? String(below(10)) : '字'
    lines[line] = own.slice(0, character) + typed + own.slice(character)
    const position = { line, character }
    return { range: { start: position, end: position }, text: typed }
  }
  return { next, text: () => lines.join('\n') }
}
