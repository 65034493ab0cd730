import { createServer } from 'node:net'

/**
 * A port of the loopback interface that nobody uses: the preferred one or one of the twenty after it, else any.
 * @param {number} [preferred]
 * @returns {Promise<number>}
 */
export async function freePort(preferred) {
  const wanted = preferred ? Array.from({ length: 21 }, (_, i) => preferred + i) : []
  for (const port of [...wanted.filter((port) => port < 65536), 0]) {
    const found = await tryPort(port)
    if (found) return found
  }
  throw new Error('There is no free port.')
}

/** @param {number} port @returns {Promise<number | undefined>} */
function tryPort(port) {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(undefined))
    server.listen(port, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' ? address?.port : undefined))
    })
  })
}
