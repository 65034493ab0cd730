import { setTimeout } from 'node:timers/promises'
import { say } from '../lib/say.mjs'
import { round, table, targetTable } from './figures.mjs'
import { servers } from './servers.mjs'
import { openSession } from './session.mjs'

const head = '# 某某镇2021年政府信息公开工作年度报告\n\n## 一、总体情况\n\n'
const tableHead = '| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n|---|---|---|---|\n'

/** Text that is repeated, on which Markdown parsers or our own rules were once slow. @type {Record<string, [before: string, unit: string, after?: string]>} */
const kinds = {
  'list items `- 甲`': ['', '- 一项工作内容\n'],
  'lines of one paragraph': ['', '内容内容内容\n'],
  'nested lists `- - -`': ['', '- '],
  'nested quotes `>>>`': ['', '>'],
  'brackets `[[[`': ['', '['],
  'emphasis `a**b`': ['', 'a**b'],
  'emphasis `*a_ `': ['', '*a_ '],
  'strike-through `~a~`': ['', '~a~'],
  'links `[a](`': ['', '[a]('],
  'unclosed comments': ['', '甲<!--'],
  'underlined headings': ['', 'a\n-\n'],
  'rows of a table': [tableHead, '| 规章 | 1 | 2 | 3 |\n'],
  'cells of one row': ['|', ' 1 |', '\n|-|\n'],
  'head and dashes': ['', '| a |\n|---|\n'],
  'one title again and again': ['', '# 一、总体情况\n\n'],
  'one topic again and again': ['', '### （一）主动公开\n\n内容\n\n'],
  'numbered lines': ['', '（一）内容。\n'],
  'unknown sections': ['', '八、内容。\n\n'],
  'requests of a template': ['', '（请填写：'],
  'one line of prose': ['', '政府信息公开'],
  'cells of HTML, unclosed': ['<table><tr>', '<td>1'],
  'nested tables of HTML': ['', '<table><tr><td>'],
  'nested HTML': ['<table><tr><td>', '<b>'],
  'aliases in the front matter': ['FRONT', '*a, '],
}

/** @param {[string, string, string?]} kind @param {number} kilobytes */
function textOf([before, unit, after = ''], kilobytes) {
  const body = unit.repeat(Math.ceil((kilobytes * 1000) / Buffer.byteLength(unit)))
  return before === 'FRONT' ? `---\na: &a x\nb: [${body}]\n---\n${head}` : `${head}${before}${body}${after}\n`
}

/** What the worst input costs: the first look at it, in a new process each. */
export async function measureWorst() {
  const [own] = servers
  if (own === undefined) return ''
  const sizes = [10, 100, 1000]
  const base = await least(5, own, 40, head)
  const rows = []
  let worst = 0
  let steepest = 0
  for (const [name, kind] of Object.entries(kinds)) {
    say(`worst case: ${name}`)
    const times = []
    for (const size of sizes) {
      // What a document of two lines costs is the start of the engine, not the text.
      times.push(Math.max(1, (await least(2, own, size, textOf(kind, size))) - base))
    }
    const [ten = NaN, hundred = NaN, thousand = NaN] = times
    const growth = Math.log10(thousand / Math.max(ten, thousand / 1000)) / 2
    worst = Math.max(worst, Number.isNaN(hundred) ? Infinity : hundred)
    // Below a few milliseconds the growth is that of noise.
    if (thousand > 100) steepest = Math.max(steepest, Math.log10(thousand / Math.max(hundred, 1)))
    rows.push([name, ...times.map(round), round(growth)])
  }
  const targets = [
    { what: 'worst 100 KB', value: worst, must: 250, aim: 50, unit: ' ms' },
    { what: 'steepest growth exponent, 100 → 1,000 KB', value: steepest, must: 1.2, aim: 1, unit: '' },
  ]
  return `## Worst inputs: first open → diagnostics in ms, above that of a document of two lines\n\n${table(['input', '10 KB', '100 KB', '1 MB', 'growth exponent'], rows)}\n\n${targetTable(targets)}`
}

/**
 * The least that a first look takes in several tries, for what else the machine does only adds to it; NaN where it takes
 * too long.
 * @param {number} tries
 * @param {Parameters<typeof openSession>} args
 */
async function least(tries, ...args) {
  const times = []
  for (let i = 0; i < tries; i++) {
    const session = await Promise.race([openSession(...args), setTimeout(20_000, undefined, { ref: false })])
    times.push(session?.firstOpen ?? NaN)
    session?.stop()
  }
  return Math.min(...times)
}
