import { expect, test } from 'vitest'
import { hasWords, labelKey } from '../server/src/core/text/label.ts'
import { seeded } from './random.ts'

test('a text has words where its key has any letter', () => {
  const random = seeded(5)
  const pieces = ['一', '十', '第', '、', '（', '）', '1', '.', '①', '——', ' ', '。', '无', '公开', 'a', '**', '：']
  for (let i = 0; i < 5000; i++) {
    const text = Array.from({ length: random.below(6) }, () => random.pick(pieces)).join('')
    expect(hasWords(text), text).toBe(labelKey(text) !== '')
  }
})
