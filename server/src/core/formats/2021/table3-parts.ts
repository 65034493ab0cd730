import { units } from './sources.ts'

/** What every figure of table three is: a count of applications. */
export const measure = { unit: units.applications, kind: 'count' } as const

/** The label of item three, under which all results stand. */
export const results = '三、本年度办理结果'
