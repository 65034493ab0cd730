import { say } from '../lib/say.mjs'
import { quantile, round, table, targetTable } from './figures.mjs'
import { servers } from './servers.mjs'
import { openSession } from './session.mjs'

/** New processes, in turns: until `initialize` is answered, and until the first document of 40 KB has its diagnostics. @param {number} starts */
export async function measureStarts(starts) {
  say('starting servers')
  const taking = servers.map((server) => ({ server, start: [0], first: [0], open: [0] }))
  for (let i = 0; i < starts; i++)
    for (const { server, start, first, open } of taking) {
      const session = await openSession(server, 40)
      start[i] = session.start
      first[i] = session.firstDiagnostics
      open[i] = session.firstOpen
      session.stop()
    }
  const rows = taking.map(({ server, start, first, open }) => [
    server.name,
    ...[start, open, first].map((it) => round(quantile(it, 0.5))),
  ])
  const of = (/** @type {string} */ name) => taking.find(({ server }) => server.name === name)
  const ratio = (/** @type {string} */ name, /** @type {'start' | 'first' | 'open'} */ key) =>
    quantile(of('zwgk-report')?.[key] ?? [], 0.5) / quantile(of(name)?.[key] ?? [], 0.5)
  const remark = 'unified-language-server + remark-lint'
  const targets = [
    {
      what: 'spawn → initialised / vscode-json-language-server',
      value: ratio('vscode-json-language-server', 'start'),
      must: 0.6,
      aim: 0.44,
    },
    { what: `spawn → first diagnostics / ${remark}`, value: ratio(remark, 'first'), must: 0.4, aim: 0.25 },
    { what: `first open → diagnostics / ${remark}`, value: ratio(remark, 'open'), must: 0.4, aim: 0.24 },
  ]
  const head = ['server', 'spawn → initialised, ms', 'first open → diagnostics, ms', 'spawn → first diagnostics, ms']
  return `## Start\n\n${table(head, rows)}\n\n${targetTable(targets)}`
}
