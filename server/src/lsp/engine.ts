/**
 * The parts of the core that take time to load, as the server uses them. They are loaded with `import()` once
 * `initialize` has been answered, so that a start never waits for the Markdown parser.
 */
export { analyse, type Analysis } from '../core/analyse.ts'
export { codeActions } from '../core/features/codeActions.ts'
export { completions } from '../core/features/completions.ts'
export { hover } from '../core/features/hover.ts'
export { missingSections } from '../core/features/insertSection.ts'
export { newReport } from '../core/features/newReport.ts'
export { recomputeTotals } from '../core/features/recompute.ts'
export { status } from '../core/features/status.ts'
export { documentReader } from '../core/markdown/document.ts'
