import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import path from 'node:path'
import { clearInterval, setInterval } from 'node:timers'
import { atEnd } from '../lib/ending.mjs'
import { inRoot } from '../lib/paths.mjs'
import { say } from '../lib/say.mjs'
import { residentMegabytes } from './client.mjs'
import { markdownOf } from './documents.mjs'
import { round, table, targetTable } from './figures.mjs'

const inModules = (/** @type {string[]} */ ...parts) => inRoot('bench', 'node_modules', ...parts)

/** The same reports for every tool, each in a process of its own and one tool after the other. @param {number} files */
export async function measureBatch(files) {
  // Tools look for their packages upwards from the files, so these lie in the bench.
  mkdirSync(inRoot('bench', 'out'), { recursive: true })
  const folder = mkdtempSync(path.join(inRoot('bench', 'out'), 'reports-'))
  const forget = atEnd(() => {
    rmSync(folder, { recursive: true, force: true })
  })
  const text = markdownOf(40)
  for (let i = 0; i < files; i++)
    // No two tables are equal, so that nothing can be kept from one for the next, and all of them balance.
    writeFileSync(
      path.join(folder, `${i}.md`),
      text.replaceAll(/(?<=\| )\d+(?= \|)/g, (figure) => String(Number(figure) * (i + 1))),
    )
  writeFileSync(path.join(folder, '.textlintrc.json'), '{ "rules": { "no-todo": true } }')
  writeFileSync(path.join(folder, '.remarkrc.json'), '{ "plugins": ["remark-gfm", "remark-preset-lint-recommended"] }')
  writeFileSync(path.join(folder, '.markdownlint-cli2.jsonc'), '{}')
  const own = [inRoot('dist', 'cli.js'), 'check', '--format', 'json']
  const tools = [
    { name: 'zwgk-report, one thread', args: [...own, '--jobs', '1', '.'] },
    { name: `zwgk-report, ${availableParallelism()} threads`, args: [...own, '.'] },
    { name: 'remark-cli + remark-lint', args: [inModules('remark-cli', 'cli.js'), '.', '--quiet', '--no-stdout'] },
    { name: 'markdownlint-cli2', args: [inModules('markdownlint-cli2', 'markdownlint-cli2-bin.mjs'), '*.md'] },
    { name: 'textlint', args: [inModules('textlint', 'bin', 'textlint.js'), '*.md'] },
  ]
  /** @type {{ name: string, seconds: number, peak: number | undefined }[]} */
  const results = []
  for (const { name, args } of tools) {
    say(`${files} files of 40 KB: ${name}`)
    results.push({ name, ...(await run(args, folder)) })
  }
  forget()
  rmSync(folder, { recursive: true, force: true })
  const rate = (/** @type {string} */ start) =>
    files / (results.find(({ name }) => name.startsWith(start))?.seconds ?? NaN)
  const memory = (/** @type {string} */ start) => results.find(({ name }) => name.startsWith(start))?.peak ?? NaN
  const many = `zwgk-report, ${availableParallelism()} threads`
  const targets = [
    {
      what: 'files/s, one thread / remark-cli',
      value: rate('zwgk-report, one') / rate('remark-cli'),
      must: 5,
      aim: 8,
      more: true,
    },
    { what: 'files/s, all threads / remark-cli', value: rate(many) / rate('remark-cli'), must: 6, aim: 10, more: true },
    { what: 'peak memory / remark-cli', value: memory(many) / memory('remark-cli'), must: 0.25, aim: 0.15 },
  ]
  const rows = results.map(({ name, seconds, peak }) => [name, round(files / seconds), round(peak)])
  return `## ${files} reports of 40 KB on the command line\n\n${table(['tool', 'files/s', 'peak memory, MB'], rows)}\n\n${targetTable(targets)}`
}

/**
 * @param {readonly string[]} args of Node.js
 * @param {string} cwd
 * @returns {Promise<{ seconds: number, peak: number | undefined }>}
 */
function run(args, cwd) {
  return new Promise((resolve, reject) => {
    const started = performance.now()
    const child = spawn(process.execPath, [...args], { cwd, stdio: 'ignore' })
    const forget = atEnd(() => void child.kill())
    /** @type {number | undefined} */
    let peak
    const watching = setInterval(() => (peak = residentMegabytes(child.pid, 'VmHWM') ?? peak), 20)
    child.on('error', reject)
    child.on('exit', () => {
      clearInterval(watching)
      forget()
      resolve({ seconds: (performance.now() - started) / 1000, peak })
    })
  })
}
