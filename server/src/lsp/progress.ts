import type { Connection } from './connection.ts'

/** Shows how far something that takes long has come. */
export type Progress = {
  begin(title: string): void
  /** `percent` is of 100. */
  report(percent: number, message: string): void
  done(): void
  /** The user has asked for an end, in the display of the progress itself. */
  readonly isCancelled: () => boolean
}

/** In the place that the request itself has named; a client that names none shows nothing. */
export function progressAt(connection: Connection, token: unknown): Progress {
  const tell = (value: object): void => {
    if (typeof token === 'string' || typeof token === 'number')
      connection.sendNotification('$/progress', { token, value })
  }
  return {
    begin: (title) => {
      tell({ kind: 'begin', title, percentage: 0, cancellable: true })
    },
    report: (percentage, message) => {
      tell({ kind: 'report', percentage, message })
    },
    done: () => {
      tell({ kind: 'end' })
    },
    isCancelled: () => false,
  }
}

/** Makes places for progress that the client shows by itself. To be called once, before anything is made. */
export function progressMaker(connection: Connection): () => Promise<Progress> {
  const cancelled = new Set<unknown>()
  let serial = 0
  connection.onNotification('window/workDoneProgress/cancel', (params) => {
    if (typeof params === 'object' && params !== null && 'token' in params) cancelled.add(params.token)
  })
  return async () => {
    const token = `zwgk-progress-${String(++serial)}`
    await connection.sendRequest('window/workDoneProgress/create', { token })
    const progress = progressAt(connection, token)
    return {
      ...progress,
      done: () => {
        progress.done()
        cancelled.delete(token)
      },
      isCancelled: () => cancelled.has(token),
    }
  }
}
