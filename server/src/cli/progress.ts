import type { Writable } from 'node:stream'
import type { Progress } from './run.ts'

/** A line of a terminal that is written over again, some times a second. */
export function progressOn(terminal: Writable): Progress {
  let shownAt = 0
  return {
    show(done, total) {
      const now = performance.now()
      if (now - shownAt < 100) return
      shownAt = now
      terminal.write(`\r\u001b[K检查 checking ${done}/${total}`)
    },
    clear() {
      if (shownAt > 0) terminal.write('\r\u001b[K')
    },
  }
}
