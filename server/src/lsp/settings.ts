import { parseSettings, type Settings } from '../core/settings.ts'
import { recordOf, type Client } from './client.ts'

export type SettingsSource = {
  /** The settings that hold for a document; folders of one window may differ. */
  of(uri: string): Promise<Settings>
  /** Counts changes, so that an answer can tell under which settings it was given. */
  generation(): number
  /** To be called when the client says that its configuration has changed. */
  changed(configuration: unknown): void
  forget(uri: string): void
}

/**
 * Settings come from the client's configuration where it can be asked, else from `initializationOptions` and
 * `workspace/didChangeConfiguration`. Both may hold the settings themselves or hold them under `zwgk`.
 */
export function settingsSource(
  client: Client,
  options: unknown,
  ask: (uri: string) => Promise<unknown>,
): SettingsSource {
  let shared = parseSettings(sectionOf(options))
  let generation = 0
  const known = new Map<string, Promise<Settings>>()
  return {
    of(uri) {
      if (!client.configuration) return Promise.resolve(shared)
      const settings =
        known.get(uri) ??
        // A client without an answer leaves the user with what it said at the start.
        ask(uri).then(
          (value) => (value === null || value === undefined ? shared : parseSettings(value)),
          () => shared,
        )
      known.set(uri, settings)
      return settings
    },
    generation: () => generation,
    changed(configuration) {
      generation++
      known.clear()
      if (!client.configuration) shared = parseSettings(sectionOf(configuration))
    },
    forget: (uri) => known.delete(uri),
  }
}

const sectionOf = (value: unknown): unknown => recordOf(value)['zwgk'] ?? value
