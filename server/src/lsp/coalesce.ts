/**
 * Runs once for all changes of a document that are waiting to be read, as soon as they have been read: no key waits
 * for a timer, and a burst of keys costs one run. `nextTurn` lets the connection read one message.
 */
export function coalesce(nextTurn: () => Promise<void>, run: (uri: string) => Promise<void>): (uri: string) => void {
  const counts = new Map<string, number>()
  const settle = async (uri: string): Promise<void> => {
    for (let seen; seen !== counts.get(uri);) {
      seen = counts.get(uri)
      // In one turn the message after ours is only taken up; in the second its change is known.
      await nextTurn()
      await nextTurn()
    }
    counts.delete(uri)
    await run(uri)
  }
  return (uri) => {
    const waiting = counts.get(uri)
    counts.set(uri, (waiting ?? 0) + 1)
    if (waiting === undefined) void settle(uri)
  }
}
