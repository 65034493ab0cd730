import { homedir, tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** The root of the checkout. */
export const root = fileURLToPath(new URL('../../', import.meta.url))

/** A path inside the checkout. @param {string[]} parts */
export const inRoot = (...parts) => path.join(root, ...parts)

/** A path under `node_modules`. @param {string[]} parts */
export const inModules = (...parts) => inRoot('node_modules', ...parts)

/** The per-user cache that runs and clones share; ZWGK_CACHE names another folder. */
export function cacheFolder() {
  const { ZWGK_CACHE, XDG_CACHE_HOME, LOCALAPPDATA } = process.env
  if (ZWGK_CACHE) return path.resolve(ZWGK_CACHE)
  if (XDG_CACHE_HOME) return path.join(XDG_CACHE_HOME, 'zwgk-report')
  if (process.platform === 'win32')
    return path.join(LOCALAPPDATA ?? path.join(homedir(), 'AppData', 'Local'), 'zwgk-report')
  if (process.platform === 'darwin') return path.join(homedir(), 'Library', 'Caches', 'zwgk-report')
  return path.join(homedir(), '.cache', 'zwgk-report')
}

/** Where temporary folders go. The paths of sockets must stay short, which macOS's own folder does not allow. */
export const temporaryFolder = process.platform === 'darwin' ? '/tmp' : tmpdir()
