import { extension } from './extension.ts'

export const { activate, deactivate } = extension(() => import('./languageClient.ts'))
