import { characterEntitiesHtml4 } from 'character-entities-html4'

/**
 * The character that a name stands for in HTML, as `nbsp` in `&nbsp;`: the names of HTML 4 and those of ASCII, which
 * converters write. The two thousand names that HTML 5 has besides are of no report. Undefined where there is no such.
 */
export function namedCharacter(name: string): string | undefined {
  const at = names.indexOf(name)
  if (at >= 0) return characters[at]
  return Object.hasOwn(characterEntitiesHtml4, name) ? characterEntitiesHtml4[name] : undefined
}

/** Those that HTML 4 lacks or has changed since. */
const names = (
  'Tab NewLine excl num dollar percnt apos lpar rpar ast plus comma period sol colon semi equals quest commat lsqb ' +
  'lbrack bsol rsqb rbrack Hat lowbar grave lcub lbrace verbar vert rcub rbrace lang rang'
).split(' ')
const characters = "\t\n!#$%'()*+,./:;=?@[[\\]]^_`{{||}}⟨⟩"
