export type Element = {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly Element[]
  readonly text: string
}

const token =
  /<\?xml [^<>]*\?>|<(?<end>\/)?(?<name>[a-z-]+)(?<attributes>(?: [a-z]+="[^"<]*")*)(?<empty>\/)?>|(?<text>[^<]+)/y
const allowed = /^[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u
const reference = /&(?:amp|lt|gt|quot|#\d+);/g

/** Reads XML without comments, sections or namespaces. Throws where it is not well-formed. */
export function readXml(text: string): Element {
  if (!allowed.test(text)) throw new Error('a character that XML does not have')
  const root: Open = { name: '', attributes: {}, children: [], text: '' }
  const open = [root]
  token.lastIndex = 0
  while (token.lastIndex < text.length) {
    const from = token.lastIndex
    const groups = token.exec(text)?.groups
    const parent = open.at(-1)
    if (groups === undefined || parent === undefined) throw new Error(`no XML: ${text.slice(from, from + 80)}`)
    if (groups['text'] !== undefined) parent.text += unescape(groups['text'])
    else if (groups['end'] !== undefined) {
      if (parent.name !== groups['name']) throw new Error(`${parent.name} ends as ${groups['name'] ?? ''}`)
      open.pop()
    } else if (groups['name'] !== undefined) {
      const element: Open = {
        name: groups['name'],
        attributes: attributesOf(groups['attributes'] ?? ''),
        children: [],
        text: '',
      }
      parent.children.push(element)
      if (groups['empty'] === undefined) open.push(element)
    }
  }
  const [only, ...more] = root.children
  if (open.length !== 1 || only === undefined || more.length > 0) throw new Error('not one whole element')
  return only
}

type Open = {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: Element[]
  text: string
}

const attributesOf = (text: string): Readonly<Record<string, string>> => {
  const pairs = [...text.matchAll(/ ([a-z]+)="([^"]*)"/g)].map(([, name, value]): [string, string] => [
    name ?? '',
    unescape(value ?? ''),
  ])
  if (new Set(pairs.map(([name]) => name)).size < pairs.length) throw new Error(`an attribute twice: ${text}`)
  return Object.fromEntries(pairs)
}

const characters: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' }

function unescape(text: string): string {
  if (text.replace(reference, '').includes('&')) throw new Error(`an & that stands for nothing: ${text}`)
  return text.replace(reference, (it) => characters[it] ?? String.fromCharCode(Number(it.slice(2, -1))))
}
