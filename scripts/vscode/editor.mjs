import { readFileSync } from 'node:fs'
import path from 'node:path'
import { makeProfile, sampleName } from './profile.mjs'
import { installVsix, remoteUri, startServer, workbenchUrl } from './server.mjs'
import { setUpVSCode } from './setup.mjs'

/**
 * Starts a VS Code with the packaged extension installed and a report to open.
 * @param {{ vsix: string, flavour?: string, port?: number, report?: string, settings?: Readonly<Record<string, unknown>> }} options
 *   report: a file to open in place; without it a copy of the sample is opened
 */
export async function startEditor({ vsix, flavour, port, report, settings }) {
  const vscode = await setUpVSCode(flavour)
  const profile = makeProfile(settings)
  await installVsix(vscode, profile.folder, vsix)
  const server = await startServer(vscode, profile.folder, { port })
  const file = report ?? path.join(profile.workspace, sampleName)
  const url = workbenchUrl(server, report ? path.dirname(report) : profile.workspace, [
    ['openFile', `${remoteUri(server, file)}:${lineOfTableThree(file)}`],
    ['gotoLineMode', 'true'],
  ])
  const stop = async () => {
    await server.stop()
    profile.remove()
  }
  return { url, file, version: vscode.version, gone: server.gone, stop }
}

/** The line, from 1, where the table of applications begins: most mistakes are made there. @param {string} file */
export function lineOfTableThree(file) {
  const lines = readFileSync(file, 'utf8').split(/\r\n|\r|\n/)
  return lines.findIndex((line) => /本年新收/.test(line) && line.includes('|')) + 1 || 1
}
