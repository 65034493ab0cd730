import { ordinalLike, renumber, sectionSeries, topicSeries, type Numbered } from '../report/numbered.ts'
import type { Report } from '../report/report.ts'
import { toChinese } from '../text/ordinal.ts'
import { reportRule, type Finding } from './rule.ts'

type Name = 'next' | 'first' | 'absent' | 'empty' | 'previous' | 'set' | 'setAll'

/** The ordinals of sections, and of topics within a section, follow each other. Legal source: the form, for sections. */
export const sectionNumbering = reportRule<Name>({
  code: 'section-numbering',
  severity: 'warning',
  reads: 'outline',
  messages: {
    next: {
      zh: '“{text}”：序号应为“{expected}”（上一个是“{previous}”），写成了“{found}”',
      en: '“{text}”: the ordinal should be “{expected}” (the one before is “{previous}”), found “{found}”',
    },
    first: {
      zh: '“{text}”：序号应从“{expected}”开始，写成了“{found}”',
      en: '“{text}”: the ordinals should begin with “{expected}”, found “{found}”',
    },
    absent: {
      zh: '“{text}”：应有序号“{expected}”，与其他各节一致，没有写',
      en: '“{text}”: should bear the ordinal “{expected}” as the other sections do; it has none',
    },
    empty: {
      zh: '“{text}”：括号内应有序号，应为“{expected}”，没有写',
      en: '“{text}”: the brackets should hold the ordinal “{expected}”; they are empty',
    },
    previous: { zh: '上一个序号“{previous}”', en: 'The ordinal before, “{previous}”' },
    set: { zh: '序号写作“{expected}”', en: 'Write the ordinal “{expected}”' },
    setAll: {
      zh: '从“{expected}”起依次改正序号（{count} 处）',
      en: 'Renumber from “{expected}” on ({count} ordinals)',
    },
  },
  *check(report) {
    yield* findings(judgeSections(sectionSeries(report), report), report)
    for (const section of report.sections)
      for (const series of topicSeries(report, section)) yield* findings(judgeTopics(series, report), report)
  },
})

/** A title with the value it should have; `wrong` where the series breaks, not where it only goes on from a break. */
type Judged = {
  readonly item: Numbered
  readonly target: number
  readonly wrong: boolean
  readonly previous?: Numbered
}

function judgeSections(series: readonly Numbered[], report: Report): readonly Judged[] {
  const without = series.filter((it) => it.value === undefined).length
  // A report whose titles mostly bear no ordinals does without them.
  if (without >= series.length - without) return []
  const judged: Judged[] = []
  let written = 0
  let due = 0
  let inOrder = true
  for (const item of series) {
    const previous = judged.at(-1)?.item
    const { value, official } = item
    // An annex with a numbering of its own is none of ours.
    if (official === undefined && value === 1 && previous !== undefined) break
    const fits: boolean =
      value !== undefined && (value === due + 1 || value === official || bridged(due, value, previous, item, report))
    const target: number =
      fits && value !== undefined ? value : inOrder && official !== undefined && official > due ? official : due + 1
    judged.push({ item, target, wrong: !fits && value !== written + 1, ...(previous && { previous }) })
    inOrder &&= target === official
    written = value ?? target
    due = target
  }
  return judged
}

function judgeTopics(series: readonly Numbered[], report: Report): readonly Judged[] {
  const judged: Judged[] = []
  let written = 0
  let due = 0
  for (const [i, item] of series.entries()) {
    const { value } = item
    const previous = judged.at(-1)?.item
    // 一 begins another series, unless the next ordinal shows that this was to be the second of the same.
    const restarts = value === 1 && !(due === 1 && series[i + 1]?.value === 3)
    // A lower ordinal may take up an outer list that was left for an inner one.
    const returns = value !== undefined && value < written && value > 1
    const fits: boolean =
      value !== undefined && (restarts || returns || value === due + 1 || bridged(due, value, previous, item, report))
    const target: number = fits && value !== undefined ? value : due + 1
    judged.push({ item, target, wrong: !fits && value !== written + 1, ...(previous && { previous }) })
    written = value ?? target
    due = target
  }
  return judged
}

/** Whether all ordinals between two stand in the text between them, though not where a title would be found. */
function bridged(
  from: number,
  to: number,
  previous: Numbered | undefined,
  { content, mark }: Numbered,
  { document, sections }: Report,
): boolean {
  if (to <= from + 1) return false
  const start = previous?.content.end ?? sections.findLast((it) => it.body.start <= content.start)?.body.start ?? 0
  const between = document.text.slice(start, content.start).normalize('NFKC')
  const bracketed = /[（(]/.test(mark)
  return Array.from({ length: to - from - 1 }, (_, i) => toChinese(from + 1 + i)).every((ordinal) =>
    bracketed ? between.includes(`(${ordinal})`) : new RegExp(`^[#\\s*_]*${ordinal}[、.,]`, 'm').test(between),
  )
}

/** One finding a break. The fix sets right the whole series, as one ordinal cannot be changed without the next. */
function* findings(judged: readonly Judged[], { document }: Report): Generator<Finding<Name>> {
  const model = judged.find(({ item }) => item.value !== undefined && item.mark !== '')?.item.mark ?? '一、'
  const off = judged.filter(({ item, target }) => item.value !== target)
  const edits = off.flatMap(({ item, target }) => renumber(item, target, model, document.text) ?? [])
  const start = off[0]
  for (const { item, target, wrong, previous } of judged) {
    if (!wrong || start === undefined) continue
    const args = {
      text: inBrief(item.text),
      found: item.mark.trim(),
      expected: ordinalLike(item.mark, target, model).trim(),
      previous: previous?.mark.trim() ?? '',
    }
    const message =
      item.mark === '' ? 'absent' : item.value === undefined ? 'empty' : previous === undefined ? 'first' : 'next'
    yield {
      message,
      args,
      span: markSpan(item, document.text),
      ...(message === 'next' && previous !== undefined
        ? { related: [{ message: 'previous' as const, args, span: markSpan(previous, document.text) }] }
        : {}),
      fixes:
        edits.length < off.length
          ? []
          : [
              off.length === 1
                ? { title: 'set' as const, args, edits, effect: 'text' as const, preferred: true as const }
                : {
                    title: 'setAll' as const,
                    args: { expected: ordinalLike(start.item.mark, start.target, model).trim(), count: off.length },
                    edits,
                    effect: 'text' as const,
                  },
            ],
    }
  }
}

/** As much of a line as tells it from others: where titles are run into their text, it goes on for long. */
const inBrief = (text: string): string => (text.length > 30 ? `${text.slice(0, 30)}……` : text)

function markSpan({ content, mark }: Numbered, source: string): Numbered['content'] {
  const found = source.slice(content.start, content.end).indexOf(mark)
  return mark === '' || found < 0
    ? content
    : { start: content.start + found, end: content.start + found + mark.trimEnd().length }
}
