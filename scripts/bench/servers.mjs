import { createRequire } from 'node:module'
import path from 'node:path'
import { inRoot } from '../lib/paths.mjs'

const inBench = (/** @type {string[]} */ ...parts) => inRoot('bench', ...parts)
const peer = (/** @type {string} */ file) => inBench('node_modules', 'vscode-langservers-extracted', 'bin', file)

/** What VS Code sends to its Markdown server for someone who has switched validation on. */
const validate = {
  enabled: true,
  referenceLinks: { enabled: 'warning' },
  fragmentLinks: { enabled: 'warning' },
  fileLinks: { enabled: 'warning', markdownFragmentLinks: 'inherit' },
  ignoredLinks: [],
  unusedLinkDefinitions: { enabled: 'hint' },
  duplicateLinkDefinitions: { enabled: 'warning' },
}

/**
 * @typedef {{ name: string, args: string[], language: 'markdown' | 'json', pull: boolean, settings?: object,
 *   answers?: (text: () => string) => Record<string, (params: any) => unknown>, slowAt?: number, env?: Record<string, string> }} Server
 * `slowAt`: from so many kilobytes on fewer edits are measured.
 * @type {readonly Server[]}
 */
export const servers = [
  { name: 'zwgk-report', args: [inRoot('dist', 'server.js'), '--stdio'], language: 'markdown', pull: true },
  { name: 'a server that only answers', args: [inBench('answers.mjs')], language: 'markdown', pull: true },
  {
    name: 'vscode-json-language-server',
    args: [peer('vscode-json-language-server'), '--stdio'],
    language: 'json',
    pull: true,
    settings: { json: { validate: { enable: true } } },
  },
  {
    name: 'vscode-markdown-language-server',
    args: [peer('vscode-markdown-language-server'), '--stdio'],
    language: 'markdown',
    pull: true,
    settings: { markdown: { validate } },
    answers: markdownAnswers,
    slowAt: 400,
  },
  {
    name: 'unified-language-server + remark-lint',
    args: [inBench('remark.mjs'), '--stdio'],
    language: 'markdown',
    pull: false,
    slowAt: 400,
  },
]

/**
 * That server leaves parsing to its client, which in VS Code does it with markdown-it.
 * @param {() => string} text of the open document */
function markdownAnswers(text) {
  const MarkdownIt = createRequire(path.join(inBench(), 'package.json'))('markdown-it')
  const parser = new MarkdownIt({ html: true })
  return {
    'markdown/parse': (/** @type {any} */ params) =>
      parser.parse(params.text ?? text(), {}).map((/** @type {any} */ token) => ({
        type: token.type,
        markup: token.markup,
        content: token.content,
        map: token.map,
        children: token.children?.map((/** @type {any} */ child) => ({ type: child.type, content: child.content })),
      })),
    'markdown/findMarkdownFilesInWorkspace': () => [],
    'markdown/fs/readDirectory': () => [],
    'markdown/fs/stat': () => undefined,
  }
}
