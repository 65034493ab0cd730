import { stat } from 'node:fs/promises'
import path from 'node:path'
import { defaultSettings } from '../core/settings.ts'
import { readConfiguration, type Configuration } from './configuration.ts'
import { withSlashes } from './inputs.ts'
import { readFileBounded } from './readInput.ts'

/** A configuration with the folder that the paths in it start from. */
export type FoundConfiguration = Configuration & {
  readonly folder: string
  /** Whether there is a file that says so: then the folder is a workspace, as an editor has it open. */
  readonly exists: boolean
}

/** The configuration named, or else that of the nearest folder that an editor was told something about. */
export async function findConfiguration(named: string | undefined, cwd: string): Promise<FoundConfiguration> {
  if (named !== undefined) {
    const own = path.resolve(cwd, named)
    return { ...(await readFrom(own, withSlashes(named), true)), folder: path.dirname(own), exists: true }
  }
  const file = await nearest(cwd)
  if (file === undefined) return { settings: defaultSettings, faults: [], remarks: [], folder: cwd, exists: false }
  const folder = path.dirname(path.dirname(file))
  return { ...(await readFrom(file, withSlashes(path.relative(cwd, file)), false)), folder, exists: true }
}

async function nearest(folder: string): Promise<string | undefined> {
  const file = path.join(folder, '.vscode', 'settings.json')
  const exists = await stat(file).then(
    (found) => found.isFile(),
    () => false,
  )
  if (exists) return file
  const parent = path.dirname(folder)
  return parent === folder ? undefined : nearest(parent)
}

async function readFrom(file: string, shown: string, mayBeBare: boolean): Promise<Configuration> {
  const decoded = await readFileBounded(file, shown)
  if (decoded.text === undefined) return { settings: defaultSettings, faults: [decoded.refusal], remarks: [] }
  return readConfiguration(decoded.text, shown, mayBeBare)
}
