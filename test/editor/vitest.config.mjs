import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ['*.test.mjs'],
    testTimeout: 180_000,
    hookTimeout: 300_000,
    // Everything here works with the one package and the one served VS Code.
    fileParallelism: false,
  },
})
