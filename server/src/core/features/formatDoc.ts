import type {
  BlockFormat,
  ColumnFormat,
  ContentFormat,
  Explained,
  Format,
  RowFormat,
  SectionFormat,
} from '../formats/format.ts'
import { relationsOf } from '../formats/relation.ts'
import { yearlyOf } from '../formats/yearly.ts'
import { sectionTitle } from '../formats/skeleton.ts'
import type { Text } from '../text/message.ts'
import { escapeMarkdown } from './markup.ts'

/** The page that documents one form: its sections, contents, tables with every field, relations and sources. */
export const formatDoc = (format: Format): string =>
  `${[
    ...head(format),
    ...outline(format),
    ...contents(format),
    ...format.tables.flatMap((table) => [
      `## ${table.title}`,
      `*${escapeMarkdown(table.english)}*${table.optional === true ? ' · 可以单独成文发布 / may be published as a file of its own' : ''}`,
      ...explained(table),
      ...table.blocks.flatMap((block) => blockDoc(block, table.blocks.length > 1)),
    ]),
    ...relations(format),
    ...otherReports(format),
    ...notes(format),
  ].join('\n\n')}\n`

/** The page that lists the forms, in the order given. */
export const formatIndex = (formats: readonly Format[]): string =>
  `${[
    '# 格式 / Forms',
    '由各格式的数据生成，不要手工改动。 / Generated from the forms themselves; do not edit.',
    rows(
      ['格式 / Form', '依据 / Basis', '适用的数据年度 / Years', '节 / Sections', '表 / Tables', '勾稽 / Relations'],
      formats.map((format) => [
        `[${format.title.zh}](${format.id}.md)`,
        format.basis,
        yearsOf(format),
        String(format.sections.length),
        String(format.tables.length),
        String(relationsOf(format).length),
      ]),
    ),
  ].join('\n\n')}\n`

function head(format: Format): readonly string[] {
  return [
    `# ${format.title.zh} / ${format.title.en}`,
    '由格式的数据生成，不要手工改动。 / Generated from the form itself; do not edit.',
    [
      `- 标识 / Id: \`${format.id}\`（文首 \`zwgk: { format: "${format.id}" }\` 或者注释 \`<!-- zwgk-format: ${format.id} -->\`）`,
      `- 依据 / Basis: ${format.basis}`,
      `- 条例 / Regulations: ${both(format.law)}`,
      `- 适用的数据年度 / Years of the data: ${yearsOf(format)}`,
      `- 识别特征 / Known by: ${format.fingerprints.map(escapeMarkdown).join('、')}`,
    ].join('\n'),
  ]
}

function yearsOf({ years: { from, to } }: Format): string {
  if (from === undefined) return to === undefined ? '不限 / any' : `至 ${to}`
  return to === undefined ? `${from} 起 / from ${from}` : from === to ? String(from) : `${from}–${to}`
}

function outline(format: Format): readonly string[] {
  const order =
    format.freeOutline === true
      ? '条例规定内容，不规定标题：各节可以有别的标题和顺序，也可以与其他节并列。 / The regulation names contents, not titles: sections may bear other titles and stand in any order, among others.'
      : '各节依此顺序。 / The sections stand in this order.'
  return ['## 章节 / Sections', order, ...format.sections.flatMap((section) => sectionDoc(section, format))]
}

function sectionDoc(section: SectionFormat, format: Format): readonly string[] {
  const topics = section.topics.map(
    (topic) =>
      `- **${topic.title}** *${escapeMarkdown(topic.english)}* — ${both(topic.definition)}（${topic.basis.join('、')}）`,
  )
  return [
    `### ${sectionTitle(section, format)}`,
    `*${escapeMarkdown(section.english)}* · ${section.required ? '必备 / required' : '可选 / optional'}`,
    ...explained(section),
    ...(section.aliases.length === 0 ? [] : [`也可写作 / Also: ${section.aliases.map(escapeMarkdown).join('；')}`]),
    ...(topics.length === 0 ? [] : [topics.join('\n')]),
  ]
}

function contents({ contents }: Format): readonly string[] {
  if (contents.length === 0) return []
  return [
    '## 应当写到的内容 / What must be said',
    '单独成节、设小标题或者在正文里写到都可以。 / Under a title of its own or in a sentence anywhere.',
    rows(
      ['内容 / Content', '释义 / Meaning', '依据 / Basis'],
      contents.map((content: ContentFormat) => [
        named(content.title, content.english) + (content.recommended === true ? '（可以不写 / may be left out）' : ''),
        inCell(content.definition),
        content.basis.join('<br>'),
      ]),
    ),
  ]
}

function blockDoc(block: BlockFormat, several: boolean): readonly string[] {
  const heads = ['释义 / Meaning', '单位 / Unit', '依据 / Basis', '常见填错 / Common mistakes']
  const groups = block.groups.map((group) => `- **${escapeMarkdown(group.label)}** — ${both(group.definition)}`)
  return [
    ...(several && block.head !== undefined ? [`### ${block.head}`] : []),
    rows(
      ['列 / Column', ...heads],
      block.columns.map((column) => fieldRow(column, column.label, column.group)),
    ),
    ...(groups.length === 0 ? [] : [groups.join('\n')]),
    rows(
      ['行 / Row', ...heads],
      block.rows.map((row) => fieldRow(row, row.label, row.path.join(' › '))),
    ),
  ]
}

function fieldRow(part: RowFormat | ColumnFormat, label: string, place: string | undefined): readonly string[] {
  const marks = [
    ...('optional' in part ? ['可缺 / may be absent'] : []),
    ...(part.certainty === undefined ? [] : [certainty[part.certainty]]),
  ]
  return [
    [
      ...(place === undefined || place === '' ? [] : [`<small>${escapeMarkdown(place)}</small>`]),
      named(label, part.english),
      ...marks.map((mark) => `<small>${mark}</small>`),
    ].join('<br>'),
    inCell(part.definition),
    part.unit?.zh ?? ('openUnits' in part ? (part.openUnits ?? []).join('/') : ''),
    part.basis.join('<br>'),
    part.mistakes.map((mistake) => escapeMarkdown(mistake.zh)).join('<br>'),
  ]
}

const severities = { error: '错误', warning: '警告', information: '信息', hint: '提示' } as const

function relations(format: Format): readonly string[] {
  if (format.relations.length === 0) return []
  const all = relationsOf(format)
  return [
    `## 勾稽关系 / Relations（${all.length}）`,
    rows(
      ['关系 / Relation', '数量 / Number', '规则 / Rule', '依据 / Basis'],
      format.relations.map((family) => [
        inCell(family.title) +
          (family.notApplicableWhenZero === true ? '<br><small>全为 0 时不适用 / not where all is 0</small>' : ''),
        String(all.filter((it) => it.family === family).length),
        `\`${family.rule}\`${family.severity === undefined ? '' : `（${severities[family.severity]} / ${family.severity}）`}`,
        family.basis,
      ]),
    ),
  ]
}

/** What two years have in common, and which tables add up over several bodies. */
function otherReports(format: Format): readonly string[] {
  const { yearly = [], rollUp, tables } = format
  const summed = tables.filter(({ id }) => rollUp?.tables.includes(id) === true)
  return [
    ...(yearly.length === 0
      ? []
      : [
          `## 与上年报告 / Against last year’s report（${yearlyOf(format).length}）`,
          rows(
            ['关系 / Relation', '数量 / Number', '规则 / Rule', '依据 / Basis'],
            yearly.map((family) => [
              inCell(family.title),
              String(yearlyOf(format).filter((it) => it.family === family).length),
              `\`${family.rule}\`${family.severity === undefined ? '' : `（${severities[family.severity]} / ${family.severity}）`}`,
              family.basis,
            ]),
          ),
        ]),
    ...(summed.length === 0
      ? []
      : [
          '## 与下级报告 / Against the bodies below',
          `汇总表各格等于各单位之和：${summed.map(({ title }) => title).join('；')}。 / Every figure is the sum over all bodies in: ${summed.map(({ english }) => english).join('; ')}.`,
        ]),
  ]
}

const certainty = {
  inferred: '¹',
  'from-memory': '²',
} as const

function notes(format: Format): readonly string[] {
  const parts: readonly Explained[] = format.tables.flatMap((table) =>
    table.blocks.flatMap((block) => [...block.rows, ...block.columns]),
  )
  const used = new Set(parts.flatMap((part) => part.certainty ?? []))
  return [
    ...(used.has('inferred')
      ? [
          '¹ 口径部分由条例和填报实务推得，不是官方填报说明的原文；当地另有说明的，从其说明。 / Partly inferred from the Regulations and from practice; where local instructions differ, follow those.',
        ]
      : []),
    ...(used.has('from-memory')
      ? ['² 尚未与官方文件逐字核对。 / Not checked word by word against the official document.']
      : []),
  ]
}

const explained = ({ definition, basis, mistakes }: Explained): readonly string[] => [
  both(definition),
  `依据 / Basis: ${basis.map(escapeMarkdown).join('；')}`,
  ...(mistakes.length === 0
    ? []
    : [`常见填错 / Common mistakes:\n\n${mistakes.map((mistake) => `- ${both(mistake)}`).join('\n')}`]),
]

const both = ({ zh, en }: Text): string => `${escapeMarkdown(zh)} / ${escapeMarkdown(en)}`

const inCell = ({ zh, en }: Text): string => `${escapeMarkdown(zh)}<br>${escapeMarkdown(en)}`

const named = (label: string, english: string): string => `**${escapeMarkdown(label)}**<br>*${escapeMarkdown(english)}*`

const rows = (header: readonly string[], body: readonly (readonly string[])[]): string =>
  [header, header.map(() => '---'), ...body].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
