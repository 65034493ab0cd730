import { setTimeout } from 'node:timers/promises'
import { say } from '../lib/say.mjs'
import { quantile, round, table, targetTable } from './figures.mjs'
import { servers } from './servers.mjs'
import { openSession } from './session.mjs'

const sizes = [40, 400, 4000]
/** So many keys go before. */
const warming = 200
const label = (/** @type {number} */ kilobytes) => (kilobytes < 1000 ? `${kilobytes} KB` : `${kilobytes / 1000} MB`)

/**
 * The session; undefined where the first diagnostics do not come in that time.
 * @param {number} milliseconds
 * @param {Parameters<typeof openSession>} args
 */
const openWithin = (milliseconds, ...args) =>
  Promise.race([openSession(...args), setTimeout(milliseconds, undefined, { ref: false })])

/**
 * Single characters typed into documents of three sizes, until the diagnostics are there; all servers take turns, a
 * few keys each, so that what else the machine does falls on all alike.
 * @param {number} keys
 */
export async function measureEdits(keys) {
  /** @type {Map<string, { p50: number, p95: number, memory: number | undefined, open: number }>} */
  const results = new Map()
  for (const size of sizes) {
    say(`typing into ${label(size)}`)
    const taking = []
    for (const server of servers) {
      const session = await openWithin(25_000, server, size)
      if (session !== undefined) taking.push({ server, session, times: /** @type {number[]} */ ([]) })
    }
    for (const { server, session } of taking) {
      // Nobody stops after a few keys: what is measured is the typing that goes on, not a program that warms up.
      const isSlow = server.slowAt !== undefined && size >= server.slowAt
      for (let i = 0; i < (isSlow ? (size > 400 ? 1 : 10) : warming); i++) await session.type()
    }
    const rounds = 12
    for (let round = 0; round < rounds; round++)
      for (const { server, session, times } of taking) {
        const slow = server.slowAt !== undefined && size >= server.slowAt
        // A key takes seconds there; half of the turns must do.
        if (slow && size > 400 && round % 2 === 1) continue
        const share = Math.ceil((slow ? (size > 400 ? 12 : 36) : keys) / rounds)
        for (let i = 0; i < share; i++) times.push((await session.type()).milliseconds)
      }
    for (const { server, session, times } of taking) {
      const measured = { p50: quantile(times, 0.5), p95: quantile(times, 0.95) }
      results.set(`${server.name} ${size}`, { ...measured, memory: session.memory(), open: session.firstOpen })
      session.stop()
    }
  }
  const at = (/** @type {string} */ name, /** @type {number} */ size) => results.get(`${name} ${size}`)
  const rows = servers.map(({ name }) => [
    name,
    ...sizes.map((size) => `${round(at(name, size)?.p50)} (${round(at(name, size)?.p95)})`),
    ...sizes.map((size) => round(at(name, size)?.memory)),
  ])
  const own = (/** @type {number} */ size) => at('zwgk-report', size)
  const ratio = (
    /** @type {string} */ name,
    /** @type {number} */ size,
    /** @type {'p50' | 'p95' | 'memory' | 'open'} */ key = 'p50',
  ) => (own(size)?.[key] ?? NaN) / (at(name, size)?.[key] ?? NaN)
  const faster = (/** @type {string} */ name, /** @type {number} */ size) => 1 / ratio(name, size)
  const [json, markdown, remark, answers] = [
    'vscode-json-language-server',
    'vscode-markdown-language-server',
    'unified-language-server + remark-lint',
    'a server that only answers',
  ]
  const targets = [
    { what: `p50 at 40 KB / ${json}`, value: ratio(json, 40), must: 0.6, aim: 0.4 },
    { what: `p95 at 40 KB / ${json}`, value: ratio(json, 40, 'p95'), must: 1, aim: 0.6 },
    ...[
      [40, 8, 12],
      [400, 60, 110],
      [4000, 500, 1000],
    ].map(([size = 0, must = 0, aim = 0]) => ({
      what: `times as fast as ${markdown} at ${label(size)}`,
      value: faster(markdown, size),
      must,
      aim,
      more: true,
    })),
    ...[
      [40, 30, 50],
      [400, 350, 570],
      [4000, 2500, 4600],
    ].map(([size = 0, must = 0, aim = 0]) => ({
      what: `times as fast as ${remark} at ${label(size)}`,
      value: faster(remark, size),
      must,
      aim,
      more: true,
    })),
    ...sizes.map((size) => ({
      what: `p50 at ${label(size)} / ${answers}`,
      value: ratio(answers, size),
      must: 4,
      aim: 2,
    })),
    { what: 'p50 at 4 MB / p50 at 40 KB', value: (own(4000)?.p50 ?? NaN) / (own(40)?.p50 ?? NaN), must: 1.5, aim: 1.2 },
    ...sizes.map((size) => ({
      what: `memory at ${label(size)} / ${json}`,
      value: ratio(json, size, 'memory'),
      must: 1.2,
      aim: 0.95,
    })),
  ]
  const head = ['server', ...sizes.map((size) => `${label(size)}, ms`), ...sizes.map((size) => `MB at ${label(size)}`)]
  return `## Edit → diagnostics: p50 (p95)\n\n${table(head, rows)}\n\n${targetTable(targets)}`
}
