import { expect, test } from 'vitest'
import { measure, randomCells, swapped } from './mutation/measure.ts'
import { realTables } from './mutation/tables.ts'
import { seeded } from './random.ts'

const rounds = Number(process.env['ROUNDS'] ?? 40)
const tables = realTables()

test('there are real tables to change', () => {
  expect(tables.length).toBeGreaterThanOrEqual(2)
})

test(`one wrong figure is found, named and put right (${rounds} mutants)`, { timeout: 600_000 }, () => {
  const random = seeded(11)
  const one = measure(tables, rounds, randomCells(1, random), random)
  expect(one.detected).toBe(1)
  expect(one.named).toBeGreaterThanOrEqual(0.99)
  expect(one.restored).toBeGreaterThanOrEqual(0.99)
  expect(one.errorsPerMutant).toBeLessThanOrEqual(1.05)
  expect(one.laundered).toBe(0)
})

test(`two wrong figures are found and both named (${rounds} mutants)`, { timeout: 600_000 }, () => {
  const random = seeded(12)
  const two = measure(tables, rounds, randomCells(2, random), random)
  expect(two.detected).toBe(1)
  expect(two.named).toBeGreaterThanOrEqual(0.9)
  expect(two.laundered).toBe(0)
})

test(`three wrong figures are found (${rounds} mutants)`, { timeout: 600_000 }, () => {
  const random = seeded(13)
  const three = measure(tables, rounds, randomCells(3, random), random)
  expect(three.detected).toBe(1)
  expect(three.laundered).toBe(0)
})

test.each(['row', 'column'] as const)('figures in the wrong %s are named', { timeout: 600_000 }, (axis) => {
  const random = seeded(14)
  const swap = measure(tables, rounds, swapped(axis, random), random)
  expect(swap.detected).toBe(1)
  expect(swap.named).toBeGreaterThanOrEqual(0.9)
  expect(swap.laundered).toBe(0)
})
