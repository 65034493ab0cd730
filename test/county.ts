import { formats } from '../server/src/core/formats/index.ts'
import { reportSkeleton } from '../server/src/core/formats/skeleton.ts'
import { toText } from '../server/src/core/formats/template.ts'

const form = formats.find(({ id }) => id === '2021')
if (form === undefined) throw new Error('there is no form 2021')

/** Figures by the label that their row begins with; the rest of the report is 0. */
export type Rows = Readonly<Record<string, readonly (number | string)[]>>

/** A whole report in which some rows have figures. Front matter goes before it as it is. */
export function reportOf(body: string, year: number, rows: Rows = {}, frontMatter = ''): string {
  const text = toText(reportSkeleton(form ?? never()), { body, year: String(year) })
    .replaceAll(/（请填写：[^（）]*）/g, '按规定办理')
    .split('\n')
    .map((line) => {
      const figures = Object.entries(rows).find(([label]) => line.startsWith(`| ${label}`))?.[1]
      if (figures === undefined) return line
      return [line.split(' | ')[0], ...figures].join(' | ') + ' |'
    })
    .join('\n')
  return frontMatter === '' ? text : `---\n${frontMatter}\n---\n\n${text}`
}

function never(): never {
  throw new Error('unreachable')
}

/** The rows of table three for applications of natural persons alone: received, carried over, disclosed, left over. */
export function requests(received: number, carried: number, left: number): Rows {
  const row = (count: number): readonly number[] => [count, 0, 0, 0, 0, 0, count]
  const done = received + carried - left
  return {
    '一、本年新收': row(received),
    '二、上年结转': row(carried),
    '三、本年度办理结果：（一）予以公开': row(done),
    '（七）总计': row(done),
    '四、结转下年度': row(left),
  }
}
