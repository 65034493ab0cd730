import { existsSync, realpathSync } from 'node:fs'
import path from 'node:path'
import { Failure } from '../lib/failure.mjs'

/**
 * The program of a desktop VS Code on this machine, if there is one; VSCODE_EXECUTABLE in the environment names it.
 * @returns {string | undefined}
 */
export function installedVSCode() {
  const named = process.env.VSCODE_EXECUTABLE
  if (named && !existsSync(named)) throw new Failure(`VSCODE_EXECUTABLE names ${named}, which does not exist.`)
  return named ?? candidates().find((file) => existsSync(file))
}

/** @returns {string[]} */
function candidates() {
  if (process.platform === 'win32')
    return [process.env.LOCALAPPDATA && path.join(process.env.LOCALAPPDATA, 'Programs'), process.env.PROGRAMFILES]
      .filter((folder) => folder !== undefined)
      .map((folder) => path.join(folder, 'Microsoft VS Code', 'Code.exe'))
  if (process.platform === 'darwin')
    return ['Code', 'Electron'].map((name) => `/Applications/Visual Studio Code.app/Contents/MacOS/${name}`)
  // `code` on the PATH is a script in bin/; the program itself lies above it.
  const scripts = (process.env.PATH ?? '').split(path.delimiter).map((folder) => path.join(folder, 'code'))
  const beside = scripts
    .filter((file) => existsSync(file))
    .map((file) => path.resolve(realpathSync(file), '../../code'))
  return [...beside, '/usr/share/code/code', '/opt/visual-studio-code/code', '/snap/code/current/usr/share/code/code']
}
