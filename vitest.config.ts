import { defineConfig } from 'vitest/config'

/** The suites that start the server or the command line as a process of its own, or put something in its place. */
const processes = ['test/cli/**/*.test.ts', 'test/protocol/**/*.test.ts']

// The suites that need a real VS Code run under its own test protocol; see scripts/test.mjs.
const exclude = ['test/editor/**', '**/node_modules/**']

/** No test waits for a time; this only ends what hangs, on a machine that has much else to do. */
const testTimeout = 60_000

export default defineConfig({
  test: {
    // One worker for each core: by default vitest leaves one idle, which on two cores is half of them.
    maxWorkers: '100%',
    projects: [
      {
        // The core keeps no state but memos, so that test files may share its modules.
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: [...exclude, ...processes],
          isolate: false,
          testTimeout,
        },
      },
      { test: { name: 'process', include: processes, exclude, testTimeout } },
    ],
  },
})
