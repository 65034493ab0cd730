import { expect, it, vi } from 'vitest'
import { checkText } from '../../server/src/cli/checkText.ts'
import type { Rule } from '../../server/src/core/rules/rule.ts'
import { defaultSettings } from '../../server/src/core/settings.ts'
import { balanced, readme } from './reports.ts'

vi.mock('../../server/src/core/rules/index.ts', (): { rules: readonly Rule[] } => ({
  rules: [
    {
      code: 'always-fails',
      severity: 'error',
      scope: 'report',
      messages: {},
      check() {
        throw new Error('a mistake in a rule')
      },
    },
    {
      code: 'always-finds',
      severity: 'hint',
      scope: 'report',
      messages: { found: { zh: '找到了', en: 'found' } },
      check: () => [{ message: 'found', span: { start: 0, end: 1 } }],
    },
  ],
}))

const request = { uri: 'file:///a.md', settings: defaultSettings, pages: 'file:///rules' }

it('names a rule that throws, and keeps what the others find', () => {
  const { crashed, diagnostics, format } = checkText({ ...request, text: balanced })
  expect({ crashed, format }).toEqual({ crashed: ['always-fails'], format: '2021' })
  expect(diagnostics).toEqual([
    {
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } },
      severity: 4,
      code: 'always-finds',
      codeDescription: { href: 'file:///rules/always-finds.md' },
      source: 'zwgk',
      message: '找到了',
      relatedInformation: [],
    },
  ])
})

it('gives a result that a worker could send', () => {
  const result = checkText({ ...request, text: balanced })
  expect(structuredClone(result)).toEqual(result)
  expect(result.relations).toMatchObject({ broken: 0, unchecked: 0, waived: 0 })
  expect(result.relations.balanced).toBeGreaterThan(40)
})

it('runs no rule over what is no report', () => {
  expect(checkText({ ...request, text: readme })).toEqual({
    format: null,
    diagnostics: [],
    relations: { balanced: 0, broken: 0, unchecked: 0, waived: 0 },
    crashed: [],
  })
})
