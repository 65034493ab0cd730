import './steadyHeap.ts'
import { readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { isMainThread } from 'node:worker_threads'
import { codeOf, notice, noticeLine } from './notice.ts'
import { progressOn } from './progress.ts'
import { run, type World } from './run.ts'
import { isWorker, serveAsWorker, startWorker } from './worker.ts'
import { writerTo } from './writer.ts'

const { env, stdout, stderr } = process

const world: World = {
  cwd: process.cwd(),
  stdin: () => process.stdin,
  out: writerTo(stdout),
  err: writerTo(process.stderr),
  columns: stdout.isTTY ? stdout.columns : undefined,
  coloured: stdout.isTTY && !env['NO_COLOR'] && env['TERM'] !== 'dumb',
  processors: availableParallelism(),
  startWorker: (shared) => startWorker(__filename, shared),
  // On a terminal the results themselves show how far it has come.
  progress: stderr.isTTY && !stdout.isTTY ? progressOn(stderr) : undefined,
  pages: path.join(__dirname, 'rules'),
  version: () => packageVersion(path.join(__dirname, '..', 'package.json')),
}

// The same file is the program and the threads that it starts.
if (!isMainThread && isWorker()) serveAsWorker()
else main()

/** The status is set rather than the process ended, so that what has been written still reaches a slow reader. */
function main(): void {
  void run(process.argv.slice(2), world)
    .catch(async (error: unknown) => {
      await world.err.write(noticeLine(notice('failed', { what: codeOf(error) })))
      return 2
    })
    .then((code) => {
      process.exitCode = code
    })
}

/** The bundle lies one folder below the package's own description. */
function packageVersion(file: string): string {
  const { version } = JSON.parse(readFileSync(file, 'utf8')) as { readonly version: string }
  return version
}
