import { expect, test } from 'vitest'
import type { Grid } from '../server/src/core/markdown/grid.ts'
import { htmlTables } from '../server/src/core/markdown/htmlTables.ts'
import type { Span } from '../server/src/core/text/span.ts'
import { parse5Tables } from './parse5Tables.ts'
import { seeded, type Random } from './random.ts'

const rounds = Number(process.env['ROUNDS'] ?? 4000)
const seed = Number(process.env['SEED'] ?? 1)

const tags = [
  '<table>',
  '<table border="1" style=\'width:100%\'>',
  '</table>',
  '<tr>',
  '<TR class=x>',
  '</tr>',
  '<td>',
  '<td>',
  '<td>',
  '<th>',
  '<td rowspan="2">',
  '<td rowspan=3 colspan=2>',
  "<TD COLSPAN='2'>",
  '<td rowspan="x">',
  '<td rowspan=0>',
  '<td a=">" colspan = 2 >',
  '</td>',
  '</td>',
  '</th>',
  '<tbody>',
  '<thead><tr><th>表头</th></tr>',
  '<tfoot><td>脚</td>',
  '<caption>',
  '</caption>',
  '<colgroup>',
  '<col>',
  '<col width=1/>',
  '<p>',
  '<p>甲</p>',
  '<p align="center"></p>',
  '<p><span>12</span></p>',
  '<p> <span></span></p>',
  '<span>',
  '<span> </span>',
  '<br>',
  '<br/>',
  '<b> 3</b>',
  '<div>',
  '<div>\n<p>4</p>\n</div>',
  '<!-- x -->',
  '<!-->',
  '<!-- <td> --!>',
  '<!--->',
  '-->',
  '<!x>',
  '<?y?>',
  '</ td>',
  '<',
  '<td title="<p>">',
  `<td a='"'b="">`,
  '<td/ a/>',
  '<td =">">',
  '<td rowspan=2 rowspan=3>',
  '<tdx>',
  '>',
  '甲',
  '12',
  ' ',
  '\n',
  '\r\n',
  '\u3000',
  '&nbsp;',
  '&#160;',
  '&lt;',
  '&',
  '\u{20bb7}',
] as const

const soup = (random: Random, longest: number): string => {
  const kinds = Array.from({ length: 2 + random.below(8) }, () => random.pick(tags))
  const inside = Array.from({ length: random.below(longest) }, () => random.pick(kinds)).join('')
  // Behind a tag that nothing closes the reference is of two minds about what its cell says.
  return `<table>${inside}>乙${random.pick(['', '</table>'])}`
}

/**
 * Grids as plain data: which cells are one and the same is said by their number. What has no end tag,
 * and a row without a start tag, the reference places behind its last child, or nowhere: there is nothing to compare.
 */
function plain(grids: readonly Grid[], html: string): unknown {
  const isWhole = (row: string): boolean => /^<tr[^]*<\/tr>$/i.test(row) && !/<table/i.test(row)
  return grids.map(({ rows, span }) => {
    const cells = new Map<unknown, number>()
    return {
      start: span.start,
      end: /<\/table>$/i.test(html.slice(0, span.end - base)) && span.end,
      rows: rows.map((row) => ({
        ...(isWhole(html.slice(row.span.start - base, row.span.end - base)) && { span: row.span, append: row.append }),
        cells: row.cells.map((cell) => {
          const number = cells.get(cell) ?? cells.size
          cells.set(cell, number)
          // The reference moves what stands between the cells of a table in a cell out of it.
          const holdsTable = /<table/i.test(html.slice(cell.room.start - base, cell.room.end - base))
          const name = /.*<(t[dh])/is.exec(html.slice(0, cell.room.start - base))?.[1] ?? ''
          const endTag = html.slice(cell.room.end - base, cell.room.end - base + 5).toLowerCase()
          const room = !holdsTable && endTag === `</${name.toLowerCase()}>` ? cell.room : cell.room.start
          const { text, marked } = cell
          return { number, room, marked, ...(!holdsTable && { text, span: withoutStrays(cell.span, html) }) }
        }),
      })),
    }
  })
}

/** The reference takes an end tag that ends nothing, and blanks before it, for a part of the text that it stands in. */
function withoutStrays({ start, end }: Span, html: string): Span {
  const text = html.slice(start - base, end - base)
  if (text === '') return { start, end }
  const lead = /^(?:\s|&nbsp;|&#160;|<\/[^>]*>)*/.exec(text)?.[0].length ?? 0
  const trail = /(?:\s|&nbsp;|&#160;|<\/[^>]*>)*$/.exec(text.slice(lead))?.[0].length ?? 0
  return { start: start + lead, end: end - trail }
}

/** Where the HTML begins in its document. */
const base = 5

test(`tables are those of an HTML parser (${rounds} texts, seed ${seed})`, { timeout: 600_000 }, () => {
  const random = seeded(seed)
  let cells = 0
  for (let round = 0; round < rounds; round++) {
    const html = soup(random, 30)
    const grids = htmlTables(html, base)
    cells += grids.reduce((sum, { rows }) => sum + rows.reduce((all, row) => all + row.cells.length, 0), 0)
    expect(plain(grids, html), JSON.stringify(html)).toEqual(plain(parse5Tables(html, base), html))
  }
  expect(cells).toBeGreaterThan(rounds)
})

/** The texts of a table and, marked in the source, where each cell's text is or would go. */
function read(html: string): readonly (readonly string[])[] {
  return htmlTables(html, 0).flatMap(({ rows }) =>
    rows.map(({ cells }) =>
      cells.map(({ span, room, text }) => {
        const marked = `${html.slice(room.start, span.start)}⟦${html.slice(span.start, span.end)}⟧${html.slice(span.end, room.end)}`
        return text === '' ? `空 ${marked}` : marked
      }),
    ),
  )
}

test.each([
  ['end tags left out', '<table><tr><td>1<td>2<tr><td>3</table>', [['⟦1⟧', '⟦2⟧'], ['⟦3⟧']]],
  ['a row without its tag', '<table><td>1</td><td>2</td></table>', [['⟦1⟧', '⟦2⟧']]],
  [
    'an end tag that ends nothing is no part of the text',
    '<table><tr><td>1</span> </td><td> </b>2</td></tr></table>',
    [['⟦1⟧</span> ', ' </b>⟦2⟧']],
  ],
  [
    'text goes into the paragraph that a blank cell has',
    '<table><tr><td><p style="x"><span>&nbsp;</span></p></td><td><br></td><td></td></tr></table>',
    [['空 <p style="x"><span>⟦⟧&nbsp;</span></p>', '空 ⟦⟧<br>', '空 ⟦⟧']],
  ],
  [
    'attributes hold what they like',
    `<table><tr><td title="<td>">1</td><td a='"' colspan="2">2</td></tr></table>`,
    [['⟦1⟧', '⟦2⟧', '⟦2⟧']],
  ],
  ['comments are no cells', '<table><tr><!-- <td>0</td> --><td>1<!-- 2 --></td></tr></table>', [['⟦1⟧<!-- 2 -->']]],
  [
    'a table in a cell comes after the one around it',
    '<table><tr><td>1<table><tr><td>2</td></tr></table></td></tr></table>',
    [['⟦1<table><tr><td>2⟧</td></tr></table>'], ['⟦2⟧']],
  ],
  [
    'a script is no text',
    '<table><tr><td><script>"</td><td>"</script>1</td></tr></table>',
    [['<script>⟦"</td><td>"</script>1⟧']],
  ],
  ['a tag that nothing closes', '<table><tr><td>1</td><td class="', [['⟦1⟧']]],
])('%s', (_, html, cells) => {
  expect(read(html)).toEqual(cells)
})

test('what is merged is one cell, and no span is believed that no table has', () => {
  const [grid] = htmlTables(
    '<table><tr><td rowspan=2>1</td><td colspan=999999>2</td></tr><tr><td>3</td></tr></table>',
    0,
  )
  expect(grid?.rows[0]?.cells).toHaveLength(201)
  expect(grid?.rows[1]?.cells[0]).toBe(grid?.rows[0]?.cells[0])
})

test.each([
  ['tags within tags', '<b>'.repeat(30_000)],
  ['tags that nothing closes', '<td "'.repeat(20_000)],
  ['comments that nothing closes', '<!--'.repeat(25_000)],
  ['blanks in a tag', `<td${' '.repeat(100_000)}`],
  ['end tags of nothing', '</b>'.repeat(25_000)],
  ['scripts', '<script>'.repeat(12_000)],
])('%s take time that grows with the text', (_, text) => {
  const since = performance.now()
  htmlTables(`<table><tr><td>${text}`, 0)
  expect(performance.now() - since).toBeLessThan(2000)
})
