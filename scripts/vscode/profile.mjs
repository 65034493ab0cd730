import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { inRoot } from '../lib/paths.mjs'
import { temporary } from '../lib/temporary.mjs'

/** What a quiet VS Code needs: no questions, no telemetry, no AI, no network. Nothing here changes the extension. */
const settings = {
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'git.enabled': false,
  'editor.minimap.enabled': false,
  // In this font a Chinese character is as wide as two digits, so the columns of a table stand under each other.
  'editor.fontFamily': "'Noto Sans Mono CJK SC', 'Sarasa Mono SC', 'NSimSun', monospace",
}

/**
 * Makes a profile of its own for one run, with a copy of the samples as workspace, so that nothing a user types in the
 * sample reaches the checkout. It goes when the run ends.
 * @param {Readonly<Record<string, unknown>>} [more] further settings
 */
export function makeProfile(more = {}) {
  const { folder, remove } = temporary('zwgk')
  mkdirSync(path.join(folder, 'User'))
  writeFileSync(path.join(folder, 'User', 'settings.json'), JSON.stringify({ ...settings, ...more }, null, 2))
  const workspace = path.join(folder, 'samples')
  cpSync(inRoot('samples'), workspace, { recursive: true })
  return { folder, workspace, remove }
}

/** The sample report that `npm start` and the tests open. */
export const sampleName = '2025年政府信息公开工作年度报告.md'
