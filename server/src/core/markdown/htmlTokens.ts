/** A piece of HTML source: `name` is in lower case, `end` behind the closing bracket. */
export type HtmlToken =
  | { readonly kind: 'start'; readonly name: string; readonly start: number; readonly end: number }
  | { readonly kind: 'end'; readonly name: string; readonly start: number; readonly end: number }
  | { readonly kind: 'text' | 'comment'; readonly start: number; readonly end: number }

/** The tags, comments and texts of HTML, as the standard cuts them. A tag that nothing closes ends all. Linear. */
export function* htmlTokens(html: string): Generator<HtmlToken> {
  let textStart = 0
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at)) {
    const token = tokenAt(html, at)
    if (token === 'text') {
      at++
      continue
    }
    if (at > textStart) yield { kind: 'text', start: textStart, end: at }
    if (token === 'nothing more') return
    if (token.kind !== 'nothing') yield token
    at = token.end
    textStart = at
    if (token.kind === 'start' && rawText.test(token.name)) {
      // Its content is no HTML up to its own end tag.
      const close = new RegExp(`</${token.name}(?=[\\t\\n\\f\\r />])`, 'gi')
      close.lastIndex = at
      at = close.exec(html)?.index ?? html.length
    }
  }
  if (textStart < html.length) yield { kind: 'text', start: textStart, end: html.length }
}

const rawText = /^(?:script|style|textarea|title|xmp|iframe|noembed|noframes)$/

type Found = HtmlToken | { readonly kind: 'nothing'; readonly end: number } | 'text' | 'nothing more'

/** What stands at an opening bracket. */
function tokenAt(html: string, start: number): Found {
  const close = html[start + 1] === '/'
  const name = nameAt(html, start + (close ? 2 : 1))
  if (name !== '') {
    const end = behindTag(html, start + (close ? 2 : 1) + name.length)
    return end === undefined ? 'nothing more' : { kind: close ? 'end' : 'start', name: name.toLowerCase(), start, end }
  }
  if (html.startsWith('<!--', start)) return comment(start, behindComment(html, start))
  if (html.startsWith('</>', start)) return { kind: 'nothing', end: start + 3 }
  if (!/[!?/]/.test(html.charAt(start + 1))) return 'text'
  if (close && start + 2 === html.length) return 'text'
  // Declarations, instructions and slips: all up to the next bracket.
  return comment(start, html.indexOf('>', start) + 1 || html.length)
}

const comment = (start: number, end: number): HtmlToken => ({ kind: 'comment', start, end })

function behindComment(html: string, start: number): number {
  // `<!-->` and `<!--->` are whole.
  if (/^-?>/.test(html.slice(start + 4, start + 6))) return html.indexOf('>', start) + 1
  const end = /--!?>/g
  end.lastIndex = start + 4
  return end.test(html) ? end.lastIndex : html.length
}

function nameAt(html: string, at: number): string {
  const name = /[a-z][^\t\n\f\r />]*/iy
  name.lastIndex = at
  return name.exec(html)?.[0] ?? ''
}

/** Behind the bracket that closes a tag; undefined where there is none. */
function behindTag(html: string, at: number): number | undefined {
  for (const { end } of attributesFrom(html, at)) {
    if (end > html.length) return undefined
    at = end
  }
  const close = html.indexOf('>', at)
  return close < 0 ? undefined : close + 1
}

type Attribute = { readonly name: string; readonly value: string; readonly end: number }

/** The attributes of a tag from a place within it. One whose quotes are not closed ends behind the text. */
function* attributesFrom(html: string, from: number): Generator<Attribute> {
  const head = /[\t\n\f\r /]*([^\t\n\f\r />][^\t\n\f\r />=]*)([\t\n\f\r ]*=[\t\n\f\r ]*)?/y
  const bare = /[^\t\n\f\r >]*/y
  for (let at = from; ;) {
    head.lastIndex = at
    const found = head.exec(html)
    if (found === null) return
    at = head.lastIndex
    const name = (found[1] ?? '').toLowerCase()
    const quote = html.charAt(at)
    if (found[2] === undefined) {
      yield { name, value: '', end: at }
    } else if (quote === '"' || quote === "'") {
      const close = html.indexOf(quote, at + 1)
      yield { name, value: html.slice(at + 1, close), end: close < 0 ? html.length + 1 : close + 1 }
      if (close < 0) return
      at = close + 1
    } else {
      bare.lastIndex = at
      const value = bare.exec(html)?.[0] ?? ''
      at += value.length
      yield { name, value, end: at }
    }
  }
}

/** The value of an attribute of the start tag that begins at a place; undefined where it has none of that name. */
export function attributeAt(html: string, start: number, name: string): string | undefined {
  for (const it of attributesFrom(html, start + 1 + nameAt(html, start + 1).length))
    if (it.name === name) return it.value
  return undefined
}
