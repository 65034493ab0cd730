import { spawn } from 'node:child_process'
import { Failure } from './failure.mjs'
import { atEnd } from './ending.mjs'

/**
 * Runs a program to its end and returns what it wrote; it is killed when this script ends early.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, show?: boolean, shell?: boolean, milliseconds?: number }} [options]
 *   show: the output goes to the terminal as well; milliseconds: the time it may take
 * @returns {Promise<{ status: number, output: string }>}
 */
export function runProgram(command, args, options = {}) {
  const { cwd, env = process.env, show = false, shell = false, milliseconds } = options
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, shell, timeout: milliseconds, stdio: ['ignore', 'pipe', 'pipe'] })
    const forget = atEnd(() => void child.kill())
    /** @type {Buffer[]} */
    const chunks = []
    child.stdout.on('data', (chunk) => (chunks.push(chunk), show && process.stdout.write(chunk)))
    child.stderr.on('data', (chunk) => (chunks.push(chunk), show && process.stderr.write(chunk)))
    child.once('error', (error) => (forget(), reject(new Failure(`${command} could not be started: ${error.message}`))))
    child.once(
      'close',
      (status) => (forget(), resolve({ status: status ?? 1, output: Buffer.concat(chunks).toString('utf8') })),
    )
  })
}

/**
 * The same for a program that has to succeed.
 * @param {string} what what failed, in the words of the message
 * @param {string} command
 * @param {readonly string[]} args
 * @param {Parameters<typeof runProgram>[2]} [options]
 */
export async function mustRun(what, command, args, options) {
  const { status, output } = await runProgram(command, args, options)
  if (status === 0) return output
  const said = options?.show ? '' : `\n${output.trim().split('\n').slice(-20).join('\n')}`
  throw new Failure(`${what} failed (exit ${status}).${said}`)
}
