import { defineConfig } from 'vitest/config'

/** The suites that start the server or the command line as a process of its own, or put something in its place. */
const processes = ['test/cli/**/*.test.ts', 'test/protocol/**/*.test.ts']

// The suites that need a real VS Code run under its own test protocol; see scripts/test.mjs.
const exclude = ['test/editor/**', '**/node_modules/**']

export default defineConfig({
  test: {
    // One worker for each core: by default vitest leaves one idle, which on two cores is half of them.
    maxWorkers: '100%',
    projects: [
      {
        // The core keeps no state but memos, so that test files may share its modules.
        test: { name: 'unit', include: ['test/**/*.test.ts'], exclude: [...exclude, ...processes], isolate: false },
      },
      { test: { name: 'process', include: processes, exclude } },
    ],
  },
})
