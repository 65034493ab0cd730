import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { Failure } from '../lib/failure.mjs'
import { inRoot } from '../lib/paths.mjs'
import { say } from '../lib/say.mjs'
import { markdownOf } from './documents.mjs'
import { quantile, round, table } from './figures.mjs'
import { buildWithMaps, sourcesOf } from './profileBundle.mjs'
import { servers } from './servers.mjs'
import { openSession } from './session.mjs'

/** What a module is for, by where it stands; the first that fits. @type {readonly (readonly [string, RegExp])[]} */
const areas = [
  ['what the prose says', /core\/report\/mentions\//],
  ['sections and tables of the form', /core\/(?:report|formats)\//],
  ['Markdown', /core\/markdown\//],
  ['arithmetic', /core\/reconcile\/|big\.js/],
  ['rules', /core\/rules\//],
  ['findings: kept, moved, put in order', /core\/(?:check|analyse|features|related|summar|engine|settings)/],
  ['text, and what is kept of it', /core\/text\//],
  ['protocol and command line', /server\/src\/|node_modules\//],
]

const largest = 'the one function of ours that takes most'

/**
 * Where the time of the slow cases goes, by what the modules are for.
 * @param {number} keys
 */
export async function measureProfile(keys) {
  const folder = await buildWithMaps()
  const columns = [
    ['first open', await ofServer(folder, 40, 0)],
    ['keys 201 to 500, 40 KB', await ofServer(folder, 40, 300)],
    ['keys 201 to 500, 4 MB', await ofServer(folder, 4000, 300)],
    ['200 files', ofCommand(folder, 200)],
  ]
  rmSync(folder, { recursive: true, force: true })
  const names = [...areas.map(([name]) => name), 'Node.js and V8', 'collecting garbage', largest]
  const shares = table(
    ['share of the busy time, %', ...columns.map(([name]) => String(name))],
    names.map((name) => [
      name,
      ...columns.map(([, of]) => {
        const shares = /** @type {ReadonlyMap<string, number>} */ (of)
        return round(100 * (shares.get(name) ?? 0))
      }),
    ]),
  )
  const about = 'Samples of a profiler by what the modules are for; waiting is left out.'
  const warm =
    'V8 runs a program in an interpreter first and compiles what runs often: the same keys after more and more of them. The table at the top begins after 200.'
  return `## Where the time goes\n\n${about}\n\n${shares}\n\n${warm}\n\n${await warming(keys)}`
}

/** Opens a document, types 200 keys and then as many as are to be looked at. */
async function ofServer(/** @type {string} */ folder, /** @type {number} */ kilobytes, /** @type {number} */ keys) {
  const to = path.join(folder, 'profile.json')
  rmSync(to, { force: true })
  const [own] = servers
  if (own === undefined) throw new Failure('There is no server.')
  say(keys === 0 ? 'where the time of a first open goes' : `where the time of keys in ${kilobytes} KB goes`)
  const program = path.join(folder, 'server.js')
  const args = ['--require', inRoot('bench', 'profile.cjs'), program, '--stdio']
  const env = { PROFILE_TO: to, ...(keys === 0 && { PROFILE_FROM: 'start' }) }
  const session = await openSession({ ...own, args, env }, kilobytes)
  if (keys > 0) {
    for (let i = 0; i < 200; i++) await session.type()
    session.signal('SIGUSR2')
    await setTimeout(100)
    for (let i = 0; i < keys; i++) await session.type()
  }
  session.signal('SIGUSR2')
  for (let i = 0; i < 100 && !existsSync(to); i++) await setTimeout(100)
  await setTimeout(100)
  session.stop()
  return sharesIn(to, program)
}

function ofCommand(/** @type {string} */ folder, /** @type {number} */ files) {
  say(`where the time of ${files} files goes`)
  const reports = path.join(folder, 'reports')
  mkdirSync(reports)
  const text = markdownOf(40)
  for (let i = 1; i <= files; i++)
    writeFileSync(
      path.join(reports, `${i}.md`),
      text.replaceAll(/(?<=\| )\d+(?= \|)/g, (figure) => String(Number(figure) * i)),
    )
  const program = path.join(folder, 'cli.js')
  const to = path.join(folder, 'profiles')
  const profiling = ['--cpu-prof', '--cpu-prof-interval', '500', '--cpu-prof-dir', to]
  const { status } = spawnSync(
    process.execPath,
    [...profiling, program, 'check', '--jobs', '1', '--format', 'json', '.'],
    {
      cwd: reports,
      stdio: 'ignore',
    },
  )
  if (status !== 0 && status !== 1) throw new Failure(`The command line ended with ${status}.`)
  return sharesIn(path.join(to, readdirSync(to)[0] ?? ''), program)
}

/**
 * How much of the time the program was in the modules of each area; what waits is left out.
 * @param {string} file
 * @param {string} program
 * @returns {ReadonlyMap<string, number>}
 */
function sharesIn(file, program) {
  /** @type {{ nodes: { id: number, callFrame: { functionName: string, url: string, lineNumber: number, columnNumber: number } }[], samples: number[], timeDeltas: number[] }} */
  const { nodes, samples, timeDeltas } = JSON.parse(readFileSync(file, 'utf8'))
  const sourceOf = sourcesOf(program)
  const placeOf = new Map(
    nodes.map(({ id, callFrame: { functionName, url, lineNumber, columnNumber } }) => {
      if (functionName === '(idle)') return [id, undefined]
      if (functionName === '(garbage collector)') return [id, { area: 'collecting garbage', own: '' }]
      const source = url.endsWith(path.basename(program)) ? sourceOf(lineNumber, columnNumber) : ''
      const area = areas.find(([, pattern]) => pattern.test(source))?.[0]
      return area === undefined
        ? [id, { area: 'Node.js and V8', own: '' }]
        : [id, { area, own: `${source}:${lineNumber}:${columnNumber}` }]
    }),
  )
  /** @type {Map<string, number>} */
  const times = new Map()
  /** @type {Map<string, number>} */
  const functions = new Map()
  let all = 0
  samples.forEach((id, i) => {
    const place = placeOf.get(id)
    if (place === undefined) return
    const time = timeDeltas[i] ?? 0
    all += time
    times.set(place.area, (times.get(place.area) ?? 0) + time)
    if (place.own !== '') functions.set(place.own, (functions.get(place.own) ?? 0) + time)
  })
  times.set(largest, Math.max(0, ...functions.values()))
  return new Map([...times].map(([name, time]) => [name, time / all]))
}

/** What a key takes when so many have been typed, for the servers that are fast enough. @param {number} keys */
async function warming(keys) {
  const steps = [0, 50, 200, 1000, 4000]
  const taking = []
  for (const server of servers.filter((it) => it.slowAt === undefined))
    taking.push({ server, session: await openSession(server, 40), times: /** @type {number[][]} */ ([]) })
  let typed = 0
  for (const step of steps) {
    say(`typing after ${step} keys`)
    for (const { session } of taking) for (let i = typed; i < step; i++) await session.type()
    const all = taking.map(() => /** @type {number[]} */ ([]))
    const share = Math.min(10, keys)
    // Few enough of them that the servers are still as warm as the row says.
    const count = step === 0 ? Math.min(keys, 50) : keys
    for (let i = 0; i < count; i += share)
      for (const [k, { session }] of taking.entries())
        for (let j = 0; j < share; j++) all[k]?.push((await session.type()).milliseconds)
    typed = step + count
    for (const [k, { times }] of taking.entries()) times.push(all[k] ?? [])
  }
  for (const { session } of taking) session.stop()
  return table(
    ['p50 at 40 KB in ms, after so many keys', ...steps.map(String)],
    taking.map(({ server, times }) => [server.name, ...times.map((it) => round(quantile(it, 0.5)))]),
  )
}
