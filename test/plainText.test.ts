import { characterEntitiesHtml4 } from 'character-entities-html4'
import { decodeNamedCharacterReference } from 'decode-named-character-reference'
import { expect, test } from 'vitest'
import { namedCharacter } from '../server/src/core/markdown/characterReference.ts'
import { plainText } from '../server/src/core/markdown/plainText.ts'

test('names stand for what HTML says', () => {
  const ascii =
    'Tab NewLine excl num dollar percnt apos lpar rpar ast plus comma period sol colon semi equals quest commat lsqb ' +
    'lbrack bsol rsqb rbrack Hat lowbar grave lcub lbrace verbar vert rcub rbrace'
  for (const name of [...Object.keys(characterEntitiesHtml4), ...ascii.split(' ')])
    expect([name, namedCharacter(name)]).toEqual([name, decodeNamedCharacterReference(name)])
  for (const name of ['', 'Tab NewLine', 'constructor', 'nosuch', 'NBSP', 'ta'])
    expect(namedCharacter(name)).toBeUndefined()
})

test.each([
  ['甲&nbsp;&amp;&#20057;&#x4e19;&vert;丁', '甲\u00a0&乙丙|丁'],
  ['&nosuch; &#0; &#99999999;', '&nosuch; &#0; &#99999999;'],
  ['**合计**', '合计'],
  ['\\#甲\\|乙', '#甲|乙'],
  ['<b>甲</b><!-- 乙 -->', '甲'],
])('%s is seen as %s', (source, text) => {
  expect(plainText(source)).toBe(text)
})
