import { extension } from './extension.ts'
import type { Start } from './session.ts'

/**
 * Everything but the small entry for Node.js. VS Code for the Web loads an extension from one file, so there this is
 * the entry.
 */
export const { activate, deactivate } = extension(() => import('./client.web.ts'))

/** What the entry for Node.js calls once there is a report. */
export const start: Start = async (context) => (await import('./client.ts')).start(context)
