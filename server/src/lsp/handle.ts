/** Wraps what answers a request: one that fails is answered with its fallback. */
export type Handle = <P, R>(
  name: string,
  fallback: R,
  answer: (params: P) => R | Promise<R>,
) => (params: P) => Promise<R>

/** Runs something that nobody waits for: an event, a rule among others. */
export type Attempt = <R>(name: string, fallback: R, run: () => R) => R

/**
 * Nothing that goes wrong in one document may end the server or reach the user as a failure of the editor: here, and
 * nowhere else, errors are caught. They are logged without their message, which may quote the report.
 */
export function handleWith(log: (line: string) => void): { readonly handle: Handle; readonly attempt: Attempt } {
  const attempt: Attempt = (name, fallback, run) => {
    try {
      const result = run()
      // The type of a promise's fallback is a promise as well, so this keeps R.
      return result instanceof Promise
        ? (result.catch((error: unknown) => {
            log(describe(name, error))
            return fallback
          }) as typeof result)
        : result
    } catch (error) {
      log(describe(name, error))
      return fallback
    }
  }
  const handle: Handle = (name, fallback, answer) => (params) =>
    attempt<Promise<typeof fallback>>(name, Promise.resolve(fallback), async () => answer(params))
  return { handle, attempt }
}

/** The kind of the error and where it was thrown; never what it says. */
export function describe(name: string, error: unknown): string {
  if (!(error instanceof Error)) return `${name} failed`
  const frames = (error.stack ?? '').split('\n').filter((line) => /^ {4}at /.test(line))
  return [`${name} failed: ${error.name}`, ...frames.slice(0, 8)].join('\n')
}
