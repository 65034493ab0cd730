import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { clearInterval, setInterval } from 'node:timers'
import { atEnd, lives } from './ending.mjs'
import { cacheFolder } from './paths.mjs'
import { say } from './say.mjs'
import { removeFolder } from './temporary.mjs'

const MANIFEST = 'manifest.json'
/** A lock whose holder has not touched it for so long is left over from a run that was killed. */
const STALE_MS = 15_000

/**
 * Gives a folder of the cache, building it on first use. It is built beside its place and renamed when it is complete,
 * so a half-built one is never seen; a manifest of every file and size tells whether it is still whole. The lock only
 * saves two runs from doing the same work twice: correctness rests on the rename.
 * @param {string} name carries every version, so a newer recipe gets a folder of its own
 * @param {string} title what it is, for the progress lines
 * @param {(folder: string) => Promise<void>} build fills the empty folder
 * @returns {Promise<string>} the folder
 */
export async function cached(name, title, build) {
  const place = path.join(cacheFolder(), name)
  if (isWhole(place, title)) return place
  mkdirSync(cacheFolder(), { recursive: true })
  const unlock = await lock(`${place}.lock`, title)
  try {
    if (isWhole(place)) return place
    removeLeftovers(name)
    const partial = `${place}.partial-${process.pid}`
    const forget = atEnd(() => removeFolder(partial))
    try {
      mkdirSync(partial)
      await build(partial)
      writeFileSync(path.join(partial, MANIFEST), JSON.stringify(filesOf(partial)))
      putInPlace(partial, place)
    } finally {
      forget()
      removeFolder(partial)
    }
    return place
  } finally {
    unlock()
  }
}

/** Puts the finished folder in its place; if another run was faster, its folder stands. */
function putInPlace(/** @type {string} */ partial, /** @type {string} */ place) {
  try {
    renameSync(partial, place)
  } catch (error) {
    if (isWhole(place)) return
    // What is there is broken. It is moved away first, because removing takes time and moving does not.
    const broken = `${place}.partial-broken-${process.pid}`
    try {
      renameSync(place, broken)
    } catch {
      throw error
    }
    renameSync(partial, place)
    removeFolder(broken)
  }
}

/** Whether every file of the manifest is there with its size. Says so when something was there but is not whole. */
function isWhole(/** @type {string} */ place, /** @type {string | undefined} */ title = undefined) {
  if (!statSync(place, { throwIfNoEntry: false })) return false
  try {
    const files = Object.entries(JSON.parse(readFileSync(path.join(place, MANIFEST), 'utf8')))
    const lost = files.find(
      ([file, size]) => statSync(path.join(place, file), { throwIfNoEntry: false })?.size !== size,
    )
    if (!lost && files.length > 0) return true
    if (title) say(`${title}: the copy in the cache is damaged (${lost?.[0] ?? 'empty'}), it is made again`)
  } catch {
    if (title) say(`${title}: the copy in the cache is incomplete, it is made again`)
  }
  return false
}

/** Every regular file under a folder with its size in bytes. */
function filesOf(/** @type {string} */ folder) {
  /** @type {Record<string, number>} */
  const files = {}
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const file = path.join(entry.parentPath ?? entry.path, entry.name)
    files[path.relative(folder, file)] = statSync(file).size
  }
  return files
}

/** Removes what killed runs left; the last part of the name is the process that made it. */
function removeLeftovers(/** @type {string} */ name) {
  for (const entry of readdirSync(cacheFolder())) {
    if (!entry.startsWith(`${name}.partial-`)) continue
    if (!lives(Number(entry.split('-').at(-1)))) removeFolder(path.join(cacheFolder(), entry))
  }
}

/** Takes the lock, waiting for another run that holds it. @returns {Promise<() => void>} gives it back */
async function lock(/** @type {string} */ file, /** @type {string} */ title) {
  for (let waited = false; ; waited = true) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' })
      break
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error
    }
    const age = Date.now() - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Date.now())
    if (age > STALE_MS) rmSync(file, { force: true })
    else {
      if (!waited) say(`${title}: another run is setting it up, waiting for it`)
      await new Promise((resolve) => setTimeout(resolve, 250))
    }
  }
  const beat = setInterval(() => {
    try {
      utimesSync(file, new Date(), new Date())
    } catch {
      // Another run took the lock for stale; the rename decides between the two.
    }
  }, 2000)
  const release = () => {
    clearInterval(beat)
    rmSync(file, { force: true })
  }
  const forget = atEnd(release)
  return () => (forget(), release())
}
