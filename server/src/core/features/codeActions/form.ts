import type { PlacedFix, Problem } from '../../check.ts'
import type { Placed } from '../../markdown/document.ts'
import type { Report } from '../../report/report.ts'
import type { BoundTable } from '../../report/table.ts'
import { message } from '../../text/message.ts'
import { shift, type Edit, type Span } from '../../text/span.ts'
import type { CodeAction } from '../codeActions.ts'
import { collide } from './quickFixes.ts'

type FormFix = { readonly problem: Problem; readonly edits: readonly Edit[] }

/**
 * All fixes that change nothing but the way something is written, one a problem, as far as they do not overlap; the
 * rest waits for the next run. They may run on save.
 */
export function fixAllAction(problems: readonly Problem[]): readonly CodeAction[] {
  const fixes = compatible(problems)
  if (fixes.length === 0) return []
  return [
    {
      title: message(
        { zh: '规整全文写法（{count} 处）', en: 'Tidy the writing of the whole report ({count})' },
        { count: fixes.length },
      ),
      kind: 'source.fixAll.zwgk',
      edits: fixes.flatMap((it) => it.edits),
      preferred: false,
      effect: 'form',
      problems: fixes.map((it) => it.problem),
    },
  ]
}

/** Where several figures of a table are ill written and one of them is touched: all of them at once. */
export function writingOfTable(
  report: Report,
  problems: readonly Problem[],
  touched: readonly Problem[],
): readonly CodeAction[] {
  return report.tables.flatMap((table): readonly CodeAction[] => {
    const cells = figureCells(table)
    const fixes = compatible(problems).filter(({ edits }) =>
      edits.every(({ span }) => cells.some((cell) => cell.start <= span.start && span.end <= cell.end)),
    )
    if (fixes.length < 2 || !fixes.some(({ problem }) => touched.includes(problem))) return []
    return [
      {
        title: message(
          { zh: '规整本表全部数字写法（{count} 处）', en: 'Tidy all figures of this table ({count})' },
          { count: fixes.length },
        ),
        kind: 'quickfix',
        edits: fixes.flatMap((it) => it.edits),
        preferred: false,
        effect: 'form',
        problems: fixes.map((it) => it.problem),
      },
    ]
  })
}

const figureCells = ({ at, value }: Placed<BoundTable>): readonly Span[] =>
  [...value.figures.values()].flatMap(({ cell, copies }) => [cell, ...copies]).map(({ room }) => shift(room, at))

/** In the order of the document, so that of two that overlap the first is made. */
function compatible(problems: readonly Problem[]): readonly FormFix[] {
  const taken: FormFix[] = []
  for (const problem of problems) {
    const fix = formFixOf(problem)
    if (fix === undefined || taken.some((it) => it.edits.some((a) => fix.edits.some((b) => collide(a, b))))) continue
    taken.push({ problem, edits: fix.edits })
  }
  return taken
}

const formFixOf = ({ fixes }: Problem): PlacedFix | undefined => {
  const ofForm = fixes.filter(({ effect, edits }) => effect === 'form' && edits.length > 0)
  return ofForm.find(({ preferred }) => preferred === true) ?? ofForm[0]
}
