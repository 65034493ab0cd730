import { describe, expect, test } from 'vitest'
import { candidates, convert } from '../server/src/core/text/candidates.ts'
import { digits } from '../server/src/core/text/decimal.ts'
import { isNumeric, readFigure, type NumberKind, type Reading } from '../server/src/core/text/reading.ts'

/** A reading in one line: state or flaw, value, the proper way to write it, remark. */
function show(reading: Reading): string {
  const state = reading.state === 'malformed' ? reading.flaw : reading.state
  const value = 'value' in reading ? ` ${digits(reading.value)}` : ''
  const proper = 'proper' in reading ? ` → ${reading.proper}` : ''
  const note = 'note' in reading ? ` ${reading.note}` : ''
  return state + value + proper + note
}

type Row = readonly [text: string, kind: NumberKind, unit: string | undefined, reading: string]

describe('a cell is read', () => {
  test.each<Row>([
    // Numbers and zeros.
    ['0', 'count', '件', 'zero 0'],
    ['41', 'count', '件', 'number 41'],
    [' 41\u3000', 'count', '件', 'number 41'],
    ['542730', 'count', '件', 'number 542730'],
    ['190.457379', 'decimal', '万元', 'number 190.457379'],
    ['19318.93442', 'decimal', '万元', 'number 19318.93442'],
    ['0.00', 'decimal', '万元', 'zero 0'],
    ['-253', 'signed', '个', 'number -253'],
    ['12345678901234567890', 'count', '件', 'number 12345678901234567890'],
    // A remark in brackets behind the number.
    ['22（其中修订16件）', 'count', '件', 'number 22 （其中修订16件）'],
    ['22 (其中修订16件)', 'count', '件', 'number 22 (其中修订16件)'],
    ['0（无）', 'count', '件', 'zero 0 （无）'],
    // Blanks and placeholders are neither zero nor each other.
    ['', 'count', '件', 'blank'],
    [' \u3000\t', 'count', '件', 'blank'],
    ['\u200b\ufeff', 'count', '件', 'blank'],
    ['/', 'count', '件', 'placeholder'],
    ['／', 'count', '件', 'placeholder'],
    ['-', 'count', '件', 'placeholder'],
    ['—', 'count', '件', 'placeholder'],
    ['——', 'count', '件', 'placeholder'],
    ['－', 'count', '件', 'placeholder'],
    ['_', 'count', '件', 'placeholder'],
    ['无', 'count', '件', 'placeholder'],
    ['不适用', 'count', '件', 'placeholder'],
    ['N/A', 'count', '件', 'placeholder'],
    // Leading zeros.
    ['00', 'count', '件', 'leading-zeros 0 → 0'],
    ['000', 'count', '件', 'leading-zeros 0 → 0'],
    ['007', 'count', '件', 'leading-zeros 7 → 7'],
    ['010', 'count', '件', 'leading-zeros 10 → 10'],
    // Full width, blanks, separators.
    ['１２', 'count', '件', 'full-width 12 → 12'],
    ['　６', 'count', '件', 'full-width 6 → 6'],
    ['０', 'count', '件', 'full-width 0 → 0'],
    ['１，２３４', 'count', '件', 'separator 1234 → 1234'],
    ['3．5', 'decimal', '万元', 'full-width 3.5 → 3.5'],
    ['1,234', 'count', '件', 'separator 1234 → 1234'],
    ['1 234 567', 'count', '件', 'separator 1234567 → 1234567'],
    ['1,234.5', 'decimal', '万元', 'separator 1234.5 → 1234.5'],
    // Groups that are not of three are no separators: nothing is guessed.
    ['12,34', 'count', '件', 'unreadable'],
    ['1 2', 'count', '件', 'unreadable'],
    // Units in the cell.
    ['12件', 'count', '件', 'unit 12 → 12'],
    ['12 件', 'count', '件', 'unit 12 → 12'],
    ['12条', 'count', '件', 'unit 12 → 12'],
    ['160.5964万元', 'decimal', '万元', 'unit 160.5964 → 160.5964'],
    ['1,200件', 'count', '件', 'unit 1200 → 1200'],
    ['251000元', 'decimal', '万元', 'other-unit'],
    ['3万', 'count', '件', 'other-unit'],
    ['12人次', 'count', '件', 'other-unit'],
    // Signs and arrows.
    ['+22', 'count', '件', 'plus-sign 22 → 22'],
    ['＋22', 'count', '件', 'plus-sign 22 → 22'],
    ['-3', 'count', '件', 'negative -3'],
    ['－3', 'count', '件', 'negative -3'],
    ['--253', 'signed', '个', 'unreadable'],
    ['减4', 'signed', '个', 'unreadable'],
    ['↑', 'count', '件', 'unreadable'],
    // Decimals where things are counted.
    ['12.0', 'count', '件', 'fraction 12 → 12'],
    ['3.5', 'count', '件', 'fraction 3.5'],
    // No numbers at all.
    ['1O', 'count', '件', 'unreadable'],
    ['l2', 'count', '件', 'unreadable'],
    ['10..3', 'count', '件', 'unreadable'],
    ['十二', 'count', '件', 'unreadable'],
    ['8²', 'count', '件', 'unreadable'],
    ['1e3', 'count', '件', 'unreadable'],
    ['0x10', 'count', '件', 'unreadable'],
    ['12 13', 'count', '件', 'unreadable'],
    ['\ud800', 'count', '件', 'unreadable'],
  ])('%j as %s in %s: %s', (text, kind, unit, reading) => {
    expect(show(readFigure(text, kind, unit))).toBe(reading)
  })

  test('with what it should be written as, which reads as the same value without a flaw', () => {
    for (const text of ['00', '１２', '1,234', '12件', '+22', '12.0', '０１，２３４件'])
      for (const kind of ['count', 'decimal', 'signed'] as const) {
        const reading = readFigure(text, kind, '件')
        if (reading.state !== 'malformed' || reading.proper === undefined) continue
        const again = readFigure(reading.proper, kind, '件')
        expect(again.state === 'number' || again.state === 'zero' ? digits(again.value) : again.state).toBe(
          reading.value === undefined ? '' : digits(reading.value),
        )
      }
  })
})

test.each([
  ['41', true],
  ['1,234', true],
  ['１２件', true],
  ['1O', true],
  ['22（其中修订16件）', true],
  ['-3', true],
  ['', false],
  ['/', false],
  ['1.属于国家秘密', false],
  ['（一）予以公开', false],
  ['2021年', false],
  ['第二十条第（一）项', false],
])('%j is a figure rather than a label: %s', (text, expected) => {
  expect(isNumeric(text)).toBe(expected)
})

test.each<readonly [string, NumberKind, readonly string[]]>([
  ['1O', 'count', ['10']],
  ['l2', 'count', ['12']],
  ['〇', 'count', ['0']],
  ['12。', 'count', ['12']],
  ['12.', 'count', ['12']],
  ['1 2', 'count', ['12']],
  ['12,34', 'count', ['1234']],
  ['10..3', 'decimal', ['10.3']],
  // A count has no point, and which digit was meant nobody can know.
  ['10..3', 'count', []],
  ['十二', 'count', ['12']],
  ['8²', 'count', []],
  ['若干', 'count', []],
  ['12', 'count', []],
])('%j may have been meant as %s %j', (text, kind, expected) => {
  expect(candidates(text, kind)).toEqual(expected)
})

test.each([
  ['251000元', '万元', '25.1'],
  ['251,000 元', '万元', '25.1'],
  ['1.5亿元', '万元', '15000'],
  ['7.545千元', '万元', '0.7545'],
  ['12件', '万元', undefined],
  ['251000', '万元', undefined],
  ['251000元', '件', undefined],
])('%s is in %s: %s', (text, unit, expected) => {
  expect(convert(text, unit)).toBe(expected)
})
