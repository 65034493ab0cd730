// By `require`, which takes the CommonJS build of the package: the other one looks for a module of its own by way of
// `import.meta.url`, and a bundle in CommonJS has none.
// eslint-disable-next-line @typescript-eslint/no-require-imports
const tinyglobby = require('tinyglobby') as typeof import('tinyglobby')

export const { glob, globSync, isDynamicPattern } = tinyglobby
