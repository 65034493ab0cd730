import type { Rule } from './rule.ts'

/** Every rule; its slug names its file, its page and its setting. */
export const rules: readonly Rule[] = []
