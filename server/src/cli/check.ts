import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Settings } from '../core/settings.ts'
import { checkText, type CheckResult } from './checkText.ts'
import { findConfiguration } from './findConfiguration.ts'
import { findInputs, type Input } from './inputs.ts'
import { fileUri } from './location.ts'
import { codeOf, notice } from './notice.ts'
import type { Options } from './options.ts'
import { chooseOutput } from './output/choose.ts'
import type { OutputContext } from './output/output.ts'
import { readInput } from './readInput.ts'
import type { ExitCode, Say, World } from './run.ts'
import { addTotals, noTotals } from './totals.ts'

/** Checks what the options name, one file after the other, and prints each result before the next file is read. */
export async function check(options: Options, world: World, say: Say): Promise<ExitCode> {
  const configuration = await findConfiguration(options.config, world.cwd)
  for (const message of [...configuration.faults, ...configuration.remarks]) await say(message)
  if (configuration.faults.length > 0) return 2
  const own = configuration.settings
  const settings: Settings = { ...own, language: options.language ?? own.language }

  const { inputs, refusals, remarks } = await findInputs(options.paths, world.cwd, options.stdinPath)
  for (const message of [...refusals, ...remarks]) await say(message)
  let complete = refusals.length === 0
  const output = chooseOutput(options.format, contextOf(settings, world))
  let read = await world.out.write(output.head)
  let totals = noTotals
  let index = 0
  for (const input of inputs) {
    const decoded = await readInput(input, world.stdin)
    const remark = decoded.text === undefined ? decoded.refusal : decoded.remark
    if (remark !== undefined) await say(remark)
    const result = decoded.text === undefined ? undefined : await tryCheck(input, decoded.text, settings, world, say)
    complete &&= result?.crashed.length === 0
    if (decoded.text === undefined || result === undefined) continue
    totals = addTotals(totals, result)
    const shown = options.quiet ? errorsOnly(result) : result
    read &&= await world.out.write(
      output.file({ path: input.path, file: input.file, text: decoded.text, result: shown }, index++),
    )
    if (!read) break
  }
  const { maxWarnings } = options
  const tooMany = maxWarnings !== undefined && totals.warnings > maxWarnings
  if (tooMany) await say(notice('tooManyWarnings', { count: totals.warnings, limit: maxWarnings }))
  const exitCode = complete ? (totals.errors > 0 || tooMany ? 1 : 0) : 2
  await world.out.write(output.foot(totals, exitCode))
  return exitCode
}

function contextOf(settings: Settings, { cwd, columns, coloured, pages, version }: World): OutputContext {
  return {
    cwd,
    locale: settings.language,
    version,
    page: (code) => readPage(path.join(pages, `${code}.md`)),
    pageUrl: (code) => `${fileUri(pages)}/${code}.md`,
    columns: columns ?? 100,
    coloured,
  }
}

function readPage(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

/** A mistake of this program must not keep it from the other files; it is told without a word of the report. */
async function tryCheck(
  { kind, path, file }: Input,
  text: string,
  settings: Settings,
  world: World,
  say: Say,
): Promise<CheckResult | undefined> {
  try {
    const uri = kind === 'stdin' && path === '<stdin>' ? 'untitled:stdin' : fileUri(file)
    const result = checkText({ text, uri, settings, pages: fileUri(world.pages) })
    for (const what of result.crashed) await say(notice('crashed', { path, what }))
    return result
  } catch (error) {
    await say(notice('crashed', { path, what: codeOf(error) }))
    return undefined
  }
}

const errorsOnly = (result: CheckResult): CheckResult => ({
  ...result,
  diagnostics: result.diagnostics.filter(({ severity }) => severity === 1),
})
