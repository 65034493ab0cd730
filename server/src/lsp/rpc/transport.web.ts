import type { Transport } from './endpoint.ts'

/** The way from a worker to the page or the extension host that has started it. */
export const overWorker = (worker: DedicatedWorkerGlobalScope): Transport => ({
  listen(receive) {
    worker.onmessage = ({ data }) => {
      receive(data)
    }
  },
  send: (message) => {
    worker.postMessage(message)
  },
})
