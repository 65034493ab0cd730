import { format2021 } from '../../server/src/core/formats/2021.ts'
import { layoutsOf } from '../layouts.ts'
import type { Random } from '../random.ts'
import type { Figures } from './figures.ts'
import { drawYear, years, type Year } from './draw.ts'
import { fill, namesIn } from './fill.ts'
import type { Claim, ProseSet } from './set.ts'
import { style } from './style.ts'

/** One sentence of a set and what is to be done with it. */
export type Task = {
  readonly home: Home
  readonly text: string
  /** Which number is made wrong; undefined for a claim, which is wrong when the figures do not bear it out. */
  readonly plant: number | undefined
  readonly claim: Claim | undefined
}

export type Written = {
  readonly text: string
  readonly planted: { readonly start: number; readonly end: number } | undefined
}

type Home = 'publication' | 'requests' | 'remedies' | 'fees'
type Body = { readonly kind: string; readonly name: string; readonly words: Readonly<Record<string, string>> }

const bodies: readonly Body[] = [
  { kind: 'C', name: '安澜县人民政府', words: { 我: '我县', 全: '全县', 府: '县政府' } },
  { kind: 'C', name: '临川市人民政府', words: { 我: '我市', 全: '全市', 府: '市政府' } },
  { kind: 'B', name: '安澜县自然资源局', words: { 我: '我局', 全: '全局', 府: '我局' } },
  { kind: 'B', name: '临川市住房和城乡建设局', words: { 我: '本机关', 全: '全局', 府: '局机关' } },
  { kind: 'T', name: '安澜县云岭镇人民政府', words: { 我: '我镇', 全: '全镇', 府: '镇政府' } },
  { kind: 'T', name: '临川市城东街道办事处', words: { 我: '街道', 全: '全街道', 府: '街道办事处' } },
]
const year = 2025

const kinds = ['documents', 'acts', 'sums', 'requests', 'results', 'remedies', 'fees'] as const
const homeOf: Readonly<Record<(typeof kinds)[number], Home>> = {
  documents: 'publication',
  acts: 'publication',
  sums: 'publication',
  requests: 'requests',
  results: 'requests',
  remedies: 'remedies',
  fees: 'fees',
}

/** Every sentence of a set with a number, once for each number, and every claim. */
export function tasksOf(set: ProseSet, plantable: (sentence: string) => number): readonly Task[] {
  const numbers = kinds.flatMap((kind) =>
    set[kind].flatMap((text) =>
      Array.from({ length: plantable(text) }, (_, plant) => ({ home: homeOf[kind], text, plant, claim: undefined })),
    ),
  )
  const claims = set.claims.map((claim) => ({ home: claim.home, text: claim.text, plant: undefined, claim }))
  return [...numbers, ...claims]
}

/** A report with sentences of the set; with a task, exactly that sentence is wrong. */
export function writeWith(random: Random, set: ProseSet, task: Task | undefined): Written {
  const kind = task === undefined ? undefined : /^([CBT]+)\|/.exec(task.text)?.[1]
  const body = random.pick(bodies.filter((it) => kind === undefined || kind.includes(it.kind)))
  const words = { ...body.words, Y: String(year), P: String(year - 1), N: String(year + 1) }
  const figures = figuresFor(random, task)
  const { named } = figures
  const parts = new Map<Home, string[]>()
  const add = (home: Home, text: string): void => {
    parts.set(home, [...(parts.get(home) ?? []), text])
  }
  const fits = (text: string): boolean => {
    const wanted = /^([CBT]+)\|/.exec(text)?.[1]
    if (wanted !== undefined && !wanted.includes(body.kind)) return false
    return [...text.matchAll(/%\d?([^/}]+)\/([^}]+)/g)].every(([, , whole = '']) =>
      namesIn(`{${whole}}`).every((it) => (named.get(it) ?? 0) > 0),
    )
  }
  const say = (text: string, plant?: number): string =>
    style(fill(text.replace(/^[CBT]+\|/, ''), named, words, random, plant).text, random)
  if (task !== undefined) add(task.home, task.claim === undefined ? say(task.text, task.plant) : `⟦${say(task.text)}⟧`)
  const busy = (named.get('new') ?? 0) > 0
  for (const it of kinds) {
    if (it === 'fees' ? random.below(2) === 0 : task !== undefined && homeOf[it] === task.home && it !== 'sums')
      continue
    if (it === 'sums' && task !== undefined && set.sums.includes(task.text)) continue
    if (!busy && it !== 'sums' && it !== 'fees') continue
    if (it === 'remedies' && (named.get('both') ?? 0) === 0) continue
    const fitting = set[it].filter(fits)
    if (fitting.length > 0) add(homeOf[it], say(random.pick(fitting)))
  }
  const true_ = set.claims.filter((it) => it !== task?.claim && it.holds(named) && fits(it.text))
  const claims = new Set(true_.length === 0 ? [] : [random.pick(true_), random.pick(true_)])
  for (const { home, text } of claims) add(home, say(text))
  const others = new Set(Array.from({ length: 5 }, () => random.pick(set.others)))
  for (const other of others) {
    const text = say(other)
    const home = random.pick(['publication', 'publication', 'requests'] as const)
    parts.set(home, insert(parts.get(home) ?? [], text, random))
  }
  const marked = frame(random, body, figures, parts)
  const start = marked.indexOf('⟦')
  return {
    text: marked.replace(/[⟦⟧]/g, ''),
    planted: start < 0 ? undefined : { start, end: marked.indexOf('⟧') - 1 },
  }
}

const insert = (into: readonly string[], text: string, random: Random): string[] => {
  const at = random.below(into.length + 1)
  return [...into.slice(0, at), text, ...into.slice(at)]
}

/** A year in which the sentence can be written, and in which a planted claim is false. */
function figuresFor(random: Random, task: Task | undefined): Figures {
  for (let i = 0; i < 200; i++) {
    const kind: Year =
      task === undefined
        ? random.pick(years)
        : task.claim === undefined
          ? random.below(4) === 0
            ? 'closed'
            : 'busy'
          : random.pick(years)
    const figures = drawYear(random, kind)
    if (task?.claim !== undefined && task.claim.holds(figures.named)) continue
    return figures
  }
  throw new Error(`no figures for ${task?.text ?? 'a report'}`)
}

function frame(random: Random, body: Body, figures: Figures, parts: ReadonlyMap<Home, readonly string[]>): string {
  const of = (home: Home): string => (parts.get(home) ?? []).join('')
  const remedies = of('remedies')
  const own = random.below(3) === 0
  const publication = `坚持以公开为常态、不公开为例外。${of('publication')}`
  const requests = `畅通申请渠道，规范答复流程。${of('requests')}${own ? '' : remedies}`
  const manner = random.below(4)
  const general =
    manner === 0
      ? `### （一）主动公开情况\n\n${publication}\n\n### （二）依申请公开情况\n\n${requests}\n\n### （三）政府信息管理情况\n\n落实审核制度。\n\n### （四）平台建设情况\n\n加强运维。\n\n### （五）监督保障情况\n\n强化考核。\n`
      : manner === 1
        ? `（一）主动公开。${publication}\n\n（二）依申请公开。${requests}\n\n（三）政府信息管理。落实审核制度。\n\n（四）平台建设。加强运维。\n\n（五）监督保障。强化考核。\n`
        : manner === 2
          ? `一是做好主动公开。${publication}二是做好依申请公开。${requests}三是加强政府信息管理，落实审核制度。四是推进平台建设。五是强化监督保障。\n`
          : `1.主动公开方面。${publication}\n\n2.依申请公开方面。${requests}\n\n3.政府信息管理方面。落实审核制度。\n\n4.平台建设方面。加强运维。\n\n5.监督保障方面。强化考核。\n`
  return `# ${body.name}${year}年政府信息公开工作年度报告

本报告依据《中华人民共和国政府信息公开条例》和《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）编制，由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议和行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项六个部分组成。统计期限为${year}年1月1日至${year}年12月31日。

## 一、总体情况

${year}年，${body.words['我'] ?? ''}认真落实各项部署。

${general}
## 二、主动公开政府信息情况

${table('t2', figures)}
## 三、收到和处理政府信息公开申请情况

${table('t3', figures)}
## 四、政府信息公开行政复议、行政诉讼情况

${own && remedies !== '' ? `${remedies}\n\n` : ''}${table('t4', figures)}
## 五、存在的主要问题及改进情况

公开的主动性还不够，解读形式比较单一。下一步将加强培训，计划${year + 1}年举办培训4次，提高答复质量。

## 六、其他需要报告的事项

${of('fees') === '' ? '本年度未收取信息处理费。' : of('fees')}
`
}

function table(id: string, { cells }: Figures): string {
  const of = format2021.tables.find((it) => it.id === id)
  const layout = of === undefined ? undefined : layoutsOf(of)[0]
  if (of === undefined || layout === undefined) throw new Error(`no table ${id}`)
  return layout.table(of, (_, row, column) => String(cells.get(`${row.id}.${column}`) ?? 0))
}
