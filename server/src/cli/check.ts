import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Settings } from '../core/settings.ts'
import { rules } from '../core/rules/index.ts'
import type { Job, Shared } from './checkInput.ts'
import type { CheckResult } from './checkText.ts'
import { findConfiguration, type FoundConfiguration } from './findConfiguration.ts'
import { findFormats } from './findFormats.ts'
import { findInputs } from './inputs.ts'
import { fileUri } from './location.ts'
import { notice } from './notice.ts'
import type { Options } from './options.ts'
import { chooseOutput } from './output/choose.ts'
import type { OutputContext } from './output/output.ts'
import { checkAll, fittingJobs } from './pool.ts'
import { areaOf, markdownBelow, pathOf } from './related/area.ts'
import type { ExitCode, Say, World } from './run.ts'
import { addTotals, noTotals } from './totals.ts'

/** Checks what the options name, and prints the results in the order of the files as they come. */
export async function check(options: Options, world: World, say: Say): Promise<ExitCode> {
  const configuration = await findConfiguration(options.config, world.cwd)
  for (const message of [...configuration.faults, ...configuration.remarks]) await say(message)
  if (configuration.faults.length > 0) return 2
  const own = configuration.settings
  const settings: Settings = { ...own, language: options.language ?? own.language }

  const found = await findFormats(settings, configuration.folder)
  for (const message of found.faults) await say(message)

  const { inputs, refusals, remarks } = await findInputs(options.paths, world.cwd, options.stdinPath)
  for (const message of [...refusals, ...remarks]) await say(message)
  let complete = refusals.length === 0 && found.faults.length === 0
  const output = chooseOutput(options.format, contextOf(settings, world))
  let read = await world.out.write(output.head)
  let totals = noTotals
  let index = 0
  let seen = 0
  const area = wantsOthers(settings)
    ? areaOf(
        [...inputs.map(({ file }) => file), ...workspaceOf(configuration)],
        configuration.folder,
        settings.children,
      )
    : undefined
  const shared: Shared = { settings, forms: found.files, pages: fileUri(world.pages), area }
  const jobs = inputs.map((input): Job => ({ input }))
  const threads = Math.min(options.jobs ?? fittingJobs(inputs.length, world.processors), Math.max(1, inputs.length))
  for await (const { job, checked } of checkAll(jobs, shared, threads, world)) {
    const { path, file } = job.input
    world.progress?.show(++seen, inputs.length)
    if (checked.remarks.length > 0) world.progress?.clear()
    for (const remark of checked.remarks) await say(remark)
    complete &&= checked.done?.result.crashed.length === 0
    if (checked.done === undefined) continue
    const { text, result } = checked.done
    totals = addTotals(totals, result)
    const shown = options.quiet ? errorsOnly(result) : result
    read &&= await world.out.write(output.file({ path, file, text, result: shown }, index++))
    if (!read) break
  }
  world.progress?.clear()
  const { maxWarnings } = options
  const tooMany = maxWarnings !== undefined && totals.warnings > maxWarnings
  if (tooMany) await say(notice('tooManyWarnings', { count: totals.warnings, limit: maxWarnings }))
  const exitCode = complete ? (totals.errors > 0 || tooMany ? 1 : 0) : 2
  await world.out.write(output.foot(totals, exitCode))
  return exitCode
}

/** Whether any rule that compares reports is on; without one no other file is looked at. */
const wantsOthers = ({ rules: levels }: Settings): boolean =>
  rules.some(
    ({ scope, code, onRequest }) => scope === 'related' && (levels[code] ?? (onRequest ? 'off' : '')) !== 'off',
  )

/** The folder of a configuration is what an editor has open: other reports are looked for all over it. */
const workspaceOf = ({ folder, exists }: FoundConfiguration): readonly string[] =>
  exists ? markdownBelow(pathOf(folder)) : []

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

const errorsOnly = (result: CheckResult): CheckResult => ({
  ...result,
  diagnostics: result.diagnostics.filter(({ severity }) => severity === 1),
})
