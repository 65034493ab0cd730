// Runs the grammar tests: the expectations (*.test.md) and the snapshot of a whole report.
//
//   node test/grammar/run.mjs                    over the small Markdown grammar beside this file
//   node test/grammar/run.mjs EXTENSIONS_DIR     and again over the real one of an installed VS Code
//   node test/grammar/run.mjs --update           writes the snapshot anew
//
// The injected grammars are found through `contributes.grammars` of package.json, as VS Code finds them.
// In an expectation, `^` counts UTF-16 units from the beginning of the line, so carets stand left of the Chinese
// characters they speak of; `<~~--` skips two units and speaks of the next two, where the comment sign is in the way.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../', import.meta.url))
const scope = 'text.html.markdown'
const args = process.argv.slice(2)
const update = args.includes('--update')
const installed = args.find((argument) => !argument.startsWith('--'))

const fail = (message) => {
  console.error(`grammar tests: ${message}`)
  process.exit(1)
}

// Without these two, a forgotten contribution or a lost snapshot would pass: nothing injected, nothing compared.
const contributed = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).contributes?.grammars ?? []
for (const name of readdirSync(join(root, 'syntaxes')).filter((file) => file.endsWith('.tmLanguage.json'))) {
  const { scopeName } = JSON.parse(readFileSync(join(root, 'syntaxes', name), 'utf8'))
  const isInjected = contributed.some(
    (grammar) =>
      grammar.scopeName === scopeName &&
      join(root, grammar.path) === join(root, 'syntaxes', name) &&
      grammar.injectTo?.includes(scope) === true,
  )
  if (!isInjected) fail(`package.json does not inject syntaxes/${name} (${scopeName}) into ${scope}`)
}
if (!update && !existsSync(join(root, 'test/grammar/report.md.snap'))) fail('test/grammar/report.md.snap is missing')

run('the Markdown grammar of the tests', [join(root, 'test/grammar/markdown.tmLanguage.json')])
if (installed !== undefined) run('the Markdown grammar of VS Code', grammarsOf(installed))

function run(over, grammars) {
  console.log(`Grammar tests over ${over}`)
  const base = grammars.flatMap((path) => ['--grammar', path])
  command('dist/unit.js', [...base, 'test/grammar/*.test.md'])
  command('dist/snapshot.js', [
    ...base,
    '--scope',
    scope,
    ...(update ? ['--updateSnapshot'] : []),
    'test/grammar/report.md',
  ])
}

function command(script, rest) {
  const path = join(root, 'node_modules/vscode-tmgrammar-test', script)
  const { status, stdout, stderr } = spawnSync(process.execPath, [path, ...rest], { cwd: root, encoding: 'utf8' })
  // Languages of code blocks that no grammar was given for are not what is tested.
  const lines = `${stdout}${stderr}`
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('grammar not found for'))
  console.log(lines.join('\n'))
  if (status !== 0) fail(`${script} ended with ${status}`)
}

// The Markdown grammar includes those of HTML, and of YAML in the front matter.
function grammarsOf(extensions) {
  const found = ['markdown-basics', 'html', 'yaml'].flatMap((name) => {
    const folder = join(extensions, name, 'syntaxes')
    if (!existsSync(folder)) fail(`${folder} is missing; name the extensions folder of a VS Code`)
    return readdirSync(folder)
      .filter((file) => file.endsWith('.tmLanguage.json'))
      .map((file) => join(folder, file))
  })
  return found
}
