/** The languages a user can read; Chinese is the one a report is written in and the default everywhere. */
export type Locale = 'zh-cn' | 'en'

/** One sentence or name in both languages. The compiler refuses one without the other. */
export type Text = { readonly zh: string; readonly en: string }

export type Args = Readonly<Record<string, string | number>>

/** A message that is not yet filled in: which language it is shown in is known only at the edge. */
export type Message = { readonly text: Text; readonly args?: Args }

/** The text in the language asked for. */
export const inLocale = (text: Text, locale: Locale): string => (locale === 'en' ? text.en : text.zh)

const kept = new WeakMap<Message, { readonly locale: Locale; readonly words: string }>()

/** Fills `{name}` in the message's text with its arguments. A name without an argument stays visible as written. */
export function render(message: Message, locale: Locale): string {
  const known = kept.get(message)
  if (known?.locale === locale) return known.words
  const args = message.args ?? {}
  const words = inLocale(message.text, locale).replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = args[name]
    return value === undefined ? whole : String(value)
  })
  kept.set(message, { locale, words })
  return words
}

export const message = (text: Text, args?: Args): Message => (args === undefined ? { text } : { text, args })
