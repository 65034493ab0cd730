/**
 * Tells whether a path with `/` between its parts fits the pattern: `*` and `?` within a part, `**` for any number of parts,
 * `{a,b}` for either. A leading `./` counts for nothing.
 */
export function globMatcher(pattern: string): (path: string) => boolean {
  const expression = globExpression(pattern)
  return (path) => expression.test(path)
}

/** Whether a pattern is one, and not simply a path. */
export const isGlob = (pattern: string): boolean => /[*?{]/.test(pattern)

function globExpression(pattern: string): RegExp {
  let depth = 0
  const source = pattern.replace(/^(?:\.\/)+/, '').replace(/\*\*\/|\*\*|[^]/g, (token) => {
    if (token === '**/') return '(?:[^/]+/)*'
    if (token === '**') return '.*'
    if (token === '*') return '[^/]*'
    if (token === '?') return '[^/]'
    if (token === '{') return (depth++, '(?:')
    if (token === '}' && depth > 0) return (depth--, ')')
    if (token === ',' && depth > 0) return '|'
    return token.replace(/[\\^$.|+()[\]{}]/, '\\$&')
  })
  // An unclosed brace stands for itself no longer; it is closed rather than refused.
  return new RegExp(`^${source}${')'.repeat(depth)}$`, 'u')
}
