import { spawnSync } from 'node:child_process'
import { setInterval } from 'node:timers'

/**
 * What has to be undone when the script ends, in whichever way: servers to stop, temporary folders to remove.
 * The last thing begun is the first undone.
 * @type {Set<() => unknown>}
 */
const undoings = new Set()

/**
 * Registers something to undo at the end; the returned function takes it off the list again.
 * @param {() => unknown} undo
 * @returns {() => void}
 */
export function atEnd(undo) {
  undoings.add(undo)
  return () => void undoings.delete(undo)
}

/** Undoes everything that is registered. One failure does not keep the others from being undone. */
export async function endAll() {
  for (const undo of [...undoings].reverse()) {
    undoings.delete(undo)
    try {
      await undo()
    } catch (error) {
      console.error(error)
    }
  }
}

/**
 * From now on a signal, or the end of the npm that runs the script, undoes everything and
 * ends the process. A second Ctrl+C does not interrupt that.
 * @param {number} status the exit status for Ctrl+C and its kind
 */
export function endOnSignals(status) {
  let ending = false
  const end = () => {
    if (ending) return
    ending = true
    endAll().finally(() => process.exit(status))
  }
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, end)
  if (process.env.npm_lifecycle_event) {
    const parents = npmAbove()
    setInterval(() => parents.every(lives) || end(), 500).unref()
  }
}

/**
 * The processes up to npm. npm does not hand every signal on, and the shell between it and the script may survive it,
 * so the script has to look after them itself.
 * @returns {readonly number[]}
 */
function npmAbove() {
  const found = [process.ppid]
  if (process.platform === 'win32') return found
  const ps = (/** @type {string} */ column, /** @type {number} */ pid) =>
    spawnSync('ps', ['-o', `${column}=`, '-p', String(pid)], { encoding: 'utf8' }).stdout?.trim() ?? ''
  if (/^npm\b/.test(ps('args', process.ppid))) return found
  const above = Number(ps('ppid', process.ppid))
  return above > 1 && /\bnpm\b/.test(ps('args', above)) ? [...found, above] : found
}

/** Whether a process is running. @param {number} pid */
export function lives(pid) {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM'
  }
}
