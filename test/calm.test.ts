import { expect, test } from 'vitest'
import { calm, marksOf } from '../server/src/core/features/calm.ts'
import { defaultSettings } from '../server/src/core/settings.ts'
import { linesOf } from '../server/src/core/text/lines.ts'
import { calmTyping, pauseLength, type Clock } from '../server/src/lsp/calm.ts'
import { fail } from './fixture.ts'
import { seeded } from './random.ts'
import { analysed, skeleton } from './skeleton.ts'

const uri = 'file:///report.md'

/** A clock that stands still until it is told. */
function standing(): { readonly clock: Clock; readonly pass: (milliseconds: number) => void } {
  let now = 0
  let pending: { readonly at: number; readonly run: () => void } | undefined
  return {
    clock(milliseconds, run) {
      const own = { at: now + milliseconds, run }
      pending = own
      return () => {
        if (pending === own) pending = undefined
      }
    },
    pass(milliseconds) {
      now += milliseconds
      if (pending === undefined || pending.at > now) return
      const { run } = pending
      pending = undefined
      run()
    },
  }
}

/** An editor with one document: it types into the line that holds some words, and looks at what is shown. */
function editor(text: string, calmWhileTyping = true) {
  const { clock, pass } = standing()
  const released: string[] = []
  const typing = calmTyping(clock, (it) => released.push(it))
  let version = 1
  const look = (): readonly string[] => {
    const settings = { ...defaultSettings, calmWhileTyping }
    const snapshot = { uri, version, text, lines: linesOf(text), settings, analysis: analysed(text), id: `${version}` }
    return typing.look(snapshot, { calm, marksOf }).problems.map(({ code }) => code)
  }
  const replace = (from: string, to: string, whole = false): void => {
    const at = text.indexOf(from)
    if (at < 0) fail(`no ${from}`)
    const lines = linesOf(text)
    const range = { start: lines.positionAt(at), end: lines.positionAt(at + from.length) }
    typing.edited(uri, [whole ? { text: text.replace(from, to) } : { range, text: to }])
    text = text.replace(from, to)
    version++
  }
  return { typing, released, pass, look, replace }
}

const row = '| 行政复议 | 0 | 0 | 0 | 0 | 0 |'
const half = '| 行政复议 | 1 | 0 | 0 | 0 | 0 |'

test('a new finding on the row being typed waits until typing pauses', () => {
  const { released, pass, look, replace } = editor(skeleton)
  expect(look()).not.toContain('total-mismatch')
  replace(row, half)
  expect(look()).not.toContain('total-mismatch')
  pass(pauseLength - 1)
  replace(half, '| 行政复议 | 12 | 0 | 0 | 0 | 0 |')
  pass(pauseLength - 1)
  expect(released).toEqual([])
  expect(look()).not.toContain('total-mismatch')
  pass(1)
  expect(released).toEqual([uri])
  expect(look()).toContain('total-mismatch')
})

test('it never shows where the row balances before the pause, and nothing is released', () => {
  const { released, pass, look, replace } = editor(skeleton)
  look()
  replace(row, half)
  look()
  replace(half, '| 行政复议 | 1 | 0 | 0 | 0 | 1 |')
  expect(look()).not.toContain('total-mismatch')
  pass(pauseLength)
  expect(released).toEqual([])
})

test('it shows as soon as typing goes on in another row', () => {
  const { look, replace } = editor(skeleton)
  look()
  replace(row, half)
  look()
  replace('| 行政诉讼：未经复议直接起诉 | 0 |', '| 行政诉讼：未经复议直接起诉 | 5 |')
  expect(look().filter((it) => it === 'total-mismatch')).toHaveLength(1)
})

test('what was shown before follows every key, the figure that it blames included', () => {
  const { look, replace } = editor(skeleton.replace(row, half))
  expect(look()).toContain('total-mismatch')
  replace(half, '| 行政复议 | 12 | 0 | 0 | 0 | 0 |')
  expect(look()).toContain('total-mismatch')
  replace('| 行政复议 | 12 | 0 | 0 | 0 | 0 |', '| 行政复议 | 12 | 0 | 0 | 0 | 12 |')
  expect(look()).not.toContain('total-mismatch')
  replace('| 行政复议 | 12 | 0 | 0 | 0 | 12 |', '| 行政复议 | 12 | 0 | 0 | 0 | 1 |')
  expect(look()).toContain('total-mismatch')
})

test.each<[string, string, (at: ReturnType<typeof editor>) => void]>([
  ['opening', skeleton.replace(row, half), () => undefined],
  [
    'saving',
    skeleton,
    ({ replace, look, typing }) => {
      look()
      replace(row, half)
      expect(look()).not.toContain('total-mismatch')
      typing.settle(uri)
    },
  ],
  [
    'a change of the whole text',
    skeleton,
    ({ replace, look }) => {
      look()
      replace(row, half, true)
    },
  ],
  [
    'a paste of several lines',
    skeleton,
    ({ replace, look }) => {
      look()
      replace(row, `${half}\n`)
    },
  ],
  [
    'what lies elsewhere',
    skeleton.replace(row, half),
    ({ replace, look }) => {
      look()
      replace('某某县人民政府', '某某县某局')
    },
  ],
])('nothing waits after %s', (_, text, act) => {
  const at = editor(text)
  act(at)
  expect(at.look()).toContain('total-mismatch')
})

test('nothing waits where the setting is off', () => {
  const { look, replace } = editor(skeleton, false)
  look()
  replace(row, half)
  expect(look()).toContain('total-mismatch')
})

test('a finding that is no arithmetic does not wait', () => {
  const { look, replace } = editor(skeleton)
  const before = look()
  replace('| 行政复议 | 0 |', '| 行政裁决 | 0 |')
  expect(look().length).toBeGreaterThan(before.length)
})

test('the version that waits is told apart from the same one released, however often it is looked at', () => {
  const { look, replace, pass } = editor(skeleton)
  look()
  replace(row, half)
  const first = look()
  expect(look()).toEqual(first)
  pass(pauseLength)
  expect(look()).not.toEqual(first)
})

test('a closed document is forgotten', () => {
  const { typing, look, replace, pass, released } = editor(skeleton)
  look()
  replace(row, half)
  look()
  typing.forget(uri)
  pass(pauseLength)
  expect(released).toEqual([])
})

/** Whatever is typed where, and however fast: nothing is invented, nothing is lost, and what was shown stays shown. */
test('random typing', () => {
  const rounds = Number(process.env['ROUNDS'] ?? 8)
  for (let round = 0; round < rounds; round++) {
    const { below } = seeded(round)
    const rows = ['| 行政复议 |', '| 行政诉讼：未经复议直接起诉 |', '| 复议后起诉 |']
    const figures = rows.map(() => [0, 0, 0, 0, 0])
    const write = (): string => {
      const lines = skeleton.split('\n')
      rows.forEach((label, i) => {
        const at = lines.findLastIndex((line) => line.startsWith(label))
        lines[at] = `${label} ${(figures[i] ?? []).join(' | ')} |`
      })
      return lines.join('\n')
    }
    const { clock, pass } = standing()
    const typing = calmTyping(clock, () => undefined)
    let shownBefore: ReadonlySet<string> = new Set()
    let line = -1
    for (let version = 1; version < 12; version++) {
      const i = below(rows.length)
      if (version > 1) {
        ;(figures[i] ?? [])[below(5)] = below(4) * below(30)
        const text = write()
        const lineNow = text.split('\n').findLastIndex((it) => it.startsWith(rows[i] ?? fail('no row')))
        const place = { line: lineNow, character: 0 }
        typing.edited(uri, [{ range: { start: place, end: place }, text: '1' }])
        line = lineNow
      }
      const text = write()
      const analysis = analysed(text)
      const snapshot = {
        uri,
        version,
        text,
        lines: linesOf(text),
        settings: defaultSettings,
        analysis,
        id: `${version}`,
      }
      const { problems, waiting } = typing.look(snapshot, { calm, marksOf })
      expect(problems.every((it) => analysis.problems.includes(it))).toBe(true)
      expect(waiting).toBe(problems.length < analysis.problems.length)
      // A finding whose figure was shown before is never held back.
      for (const problem of analysis.problems)
        if ([...marksOf(analysis, [problem])].some((mark) => shownBefore.has(mark)))
          expect(problems.includes(problem)).toBe(true)
      shownBefore = marksOf(analysis, problems)
      if (below(4) === 0) {
        pass(pauseLength)
        expect(typing.look(snapshot, { calm, marksOf }).problems).toBe(analysis.problems)
        shownBefore = marksOf(analysis, analysis.problems)
      }
    }
    expect(line).toBeGreaterThan(0)
  }
})
