import { measureSet, summary } from './measure.ts'
import { sets } from './sets.ts'

export type Options = {
  readonly only: string | undefined
  readonly rounds: number
  readonly clean: number
  readonly seed: number
  readonly list: boolean
}

/** What `npm run bench:prose` prints: for each set of sentences the share of planted numbers found, and false alarms. */
export function bench({ only, rounds, clean, seed, list }: Options, print: (line: string) => void): void {
  print(`each number planted ${rounds} times, ${clean} clean reports, seed ${seed}`)
  for (const set of sets.filter(({ name }) => only === undefined || name === only)) {
    const measured = measureSet(set, rounds, clean, seed)
    print(summary(set.name, measured))
    if (!list) continue
    for (const line of measured.missed) print(`  missed ${line}`)
    for (const line of measured.said) print(`  said ${line}`)
  }
}
