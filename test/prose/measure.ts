import { analyse } from '../../server/src/core/analyse.ts'
import type { Problem } from '../../server/src/core/check.ts'
import { readDocument } from '../../server/src/core/markdown/document.ts'
import { defaultSettings } from '../../server/src/core/settings.ts'
import { render } from '../../server/src/core/text/message.ts'
import { seeded } from '../random.ts'
import { plantable } from './fill.ts'
import type { ProseSet } from './set.ts'
import { tasksOf, writeWith } from './write.ts'

export type Measured = {
  readonly planted: number
  readonly found: number
  readonly clean: number
  readonly alarms: number
  /** What was missed, and how often; what was said of a clean report, with the clause. */
  readonly missed: readonly string[]
  readonly said: readonly string[]
}

/** All that is said of a report: in these reports every finding that was not planted is a false alarm. */
const problemsOf = (text: string): readonly Problem[] => analyse(readDocument(text), defaultSettings).problems

/**
 * Plants each number of each sentence `rounds` times, or only as many of them as `most`, and reads `clean` reports in
 * which nothing is wrong.
 */
export function measureSet(set: ProseSet, rounds: number, clean: number, seed: number, most = Infinity): Measured {
  const random = seeded(seed)
  const missed = new Map<string, number>()
  let [planted, found] = [0, 0]
  const tasks = tasksOf(set, plantable)
  const tried = tasks.length <= most ? tasks : Array.from({ length: most }, () => random.pick(tasks))
  for (const task of tried)
    for (let i = 0; i < rounds; i++) {
      const { text, planted: at } = writeWith(random, set, task)
      if (at === undefined) throw new Error(`nothing planted in ${task.text}`)
      planted++
      const from = Math.max(text.lastIndexOf('。', at.start - 1), text.lastIndexOf('\n\n', at.start)) + 1
      const end = text.indexOf('。', at.end)
      const within = ({ span }: Pick<Problem, 'span'>): boolean => span.start >= from && span.start < end
      if (problemsOf(text).some((it) => within(it) || it.related.some(within))) found++
      else {
        const key = task.plant === undefined ? task.text : `${task.text} [${task.plant + 1}]`
        missed.set(key, (missed.get(key) ?? 0) + 1)
      }
    }
  const said: string[] = []
  let alarms = 0
  for (let i = 0; i < clean; i++) {
    const { text } = writeWith(random, set, undefined)
    const problems = problemsOf(text)
    if (problems.length > 0) alarms++
    for (const { span, code, message } of problems)
      said.push(
        `${code}: ${render(message, 'zh-cn')} ← ${text.slice(Math.max(0, span.start - 40), span.end + 20).replace(/\n/g, '⏎')}`,
      )
  }
  return {
    planted,
    found,
    clean,
    alarms,
    missed: [...missed].map(([text, times]) => `${times}/${rounds} ${text}`),
    said,
  }
}

export const summary = (name: string, { planted, found, clean, alarms }: Measured): string =>
  `${name.padEnd(12)} recall ${found}/${planted} = ${((100 * found) / planted).toFixed(1)} %   clean reports with a finding ${alarms}/${clean} = ${((20 * alarms) / clean).toFixed(2)} per 20`
