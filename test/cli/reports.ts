import { formats } from '../../server/src/core/formats/index.ts'
import { reportSkeleton } from '../../server/src/core/formats/skeleton.ts'
import { toText } from '../../server/src/core/formats/template.ts'

const format = formats.find(({ id }) => id === '2021')
if (format === undefined) throw new Error('there is no format 2021')

/** A report whose figures are all 0, with prose where the form asks for it: every relation balances. */
export const balanced: string = toText(reportSkeleton(format), { body: '安澜县档案局', year: '2025' }).replaceAll(
  /（请填写：[^（）]*）/g,
  '按规定办理',
)

const row = '| 一、本年新收政府信息公开申请数量 |'
const received = balanced.split('\n').findIndex((line) => line.startsWith(row))
if (received < 0) throw new Error('the skeleton has no row of new requests')

/** Where the wrong total stands in `broken`: zero-based, in UTF-16 units. */
export const wrong = { line: received, text: '7' }

/** The same with one wrong total, in the first row of table three. */
export const broken: string = balanced
  .split('\n')
  .map((line, i) => (i === received ? line.replace(/0 \|$/, `${wrong.text} |`) : line))
  .join('\n')

/** A Markdown file that is no report. */
export const readme = '# 说明\n\n这里放的是历年材料，不是年报。\n'

/** Encodes Chinese text as GB18030 by trying what each two bytes decode to; Node itself only decodes. */
export function toGb18030(text: string): Uint8Array {
  const decoder = new TextDecoder('gb18030')
  const bytesOf = new Map<string, readonly number[]>()
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++)
      if (trail !== 0x7f) bytesOf.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail])
  const encoded = Array.from(text, (character): readonly number[] => {
    if (character <= '\x7f') return [character.charCodeAt(0)]
    const bytes = bytesOf.get(character)
    if (bytes === undefined) throw new Error(`${character} has no two bytes in GB18030`)
    return bytes
  })
  return Uint8Array.from(encoded.flat())
}
