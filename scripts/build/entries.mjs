import { inRoot } from '../lib/paths.mjs'

/**
 * What is bundled: the files of dist/ and their sources.
 * @typedef {{ out: string, from: string, platform: 'node' | 'browser', executable?: boolean }} Entry
 * @type {readonly Entry[]}
 */
export const entries = [
  { out: 'client.js', from: 'client/src/main.node.ts', platform: 'node' },
  { out: 'web/client.cjs', from: 'client/src/main.web.ts', platform: 'browser' },
  // The part of the client that is loaded when a report is opened; both entries above require it at run time.
  { out: 'languageClient.js', from: 'client/src/client.ts', platform: 'node' },
  { out: 'server.js', from: 'server/src/main.node.ts', platform: 'node' },
  { out: 'web/server.js', from: 'server/src/main.web.ts', platform: 'browser' },
  { out: 'cli.js', from: 'server/src/cli/main.ts', platform: 'node', executable: true },
]

/** The module that the Node.js entry of the client loads late, and the bundle that it becomes. */
export const lazy = { source: inRoot('client', 'src', 'client.ts'), bundle: './languageClient.js' }
