import type { Clock } from './calm.ts'

/** The clock on the wall, in Node and in a browser alike; tests have one of their own. */
export const timer: Clock = (milliseconds, run) => {
  const pending = setTimeout(run, milliseconds)
  return () => {
    clearTimeout(pending)
  }
}
