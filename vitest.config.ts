import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // The suites that need a real VS Code run under its own test protocol; see scripts/test.mjs.
    exclude: ['test/editor/**', '**/node_modules/**'],
  },
})
