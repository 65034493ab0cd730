import { format2008 } from './2008.ts'
import { formatShandong2017 } from './2008-shandong-2017.ts'
import { format2019 } from './2019.ts'
import { format2021 } from './2021.ts'
import type { Format } from './format.ts'

/** Every official form that is known, newest first, and a variant behind the form that it varies. */
export const formats: readonly Format[] = [format2021, format2019, format2008, formatShandong2017]
