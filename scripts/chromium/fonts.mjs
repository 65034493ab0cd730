import { runProgram } from '../lib/run.mjs'
import { say } from '../lib/say.mjs'
import { installPackages, mayInstallPackages } from './debian.mjs'

/** Chinese text needs a font: where there is none and packages may be installed, this brings one, else it says so. */
export async function setUpFonts() {
  // Windows and macOS come with Chinese fonts.
  if (process.platform !== 'linux' || (await hasChineseFont())) return
  if (mayInstallPackages) await installPackages(['fontconfig', 'fonts-noto-cjk'])
  if (await hasChineseFont()) return
  say('There is no Chinese font on this machine: the text will show as boxes. Install one, such as fonts-noto-cjk.')
}

async function hasChineseFont() {
  try {
    const { status, output } = await runProgram('fc-list', [':lang=zh', 'family'])
    return status === 0 && output.trim() !== ''
  } catch {
    return false
  }
}
