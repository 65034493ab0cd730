import { createConnection } from './lsp/connection.ts'
import { overWorker } from './lsp/rpc/transport.web.ts'
import { startServer } from './lsp/server.ts'
import { timer } from './lsp/timer.ts'

const worker = globalThis as unknown as DedicatedWorkerGlobalScope
const connection = createConnection(overWorker(worker), {
  exit: () => {
    worker.close()
  },
})

startServer(connection, { clock: timer, nextTurn: () => new Promise((resolve) => setTimeout(resolve, 0)) })
