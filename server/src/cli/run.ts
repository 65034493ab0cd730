import type { Readable } from 'node:stream'
import type { Message } from '../core/text/message.ts'
import { check } from './check.ts'
import type { Shared } from './checkInput.ts'
import { notice, noticeLine } from './notice.ts'
import { readCommand } from './options.ts'
import { usage } from './usage.ts'
import type { CheckWorker } from './worker.ts'
import type { Writer } from './writer.ts'

/** The world the program runs in; given from outside so that nothing below reaches for it. */
export type World = {
  readonly cwd: string
  /** Opened only when it is asked for. */
  readonly stdin: () => Readable
  readonly out: Writer
  readonly err: Writer
  /** Of the terminal; undefined where there is none. */
  readonly columns: number | undefined
  readonly coloured: boolean
  /** The absolute path of the folder that holds the rules' pages. */
  readonly pages: string
  /** How many threads the machine runs at once. */
  readonly processors: number
  readonly startWorker: (shared: Shared) => CheckWorker
  /** Shows how far it has come, where somebody looks on who does not see the results themselves. */
  readonly progress: Progress | undefined
  /** Of this program. */
  readonly version: () => string
}

export type Progress = { show(done: number, total: number): void; clear(): void }

/** 0 no error found, 1 errors found, 2 something could not be checked. */
export type ExitCode = 0 | 1 | 2

/** Says something on stderr. */
export type Say = (message: Message) => Promise<void>

/** Runs one command line. */
export async function run(args: readonly string[], world: World): Promise<ExitCode> {
  const command = readCommand(args)
  const say: Say = async (message) => {
    await world.err.write(noticeLine(message))
  }
  if (command.kind === 'misuse') {
    await say(command.notice)
    await world.err.write(`\n${usage}`)
    return 2
  }
  const exitCode = command.kind === 'check' ? await check(command.options, world, say) : 0
  if (command.kind !== 'check') await world.out.write(command.kind === 'help' ? usage : `${world.version()}\n`)
  const reason = world.out.failure()
  if (reason === undefined) return exitCode
  await say(notice('unwritable', { reason }))
  return 2
}
