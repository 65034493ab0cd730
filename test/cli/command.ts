import { spawn } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { build } from 'esbuild'

const root = path.resolve(import.meta.dirname, '..', '..')
/** Laid out like the package itself: its description, and in a folder below it the bundle and the rules' pages. */
const folder = path.join(root, 'out', 'test', 'cli', 'dist')
const program = path.join(folder, 'cli.js')

/** Where the bundle under test looks for the pages of the rules. */
export const pages = path.join(folder, 'rules')

/** Bundles the command line as the build does. Test files run side by side, so it is put into place in one step. */
export async function bundleCommand(): Promise<void> {
  const own = path.join(folder, `cli-${process.pid}.tmp.js`)
  await build({
    entryPoints: [path.join(root, 'server', 'src', 'cli', 'main.ts')],
    outfile: own,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    mainFields: ['module', 'main'],
    supported: { 'dynamic-import': false },
    banner: { js: '#!/usr/bin/env node' },
    logLevel: 'error',
  })
  cpSync(path.join(root, 'package.json'), path.join(folder, '..', 'package.json'))
  mkdirSync(pages, { recursive: true })
  writeFileSync(path.join(folder, 'package.json'), '{ "type": "commonjs" }\n')
  const source = path.join(root, 'server', 'src', 'core', 'rules')
  for (const page of readdirSync(source).filter((name) => name.endsWith('.md')))
    cpSync(path.join(source, page), path.join(pages, page))
  renameSync(own, program)
}

export type Ended = { readonly code: number | null; readonly out: string; readonly err: string }

export type RunOptions = {
  readonly cwd: string
  readonly input?: string | Uint8Array
  readonly env?: Readonly<Record<string, string>>
  /** Stop reading the output after so many bytes, as `head` does. */
  readonly hangUpAfter?: number
}

/** Runs the real program in a process of its own. */
export function runCommand(args: readonly string[], { cwd, input, env, hangUpAfter }: RunOptions): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...args], { cwd, env: { ...process.env, ...env } })
    const out: Buffer[] = []
    const err: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => {
      out.push(chunk)
      if (hangUpAfter !== undefined && Buffer.concat(out).length >= hangUpAfter) child.stdout.destroy()
    })
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk))
    child.on('error', reject)
    child.on('close', (code) => {
      resolve({ code, out: Buffer.concat(out).toString('utf8'), err: Buffer.concat(err).toString('utf8') })
    })
    child.stdin.on('error', () => undefined)
    child.stdin.end(input)
  })
}

/** A new folder with these files in it. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const made = mkdtempSync(path.join(tmpdir(), 'zwgk-report-'))
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(made, name)), { recursive: true })
    writeFileSync(path.join(made, name), content)
  }
  return made
}

export const removeFolder = (made: string): void => {
  rmSync(made, { recursive: true, force: true })
}
