const started = performance.now()

/** Seconds since `since` (milliseconds of `performance.now`), with one decimal. */
export const seconds = (since = started) => `${((performance.now() - since) / 1000).toFixed(1)} s`

/** Prints one line of progress. @param {string} line */
export const say = (line) => console.log(`• ${line}`)

/** Prints a heading. @param {string} line */
export const heading = (line) => console.log(`\n── ${line} ${'─'.repeat(Math.max(0, 70 - line.length))}`)
