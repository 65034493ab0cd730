import type { Format } from '../../server/src/core/formats/format.ts'
import { relationsOf } from '../../server/src/core/formats/relation.ts'
import { layoutsOf } from '../layouts.ts'
import type { Random } from '../random.ts'

/** Figures of tables three and four by field; what is not named is 0. */
export type Cells = ReadonlyMap<string, number>

const applicants = ['c1', 'c2', 'c3', 'c4', 'c5', 'c6']

/** Figures that balance everywhere, with many zeros: whole columns, rows and tables of them. */
export function drawCells(random: Random, { tables }: Format): Cells {
  const cells = new Map<string, number>()
  const rows = tables.find(({ id }) => id === 't3')?.blocks[0]?.rows.map(({ id }) => id) ?? []
  const results = rows.filter((id) => !['r01', 'r02', 'r24', 'r25'].includes(id))
  const get = (field: string): number => cells.get(field) ?? 0
  const some = (of: number, most: number): number => (random.below(of) === 0 ? 1 + random.below(most) : 0)
  const used = results.filter(() => random.below(3) === 0)
  for (const column of applicants.filter(() => random.below(5) < 3)) {
    for (const row of used) cells.set(`t3.${row}.${column}`, some(2, 40))
    const done = used.reduce((sum, row) => sum + get(`t3.${row}.${column}`), 0)
    const out = some(3, 9)
    const carried = Math.min(done + out, some(3, 9))
    cells.set(`t3.r24.${column}`, done)
    cells.set(`t3.r25.${column}`, out)
    cells.set(`t3.r02.${column}`, carried)
    cells.set(`t3.r01.${column}`, done + out - carried)
  }
  for (const row of rows)
    cells.set(
      `t3.${row}.c7`,
      applicants.reduce((sum, column) => sum + get(`t3.${row}.${column}`), 0),
    )
  for (const row of ['fy', 'ss1', 'ss2'].filter(() => random.below(2) === 0)) {
    const parts = ['keep', 'fix', 'other', 'pending']
    for (const column of parts) cells.set(`t4.${row}.${column}`, some(2, 12))
    cells.set(
      `t4.${row}.total`,
      parts.reduce((sum, column) => sum + get(`t4.${row}.${column}`), 0),
    )
  }
  return cells
}

/** Whether the figures balance, so that a test which draws them cannot go wrong unseen. */
export const balances = (cells: Cells, format: Format): boolean =>
  relationsOf(format)
    .filter(({ family }) => family.operator === '=' && ['t3', 't4'].includes(family.table))
    .every(({ left, right }) => {
      const sum = (terms: typeof left): number => terms.reduce((all, { field }) => all + (cells.get(field) ?? 0), 0)
      return sum(left) === sum(right)
    })

/** A whole report on 2025, or the year given, with the figures and with some text under （二）依申请公开. */
export function reportWith(
  cells: Cells,
  format: Format,
  { topic = '', body = '安澜县自然资源局', year = 2025 }: { topic?: string; body?: string; year?: number } = {},
): string {
  const table = (id: string): string => {
    const of = format.tables.find((it) => it.id === id)
    const layout = of === undefined ? undefined : layoutsOf(of)[0]
    if (of === undefined || layout === undefined) throw new Error(`no table ${id}`)
    return layout.table(of, (_, row, column) => String(cells.get(`${id}.${row.id}.${column}`) ?? 0))
  }
  return `# ${body}${year}年政府信息公开工作年度报告

本报告所列数据的统计期限为${year}年1月1日至${year}年12月31日。

## 一、总体情况

### （一）主动公开

坚持以公开为常态、不公开为例外，通过门户网站主动公开政府信息。

### （二）依申请公开
${topic === '' ? '' : `\n${topic}\n`}
### （三）政府信息管理

加强公开前的审查。

## 二、主动公开政府信息情况

${table('t2')}
## 三、收到和处理政府信息公开申请情况

${table('t3')}
## 四、政府信息公开行政复议、行政诉讼情况

${table('t4')}
## 五、存在的主要问题及改进情况

公开的主动性还不够，下一步将加强培训，提高解读质量。

## 六、其他需要报告的事项

本年度未收取信息处理费。
`
}
