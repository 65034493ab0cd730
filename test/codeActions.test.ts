import { expect, test } from 'vitest'
import type { PlacedFix, Problem } from '../server/src/core/check.ts'
import { codeActions, type CodeAction } from '../server/src/core/features/codeActions.ts'
import type { Effect } from '../server/src/core/rules/rule.ts'
import { message, render } from '../server/src/core/text/message.ts'
import { applyEdits, type Span } from '../server/src/core/text/span.ts'
import { fail } from './fixture.ts'
import { analysed, skeleton } from './skeleton.ts'

const analysis = analysed(skeleton)
const said = (text: string) => message({ zh: text, en: text })

/** The place of a figure of table four, whose reconsideration row reads 0 0 0 0 0. */
function figureSpan(column: string): Span {
  const table = analysis.report?.tables.find(({ value }) => value.table.id === 't4') ?? fail('no table four')
  const { cell } = table.value.figures.get(`t4.fy.${column}`) ?? fail(column)
  return { start: table.at + cell.span.start, end: table.at + cell.span.end }
}

const fix = (title: string, span: Span, text: string, effect: Effect, preferred?: true): PlacedFix => ({
  title: said(title),
  edits: [{ span, text }],
  effect,
  ...(preferred === undefined ? {} : { preferred }),
})

const problem = (code: string, span: Span, fixes: readonly PlacedFix[]): Problem => ({
  code,
  severity: 'warning',
  message: said(code),
  span,
  related: [],
  fixes,
})

const actionsFor = (problems: readonly Problem[], span: Span, only?: readonly string[]): readonly CodeAction[] =>
  codeActions({ ...analysis, problems }, span, only)

const titles = (actions: readonly CodeAction[]): readonly string[] => actions.map((it) => render(it.title, 'zh-cn'))

const keep = figureSpan('keep')
const correct = figureSpan('fix')
const total = figureSpan('total')

test('fixes of the problems touched come preferred first, and no others', () => {
  const problems = [
    problem('a', keep, [fix('甲', keep, '1', 'figure'), fix('乙', keep, '2', 'figure', true)]),
    problem('b', total, [fix('丙', total, '3', 'figure', true)]),
  ]
  const actions = actionsFor(problems, keep, ['quickfix'])
  expect(titles(actions)).toEqual(['乙', '甲'])
  expect(actions.map((it) => it.preferred)).toEqual([true, false])
  expect(actions.map((it) => it.problems)).toEqual([[problems[0]], [problems[0]]])
})

test('the same edit for two problems is one action that mends both', () => {
  const problems = [
    problem('a', keep, [fix('甲', keep, '1', 'text')]),
    problem('b', keep, [fix('乙', keep, '1', 'text', true)]),
  ]
  const [action, ...rest] = actionsFor(problems, keep, ['quickfix'])
  expect(rest).toEqual([])
  expect(action?.problems).toEqual(problems)
  expect(action?.preferred).toBe(true)
})

test('ill-written figures of a table are mended together once one of them is touched', () => {
  const problems = [
    problem('m', keep, [fix('规整', keep, '1', 'form', true)]),
    problem('m', correct, [fix('规整', correct, '2', 'form', true)]),
    problem('n', total, [fix('改数', total, '9', 'figure')]),
    problem('t', { start: 0, end: 1 }, [fix('标题', { start: 0, end: 1 }, '##', 'form')]),
  ]
  const title = '规整本表全部数字写法（2 处）'
  const action = actionsFor(problems, keep).find((it) => render(it.title, 'zh-cn') === title) ?? fail(title)
  expect(action.kind).toBe('quickfix')
  expect(action.effect).toBe('form')
  expect(action.edits).toHaveLength(2)
  expect(titles(actionsFor(problems, total))).not.toContain(title)
  expect(titles(actionsFor(problems.slice(1), correct))).not.toContain('规整本表全部数字写法（1 处）')
})

test('fix all takes what only changes the writing, one fix a problem, and never two that overlap', () => {
  const wide = { start: keep.start, end: correct.end }
  const problems = [
    problem('a', wide, [fix('甲', wide, '7', 'form'), fix('乙', keep, '8', 'form', true)]),
    problem('b', keep, [fix('丙', keep, '9', 'form')]),
    problem('c', correct, [fix('丁', correct, '6', 'form')]),
    problem('d', total, [fix('戊', total, '5', 'figure', true)]),
  ]
  const [action, ...rest] = actionsFor(problems, { start: 0, end: 0 }, ['source.fixAll'])
  expect(rest).toEqual([])
  expect(action?.kind).toBe('source.fixAll.zwgk')
  expect(action?.effect).toBe('form')
  expect(action?.problems.map(({ code }) => code)).toEqual(['a', 'c'])
  expect(applyEdits(skeleton, action?.edits ?? [])).toContain('| 行政复议 | 8 | 6 | 0 | 0 | 0 |')
  expect(actionsFor([], keep, ['source.fixAll.zwgk'])).toEqual([])
})

test('two insertions at one place are not combined', () => {
  const point = { start: keep.end, end: keep.end }
  const problems = ['甲', '乙'].map((it) => problem(it, keep, [fix(it, point, it, 'form')]))
  expect(actionsFor(problems, keep, ['source'])[0]?.problems).toHaveLength(1)
})

test('kinds are asked for by themselves or by what stands above them', () => {
  const broken = skeleton.replace('| 行政复议 | 0 | 0 | 0 | 0 | 0 |', '| 行政复议 | 0 | 0 | 0 | 2 | 0 |')
  const spoilt = analysed(broken)
  const at = broken.indexOf('| 行政复议 |') + 2
  const form = [problem('f', { start: at, end: at }, [fix('规整', { start: 0, end: 1 }, '#', 'form')])]
  const kinds = (only?: readonly string[]): readonly string[] => [
    ...new Set(codeActions({ ...spoilt, problems: form }, { start: at, end: at }, only).map((it) => it.kind)),
  ]
  const all = ['quickfix', 'refactor.rewrite.zwgk', 'source.fixAll.zwgk', 'source.zwgk.recomputeTotals']
  expect(kinds()).toEqual(all)
  expect(kinds([''])).toEqual(all)
  expect(kinds(['quickfix'])).toEqual(all.slice(0, 1))
  expect(kinds(['refactor'])).toEqual(all.slice(1, 2))
  expect(kinds(['source'])).toEqual(all.slice(2))
  expect(kinds(['source.fixAll'])).toEqual(all.slice(2, 3))
  expect(kinds(['source.zwgk.recomputeTotals'])).toEqual(all.slice(3))
  expect(kinds(['source.fix', 'quickfix.zwgk', 'source.organizeImports'])).toEqual([])
  expect(kinds([])).toEqual([])
})

test('recomputing a table leaves nothing to recompute', () => {
  const broken = skeleton.replace('| 行政复议 | 0 | 0 | 0 | 0 | 0 |', '| 行政复议 | 1 | 0 | 0 | 2 | 0 |')
  const span = { start: broken.indexOf('| 行政复议 |'), end: broken.indexOf('| 行政复议 |') }
  const [action] = codeActions(analysed(broken), span, ['refactor.rewrite'])
  expect(action?.effect).toBe('figure')
  const mended = applyEdits(broken, action?.edits ?? [])
  expect(mended).toContain('| 行政复议 | 1 | 0 | 0 | 2 | 3 |')
  expect(codeActions(analysed(mended), span, ['refactor.rewrite'])).toEqual([])
})
