import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { Failure } from '../lib/failure.mjs'
import { atEnd } from '../lib/ending.mjs'

/**
 * The smallest client that can measure a language server over its standard streams. It adds as little of its own as
 * can be, and the same to every server.
 * @typedef {{
 *   pid: number | undefined,
 *   request: (method: string, params: unknown) => Promise<any>,
 *   notify: (method: string, params: unknown) => void,
 *   pushed: (version: number) => Promise<void>,
 *   signal: (name: NodeJS.Signals) => void,
 *   stop: () => void,
 * }} Client
 */

/**
 * @param {string} name
 * @param {readonly string[]} args of Node.js
 * @param {Record<string, (params: any) => unknown>} [answers] what the client answers to requests of the server
 * @param {Record<string, string>} [env] variables of its own
 * @returns {Client}
 */
export function startClient(name, args, answers = {}, env = {}) {
  const child = spawn(process.execPath, [...args], {
    stdio: ['pipe', 'pipe', 'ignore'],
    env: { ...process.env, ...env },
  })
  const forget = atEnd(() => void child.kill())
  /** @type {Map<number, { resolve: (value: any) => void, reject: (error: Error) => void }>} */
  const waiting = new Map()
  /** @type {{ version: number, resolve: () => void }[]} */
  let listeners = []
  let serial = 0
  /** @type {Buffer[]} */
  let chunks = []
  let received = 0
  let wanted = -1

  /** @param {object} message */
  const send = (message) => {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message })
    child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`)
  }
  /** @param {any} message */
  const take = async ({ id, method, params, result, error }) => {
    if (method === undefined) {
      const asked = waiting.get(id)
      waiting.delete(id)
      if (error) asked?.reject(new Failure(`${name}: ${error.message}`))
      else asked?.resolve(result)
    } else if (id !== undefined) send({ id, result: (await answers[method]?.(params)) ?? null })
    else if (method === 'textDocument/publishDiagnostics') {
      // A server may speak of an earlier version first.
      const said = listeners.filter(({ version }) => (params.version ?? version) >= version)
      listeners = listeners.filter((it) => !said.includes(it))
      for (const { resolve } of said) resolve()
    }
  }
  child.stdout.on('data', (/** @type {Buffer} */ chunk) => {
    chunks.push(chunk)
    received += chunk.length
    for (;;) {
      if (wanted > received) return
      const all = chunks.length === 1 ? /** @type {Buffer} */ (chunks[0]) : Buffer.concat(chunks)
      chunks = [all]
      const head = all.indexOf('\r\n\r\n')
      if (head < 0) return
      const length = Number(/Content-Length: (\d+)/i.exec(all.toString('latin1', 0, head))?.[1])
      wanted = head + 4 + length
      if (all.length < wanted) return
      const body = all.toString('utf8', head + 4, wanted)
      chunks = [all.subarray(wanted)]
      received = all.length - wanted
      wanted = -1
      void take(JSON.parse(body))
    }
  })
  child.on('exit', () => {
    for (const { reject } of waiting.values()) reject(new Failure(`${name} has ended.`))
    waiting.clear()
  })
  return {
    pid: child.pid,
    request: (method, params) =>
      new Promise((resolve, reject) => {
        waiting.set(++serial, { resolve, reject })
        send({ id: serial, method, params })
      }),
    notify: (method, params) => {
      send({ method, params })
    },
    pushed: (version) =>
      new Promise((resolve) => {
        listeners.push({ version, resolve })
      }),
    signal: (signal) => void child.kill(signal),
    stop() {
      forget()
      child.kill('SIGKILL')
    },
  }
}

/** Resident memory of a process in MB; undefined where the system does not tell. @param {number | undefined} pid */
export function residentMegabytes(pid, key = 'VmRSS') {
  try {
    const found = new RegExp(`${key}:\\s+(\\d+) kB`).exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
    return found === null ? undefined : Number(found[1]) / 1024
  } catch {
    return undefined
  }
}
