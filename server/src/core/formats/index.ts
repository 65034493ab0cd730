import { format2021 } from './2021.ts'
import type { Format } from './format.ts'

/** Every official form that is known, newest first. */
export const formats: readonly Format[] = [format2021]
