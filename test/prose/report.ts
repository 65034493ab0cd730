import { format2021 } from '../../server/src/core/formats/2021.ts'
import { layoutsOf } from '../layouts.ts'
import type { Random } from '../random.ts'
import { drawFigures, type Figures } from './figures.ts'
import type { Phrasings } from './phrasings.ts'

/** A report, and where the one number stands that was made wrong. */
export type Written = {
  readonly text: string
  readonly planted: { readonly start: number; readonly end: number; readonly sentence: string } | undefined
}

const year = 2025

/** What a reader would accept in place of a figure, beside the figure itself: the number made wrong must be none of them. */
const related: Readonly<Record<string, readonly string[]>> = {
  new: ['all', 'done'],
  all: ['new', 'done'],
  done: ['new', 'all'],
  nat: ['natAll'],
  natAll: ['nat'],
  org: ['orgAll'],
  orgAll: ['org'],
}

/** A consistent report with varied prose; `plant` makes one number of the prose wrong. */
export function writeReport(random: Random, phrasings: Phrasings, plant: boolean): Written {
  const figures = drawFigures(random)
  const own = (['requests', 'results', 'remedies', 'documents', 'acts', 'sums'] as const).map((kind) =>
    random.pick(phrasings[kind]),
  )
  const mark = plant ? random.below(own.length) : -1
  const sentences = own.map((sentence, i) => fill(sentence, figures, i === mark ? random : undefined))
  const chosen = own[mark]
  for (let i = 0; i < 5; i++) sentences.splice(random.below(sentences.length + 1), 0, random.pick(phrasings.others))
  const styled = sentences.map((sentence) => style(sentence, random))
  const cut = random.below(styled.length)
  const [first, second] = [styled.slice(0, cut).join(''), styled.slice(cut).join('')]
  const body = random.pick(['安澜县自然资源局', '安澜县人民政府', '安澜县云岭镇人民政府'])
  const marked = `# ${body}${year}年政府信息公开工作年度报告

本报告根据《中华人民共和国政府信息公开条例》和《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）编制，统计期限为${year}年1月1日至${year}年12月31日。

## 一、总体情况

### （一）主动公开

全年坚持以公开为常态、不公开为例外，主动公开信息。

### （二）依申请公开

${first}

${second}

## 二、主动公开政府信息情况

${table('t2', figures)}
## 三、收到和处理政府信息公开申请情况

${table('t3', figures)}
## 四、政府信息公开行政复议、行政诉讼情况

${table('t4', figures)}
## 五、存在的主要问题及改进情况

公开的主动性还不够，下一步将加强培训，提高解读质量，2026年计划办好3次培训。

## 六、其他需要报告的事项

本年度未收取信息处理费。
`
  const start = marked.indexOf('⟦')
  const text = marked.replace(/[⟦⟧]/g, '')
  return { text, planted: chosen === undefined ? undefined : { start, end: marked.indexOf('⟧') - 1, sentence: chosen } }
}

function table(id: string, { cells }: Figures): string {
  const of = format2021.tables.find((it) => it.id === id)
  const layout = of === undefined ? undefined : layoutsOf(of)[0]
  if (of === undefined || layout === undefined) throw new Error(`no table ${id}`)
  return layout.table(of, (_, row, column) => String(cells.get(`${row.id}.${column}`) ?? 0))
}

function fill(sentence: string, { named }: Figures, random: Random | undefined): string {
  const names = [...sentence.matchAll(/\{([%\w./]+)\}/g)]
    .map((it) => it[1] ?? '')
    .filter((it) => it !== 'Y' && it !== 'Z')
  const wrong = random === undefined ? -1 : random.below(names.length)
  let i = 0
  return sentence.replace(/\{([%\w./]+)\}/g, (_, name: string) => {
    if (name === 'Y') return String(year)
    if (name === 'Z') return String(year + 1)
    const share = /^%(\w+)\/(\w+)$/.exec(name)
    if (share !== null) {
      const value = (100 * (named.get(share[1] ?? '') ?? 0)) / (named.get(share[2] ?? '') ?? 1)
      return i++ === wrong ? `⟦${(value + 1.37).toFixed(2)}⟧` : value.toFixed(2)
    }
    const value = named.get(name)
    if (value === undefined) throw new Error(`no figure ${name}`)
    if (i++ !== wrong || random === undefined) return String(value)
    const near = (related[name] ?? []).map((it) => named.get(it))
    const off = Array.from({ length: 60 }, () => value + random.pick([1, -1, 2, 3, -2, 9, 10, 27, -9, 90, 100]))
    const changed = off.find((it) => it > 0 && !near.includes(it)) ?? value + 1
    return `⟦${changed}⟧`
  })
}

/** The shapes in which converters and people leave the same sentence. */
export function style(sentence: string, random: Random): string {
  const digits = /\d+(?:\.\d+)?/g
  switch (random.below(8)) {
    case 0:
      return sentence.replace(digits, (it) => ` ${it} `)
    case 1:
      return sentence.replace(/[0-9]/g, (it) => String.fromCharCode(it.charCodeAt(0) + 0xfee0))
    case 2:
      return sentence.replace(/，/g, ',').replace(/；/g, ';')
    case 3:
      return sentence.replace(/(.{9}[\p{Script=Han}])(?=[\p{Script=Han}])/gu, '$1\n')
    case 4:
      return sentence.replace(digits, (it) => `**${it}**`)
    default:
      return sentence
  }
}
