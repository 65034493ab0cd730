import { extension } from './extension.ts'

export const { activate, deactivate } = extension(() => import('./client.web.ts'))
