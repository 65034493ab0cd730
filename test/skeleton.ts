import { analyse, type Analysis } from '../server/src/core/analyse.ts'
import { newReport } from '../server/src/core/features/newReport.ts'
import { documentReader } from '../server/src/core/markdown/document.ts'
import { rules } from '../server/src/core/rules/index.ts'
import { defaultSettings, type Settings } from '../server/src/core/settings.ts'

/** A report with nothing but what a new one has: every section and table, all figures 0. */
export const skeleton = newReport({ body: '某某县人民政府', year: 2024 }).text

/** Sections that were read before are not read again, as in an editor. */
const read = documentReader()

export const analysed = (text: string): Analysis => analyse(read(text), defaultSettings)

const silent: Settings = { ...defaultSettings, rules: Object.fromEntries(rules.map(({ code }) => [code, 'off'])) }

/** As `analysed`, without any rule: for tests that look at figures by the thousand. */
export const bound = (text: string): Analysis => analyse(read(text), silent)
