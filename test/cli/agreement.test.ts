import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { beforeAll, expect, it } from 'vitest'
import { analyse } from '../../server/src/core/analyse.ts'
import { readDocument } from '../../server/src/core/markdown/document.ts'
import { defaultSettings } from '../../server/src/core/settings.ts'
import { linesOf } from '../../server/src/core/text/lines.ts'
import { readClient } from '../../server/src/lsp/client.ts'
import { toDiagnostic } from '../../server/src/lsp/convert.ts'
import { bundleCommand, pages, runCommand } from './command.ts'

beforeAll(bundleCommand)

const samples = path.resolve(import.meta.dirname, '..', '..', 'samples')
const client = readClient(
  { textDocument: { publishDiagnostics: { relatedInformation: true, codeDescriptionSupport: true } } },
  {},
  pathToFileURL(pages).href,
)

it.each(readdirSync(samples).filter((name) => name.endsWith('.md')))(
  'the command line and the server say the same of %s',
  async (name) => {
    const { out } = await runCommand(['check', '--format', 'json', name], { cwd: samples })
    const { files } = JSON.parse(out) as { files: readonly { diagnostics: readonly unknown[] }[] }
    const text = readFileSync(path.join(samples, name), 'utf8')
    const analysis = analyse(readDocument(text), defaultSettings)
    const uri = pathToFileURL(path.join(samples, name)).href
    const snapshot = { uri, version: 1, text, lines: linesOf(text), settings: defaultSettings, analysis, id: '1' }
    expect(analysis.problems).not.toEqual([])
    expect(files[0]?.diagnostics).toEqual(analysis.problems.map((problem) => toDiagnostic(snapshot, problem, client)))
  },
)
