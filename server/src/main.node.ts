import { makeRoom } from './lsp/smallHeap.node.ts'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { createConnection } from './lsp/connection.ts'
import type { FormatFileText } from './lsp/ownFormats.ts'
import type { FileText, ReportFiles } from './lsp/reports/files.ts'
import { transportOf } from './lsp/rpc/transport.node.ts'
import { startServer } from './lsp/server.ts'
import { timer } from './lsp/timer.ts'

const usage = `用法 (usage): node server.js TRANSPORT

政务公开年报的语言服务器，由编辑器启动。
The language server of zwgk-report; an editor starts it.

TRANSPORT
  --stdio          标准输入输出 (standard input and output)
  --node-ipc       Node.js 进程间通道 (the channel of a Node.js parent)
  --socket=PORT    连接到本机端口 (connects to a local port)
  --pipe=NAME      连接到命名管道 (connects to a named pipe)
`

/** Reports for a client that does not read files itself: what reads them is loaded when the first is wanted. */
const onDisk: ReportFiles = {
  list: async (folder) => {
    const { markdownBelow } = await import('./files/reports.ts')
    return folder.startsWith('file:')
      ? (await markdownBelow(fileURLToPath(folder))).map((file) => pathToFileURL(file).href)
      : []
  },
  read: async (uris) => {
    const { readReport } = await import('./files/reports.ts')
    return Promise.all(
      uris.map(async (uri): Promise<FileText | undefined> => {
        const found = uri.startsWith('file:') ? await readReport(fileURLToPath(uri)) : undefined
        return found === 'unreadable' ? { why: 'unreadable' } : found
      }),
    )
  },
}

const args = process.argv.slice(2)
void main()

async function main(): Promise<void> {
  const transport = await transportOf(args)
  if (transport !== undefined) {
    const rulePages = pathToFileURL(path.join(__dirname, 'rules')).href
    startServer(createConnection(transport, { watch, exit: (orderly) => process.exit(orderly ? 0 : 1) }), {
      rulePages,
      readFiles: readBelow,
      reports: onDisk,
      clock: timer,
      makeRoom,
      nextTurn: () => new Promise((resolve) => setImmediate(resolve)),
    })
  } else if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(usage)
  } else {
    process.stderr.write(usage)
    process.exitCode = 2
  }
}

function watch(processId: number, gone: () => void): void {
  const look = (): void => {
    try {
      process.kill(processId, 0)
    } catch {
      gone()
    }
  }
  setInterval(look, 3000).unref()
}

/** Forms of the user's own, for a client that does not read files itself. */
async function readBelow(folder: string, globs: readonly string[]): Promise<readonly FormatFileText[]> {
  if (!folder.startsWith('file:')) return []
  const { readFiles } = await import('./files/readFiles.ts')
  const { files } = await readFiles(fileURLToPath(folder), globs)
  return files.map(({ file, text }) => ({ uri: pathToFileURL(file).href, text }))
}
