// npm start: a real VS Code in the browser, with the extension installed and a sample report open.
import { existsSync } from 'node:fs'
import path from 'node:path'
import { bundle } from './build/bundle.mjs'
import { packVsix } from './build/vsix.mjs'
import { endAll, endOnSignals } from './lib/ending.mjs'
import { Failure, runMain } from './lib/failure.mjs'
import { readOptions } from './lib/options.mjs'
import { inRoot } from './lib/paths.mjs'
import { say, seconds } from './lib/say.mjs'
import { openInDesktop } from './vscode/desktop.mjs'
import { startEditor } from './vscode/editor.mjs'

const help = `npm start [-- OPTION … [REPORT.md]]
Builds the extension, installs it in a VS Code of its own and opens the sample report, or the report that is named.
  --port N          the port to try first (8770)
  --flavour NAME    the edition of VS Code: latest, or node20 for the last one that Node.js 20 runs by itself
  --no-open         do not open the browser of the desktop
  --check FILE.png  load it in a headless browser, wait for a finding to show, take a picture and end`

const PORT = 8770

runMain(async () => {
  const { values, positionals } = readOptions(help, {
    port: { type: 'string' },
    flavour: { type: 'string' },
    'no-open': { type: 'boolean' },
    check: { type: 'string' },
  })
  const port = Number(values.port ?? PORT)
  if (!Number.isInteger(port) || port < 1 || port > 65535) throw new Failure(`--port ${values.port} is not a port.`)
  const report = positionals[0] && path.resolve(process.env.INIT_CWD ?? '.', positionals[0])
  if (report && !existsSync(report)) throw new Failure(`There is no file ${report}.`)

  endOnSignals(values.check ? 130 : 0)
  try {
    await bundle()
    const { file: vsix } = await packVsix()
    say(`${vsix} is built (${seconds()})`)
    const editor = await startEditor({ vsix: inRoot(vsix), flavour: values.flavour, port, report })
    say(`VS Code ${editor.version} is running with the extension installed (${seconds()})`)
    if (values.check) {
      const { check } = await import('./vscode/check.mjs')
      await check(editor.url, path.resolve(process.env.INIT_CWD ?? '.', values.check))
      return
    }
    console.log(`\n    打开 / Open:  ${editor.url}\n`)
    say(report ? `It shows ${report}, in place.` : 'It shows a copy of the sample; the copy goes when this ends.')
    say('按 Ctrl+C 结束 / Ctrl+C ends it')
    if (!values['no-open']) openInDesktop(editor.url)
    await editor.gone
    throw new Failure('VS Code’s server ended by itself.')
  } finally {
    await endAll()
  }
})
