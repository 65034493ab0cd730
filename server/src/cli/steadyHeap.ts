import { setFlagsFromString } from 'node:v8'

/**
 * Keeps the memory of a run over thousands of reports small: what one report leaves behind is of no use for the next,
 * and a heap that may grow to several times of what is alive holds it for long. It costs no time that can be measured
 * (`npm run bench -- --only batch`). To be imported before anything that fills the heap; threads started later are
 * bound by it as well.
 */
setFlagsFromString('--max-semi-space-size=4')
setFlagsFromString('--heap-growing-percent=30')
