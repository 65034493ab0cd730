import { readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import Mocha from 'mocha'

type Result = { title: string; error?: string; pending?: boolean; milliseconds: number }

/**
 * Runs every test file beside this module; VS Code calls it in the extension host. The results are written after every
 * test, and marked as complete when all have ended: the script that started VS Code trusts nothing else.
 */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', timeout: 30_000, reporter: 'min', forbidOnly: true })
  for (const file of readdirSync(__dirname)) if (file.endsWith('.test.cjs')) mocha.addFile(path.join(__dirname, file))

  const place = process.env['ZWGK_RESULTS']
  if (place === undefined) throw new Error('ZWGK_RESULTS does not say where the results go.')
  const tests: Result[] = []
  const write = (complete: boolean) => {
    writeFileSync(place, JSON.stringify({ complete, tests }))
  }
  const failures = await new Promise<number>((resolve) => {
    const add = (test: Mocha.Runnable, more: Partial<Result>) => {
      tests.push({ title: test.fullTitle(), milliseconds: test.duration ?? 0, ...more })
      write(false)
    }
    const runner = mocha.run(resolve)
    runner.on('pass', (test) => {
      add(test, {})
    })
    runner.on('pending', (test) => {
      add(test, { pending: true })
    })
    runner.on('fail', (test, error) => {
      add(test, { error: String((error as Error | undefined)?.stack ?? error) })
    })
  })
  write(true)
  if (failures > 0) throw new Error(`${failures} tests failed.`)
}
