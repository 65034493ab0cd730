import { checker, type Checked, type Job, type Shared } from './checkInput.ts'
import { codeOf, notice } from './notice.ts'
import type { World } from './run.ts'
import type { CheckWorker } from './worker.ts'

/** A worker takes as long to start as some tens of reports to check. */
const filesPerWorker = 24

/** How many threads are worth starting, when none is asked for. */
export const fittingJobs = (files: number, processors: number): number =>
  Math.max(1, Math.min(processors, Math.floor(files / filesPerWorker)))

/**
 * The results of all jobs, in the order of the jobs whatever the number of threads. No more than a few jobs for each
 * thread are begun before the first of them has been taken, so that memory does not grow with the number of files.
 */
export async function* checkAll(
  jobs: Iterable<Job>,
  shared: Shared,
  threads: number,
  world: Pick<World, 'stdin' | 'startWorker'>,
): AsyncGenerator<{ readonly job: Job; readonly checked: Checked }> {
  const own = checker(shared)
  if (threads === 1) {
    for (const job of jobs) yield { job, checked: await own.check(job, world.stdin) }
    return
  }
  const idle: (CheckWorker | undefined)[] = Array.from({ length: threads }, () => undefined)
  const waiting: (() => void)[] = []
  const running = new Set<CheckWorker>()
  /** Nobody wants the results any more. */
  let over = false
  const checkOne = async (job: Job): Promise<Checked> => {
    if (job.input.kind === 'stdin') return own.check(job, world.stdin)
    while (idle.length === 0)
      await new Promise<void>((resolve) => {
        waiting.push(resolve)
      })
    if (over) return { remarks: [] }
    const worker = idle.pop() ?? world.startWorker(shared)
    running.add(worker)
    try {
      const checked = await worker.check(job)
      idle.push(worker)
      return checked
    } catch (error) {
      // The place is free for a new thread.
      running.delete(worker)
      worker.stop()
      idle.unshift(undefined)
      return { remarks: [notice('crashed', { path: job.input.path, what: codeOf(error) })] }
    } finally {
      waiting.shift()?.()
    }
  }
  const begun: { readonly job: Job; readonly checked: Promise<Checked> }[] = []
  try {
    for (const job of jobs) {
      begun.push({ job, checked: checkOne(job) })
      const first = begun.length >= threads * 4 ? begun.shift() : undefined
      if (first !== undefined) yield { job: first.job, checked: await first.checked }
    }
    for (const { job, checked } of begun) yield { job, checked: await checked }
  } finally {
    over = true
    for (const worker of running) worker.stop()
  }
}
