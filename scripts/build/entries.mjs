import { inRoot } from '../lib/paths.mjs'

/**
 * What is bundled: the files of dist/ and their sources.
 * @typedef {{ out: string, from: string, executable?: boolean }} Entry
 * @type {readonly Entry[]}
 */
export const entries = [
  // Read when a Markdown file is opened; the rest, below, when it is a report.
  { out: 'client.js', from: 'client/src/main.node.ts' },
  // In VS Code for the Web, which loads one file, this is the entry; there only the name says that it is no ES module.
  { out: 'languageClient.cjs', from: 'client/src/languageClient.ts' },
  // The same file is the server in a process and in a worker, where the forms are given to it.
  { out: 'server.js', from: 'server/src/main.ts' },
  { out: 'cli.js', from: 'server/src/cli/main.ts', executable: true },
]

/** The module that the Node.js entry of the client loads late, and the bundle that it becomes. */
export const lazy = { source: inRoot('client', 'src', 'languageClient.ts'), bundle: './languageClient.cjs' }
