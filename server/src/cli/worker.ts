import { parentPort, Worker, workerData } from 'node:worker_threads'
import { checker, type Checked, type Job, type Shared } from './checkInput.ts'
import { codeOf } from './notice.ts'

/** What the program's own file is started with to serve as a worker. */
type Start = { readonly mark: typeof mark; readonly shared: Shared }

const mark = 'zwgk-report check'

/** Whether this thread was started as one of the workers below. */
export const isWorker = (): boolean =>
  typeof workerData === 'object' && workerData !== null && (workerData as Partial<Start>).mark === mark

/** A thread that checks one job at a time. */
export type CheckWorker = {
  /** Rejects where the thread dies of it; then the worker is of no more use. */
  check(job: Job): Promise<Checked>
  stop(): void
}

/** Starts the program once more, as a thread. */
export function startWorker(program: string, shared: Shared): CheckWorker {
  const thread = new Worker(program, { workerData: { mark, shared } satisfies Start })
  let settle: { readonly resolve: (checked: Checked) => void; readonly reject: (error: Error) => void } | undefined
  thread.on('message', (checked: Checked) => {
    settle?.resolve(checked)
  })
  thread.on('error', (error) => {
    settle?.reject(error instanceof Error ? error : new Error(codeOf(error)))
  })
  // A thread that ends before it has answered has run out of memory, or was ended from outside.
  thread.on('exit', () => {
    settle?.reject(new Error('exit'))
  })
  return {
    check: (job) =>
      new Promise((resolve, reject) => {
        settle = { resolve, reject }
        thread.postMessage(job)
      }),
    stop: () => void thread.terminate(),
  }
}

/** The other side: answers jobs one after the other. Standard input belongs to the main thread. */
export function serveAsWorker(): void {
  const own = checker((workerData as Start).shared)
  parentPort?.on('message', (job: Job) => {
    void own
      .check(job, () => {
        throw new Error('standard input in a worker')
      })
      .then((checked) => {
        parentPort?.postMessage(checked)
      })
  })
}
