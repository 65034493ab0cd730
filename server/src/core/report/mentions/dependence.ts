import { fieldId, fieldsOf } from '../../formats/field.ts'
import type { Format } from '../../formats/format.ts'
import type { MentionFormat } from '../../formats/mention.ts'
import { relationsOf } from '../../formats/relation.ts'
import type { Section } from '../../markdown/document.ts'
import { keep } from '../../text/keep.ts'
import type { Report } from '../report.ts'
import { readerFor } from './mentions.ts'

type Reader = NonNullable<ReturnType<typeof readerFor>>

/**
 * The fields whose figures decide on what is said of the mentions in a section: those that they speak of, the readings
 * that are accepted, the parts of totals, and the cells beside them from which a number may have been taken.
 */
export function fieldsMentioned(report: Report, section: Section): ReadonlySet<string> {
  const read = readerFor(report)
  return read === undefined ? none : fieldsReader(report.format)(read)(section)
}

const fieldsReader = keep((format: Format) =>
  keep((read: Reader) =>
    keep((section: Section): ReadonlySet<string> => {
      const { counts, shares } = read(section)
      if (counts.length + shares.length === 0) return none
      const all = new Set<string>()
      for (const { item } of [...counts, ...shares]) for (const id of deciding(format)(item)) all.add(id)
      return all
    }),
  ),
)

const none: ReadonlySet<string> = new Set()

const deciding = keep((format: Format) =>
  keep(({ fields, accepted }: MentionFormat): ReadonlySet<string> => {
    const named = [...fields, ...(accepted ?? []).flatMap((it) => it.fields)].map((id) => id.replace(/^-/, ''))
    const beside = named.flatMap((id) => {
      const field = fieldsOf(format).get(id)
      const { table, row, block } = field ?? {}
      return table && row && block ? block.columns.map((column) => fieldId(table.id, row.id, column.id)) : []
    })
    const partsOfAll = (ids: readonly string[]): readonly string[] => ids.flatMap((id) => partsOf(format).get(id) ?? [])
    const own = [...named, ...beside, ...partsOfAll(named)]
    // A blank total beside what is mentioned is what its parts come to.
    return new Set([...own, ...partsOfAll(own)])
  }),
)

/** The fields that totals are the sums of, by total. */
const partsOf = keep((format: Format): ReadonlyMap<string, readonly string[]> => {
  const parts = new Map<string, readonly string[]>()
  for (const { derived, right } of relationsOf(format)) {
    if (derived?.as !== 'total') continue
    parts.set(derived.field, [...(parts.get(derived.field) ?? []), ...right.map(({ field }) => field)])
  }
  return parts
})
