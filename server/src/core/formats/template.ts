/**
 * Text to be filled in: plain pieces and blanks. One template serves new reports, quick fixes and snippets alike.
 * A blank of a figure holds the value it starts with; a blank of prose holds a description of what belongs there.
 */
export type Piece =
  string | { readonly figure: string } | { readonly prose: string } | { readonly value: 'body' | 'year' }

export type Template = readonly Piece[]

/** Reads `{{description}}`, `{body}` and `{year}` in the text of a format. */
export function readTemplate(text: string): Template {
  return text.split(/(\{\{[^{}]*\}\}|\{body\}|\{year\})/).flatMap((part): Template => {
    if (part === '') return []
    if (part === '{body}') return [{ value: 'body' }]
    if (part === '{year}') return [{ value: 'year' }]
    return [part.startsWith('{{') ? { prose: part.slice(2, -2) } : part]
  })
}

export type Values = { readonly body: string; readonly year: string }

/** Plain Markdown; a blank of prose becomes a visible request that cannot be overlooked. */
export const toText = (template: Template, values: Values): string =>
  template
    .map((piece) => {
      if (typeof piece === 'string') return piece
      if ('figure' in piece) return piece.figure
      return 'prose' in piece ? `（请填写：${piece.prose}）` : values[piece.value]
    })
    .join('')

/** The body of an LSP or VS Code snippet; blanks become tab stops, and the same value the same tab stop. */
export function toSnippet(template: Template, values: Values): string {
  const escape = (text: string): string => text.replace(/[\\$}]/g, '\\$&')
  const stops = new Map<string, number>()
  let count = 0
  return template
    .map((piece) => {
      if (typeof piece === 'string') return escape(piece)
      if ('value' in piece) {
        const known = stops.get(piece.value)
        const stop = known ?? ++count
        stops.set(piece.value, stop)
        return known === undefined ? `\${${stop}:${escape(values[piece.value])}}` : `$${stop}`
      }
      return `\${${++count}:${escape('figure' in piece ? piece.figure : piece.prose)}}`
    })
    .join('')
}
