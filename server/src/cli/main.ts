import { readFileSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { codeOf, notice, noticeLine } from './notice.ts'
import { run, type World } from './run.ts'
import { writerTo } from './writer.ts'

const { env, stdout } = process

const world: World = {
  cwd: process.cwd(),
  stdin: () => process.stdin,
  out: writerTo(stdout),
  err: writerTo(process.stderr),
  columns: stdout.isTTY ? stdout.columns : undefined,
  coloured: stdout.isTTY && !env['NO_COLOR'] && env['TERM'] !== 'dumb',
  pages: path.join(__dirname, 'rules'),
  version: () => packageVersion(path.join(__dirname, '..', 'package.json')),
}

// The status is set rather than the process ended, so that what has been written still reaches a slow reader.
void run(process.argv.slice(2), world)
  .catch(async (error: unknown) => {
    await world.err.write(noticeLine(notice('failed', { what: codeOf(error) })))
    return 2
  })
  .then((code) => {
    process.exitCode = code
  })

/** The bundle lies one folder below the package's own description. */
function packageVersion(file: string): string {
  const { version } = JSON.parse(readFileSync(file, 'utf8')) as { readonly version: string }
  return version
}
