import { say } from '../lib/say.mjs'
import { quantile, round, table } from './figures.mjs'
import { servers } from './servers.mjs'
import { openSession } from './session.mjs'

const methods = ['textDocument/hover', 'textDocument/completion', 'textDocument/codeAction']

/** Questions asked right after a key, where the cursor is, beside a server that answers nothing. @param {number} keys */
export async function measureFeatures(keys) {
  say('asking')
  const rows = []
  for (const size of [40, 4000]) {
    const sessions = []
    for (const server of servers.slice(0, 2)) sessions.push(await openSession(server, size))
    for (const method of methods) {
      const times = sessions.map(() => [0])
      for (let i = 0; i < keys; i++)
        for (const [j, session] of sessions.entries()) {
          const { position } = await session.type()
          const asked = await session.ask(method, position)
          if (times[j]) times[j][i] = asked
        }
      rows.push([`${method.replace('textDocument/', '')}, ${size} KB`, ...times.map((it) => round(quantile(it, 0.5)))])
    }
    for (const session of sessions) session.stop()
  }
  return `## Questions, p50 in ms\n\n${table(['question', ...servers.slice(0, 2).map(({ name }) => name)], rows)}`
}
