/** A failure that the user can understand and act on: it is printed without a stack. */
export class Failure extends Error {}

/**
 * Runs a script's main function; a failure ends it with exit status 1.
 * @param {() => Promise<void>} main
 */
export function runMain(main) {
  main().then(
    () => process.exit(process.exitCode ?? 0),
    (/** @type {unknown} */ error) => {
      console.error(error instanceof Failure ? `\n✗ ${error.message}` : error)
      process.exit(1)
    },
  )
}
