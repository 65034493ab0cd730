// A language server that only answers: it reads messages, keeps no text, and reports nothing. No server can be faster.
import process from 'node:process'

let buffer = Buffer.alloc(0)

/** @param {unknown} message */
const send = (message) => {
  const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }))
  process.stdout.write(Buffer.concat([Buffer.from(`Content-Length: ${body.length}\r\n\r\n`), body]))
}

/** @param {any} message */
const answer = ({ id, method }) => {
  if (method === 'exit') process.exit(0)
  if (id === undefined) return
  if (method === 'initialize')
    send({
      id,
      result: {
        capabilities: {
          textDocumentSync: 2,
          hoverProvider: true,
          completionProvider: {},
          codeActionProvider: true,
          diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false },
        },
      },
    })
  else send({ id, result: method === 'textDocument/diagnostic' ? { kind: 'full', items: [] } : null })
}

process.stdin.on('data', (chunk) => {
  buffer = Buffer.concat([buffer, chunk])
  for (;;) {
    const head = buffer.indexOf('\r\n\r\n')
    if (head < 0) return
    const length = Number(/Content-Length: (\d+)/i.exec(buffer.toString('latin1', 0, head))?.[1])
    if (buffer.length < head + 4 + length) return
    const body = buffer.toString('utf8', head + 4, head + 4 + length)
    buffer = buffer.subarray(head + 4 + length)
    answer(JSON.parse(body))
  }
})
