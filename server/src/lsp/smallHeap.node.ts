import { setFlagsFromString } from 'node:v8'

/**
 * Keeps the memory of the process small: what a key leaves behind is little and soon of no use, and the heap need not
 * grow for it. To be imported before anything that fills the heap. `npm run bench` prints what comes of it.
 */
setFlagsFromString('--semi-space-growth-factor=1')
setFlagsFromString('--heap-growing-percent=20')

/**
 * Lets the space for what is new grow after all: a key in a document of thousands of parts leaves behind more than that
 * space holds, and collecting it again and again took a quarter of the time.
 */
export function makeRoom(): void {
  setFlagsFromString('--semi-space-growth-factor=2')
}
