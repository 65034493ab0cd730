import type { Analysis } from '../../analyse.ts'
import { message, type Text } from '../../text/message.ts'
import type { Span } from '../../text/span.ts'
import { canonicalTables } from '../canonicalTable.ts'
import type { CodeAction } from '../codeActions.ts'

/** Rewrites the touched tables into the form's own layout; nothing where they are in it already. */
export function canonicalTable(analysis: Analysis, span: Span): readonly CodeAction[] {
  const { edits, changed, kept } = canonicalTables(analysis, span)
  if (changed === 0) return []
  const title = message(kept.length === 0 ? texts.whole : texts.partly, { kept: kept.length })
  return [{ title, kind: 'refactor.rewrite.zwgk', edits, preferred: false, effect: 'text', problems: [] }]
}

const texts = {
  whole: { zh: '把本表改成规定的表式（数字照抄）', en: 'Put this table into the official layout (figures as written)' },
  partly: {
    zh: '把本表改成规定的表式（数字照抄；{kept} 处归不进去，列在表下）',
    en: 'Put this table into the official layout (figures as written; {kept} texts that fit nowhere go below it)',
  },
} satisfies Readonly<Record<string, Text>>
