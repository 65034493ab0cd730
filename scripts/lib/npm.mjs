import { mustRun } from './run.mjs'

/**
 * Runs `npm install` in a folder without running any package's scripts: nothing is compiled, nothing is fetched from
 * outside the registry.
 * @param {string} what for the message when it fails
 * @param {string} folder
 * @param {readonly string[]} args
 */
export function npmInstall(what, folder, args) {
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error']
  // `npm test` and `npm start` hand their own settings down as npm_config_… and would turn this into another project's install.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(
      ([key]) => !/^npm_(package|lifecycle|command|config_(local_)?prefix)/i.test(key),
    ),
  )
  return mustRun(what, 'npm', ['install', ...args, ...quiet], { cwd: folder, env, shell: process.platform === 'win32' })
}
