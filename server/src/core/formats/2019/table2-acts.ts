import { decisionBlocks as later } from '../2021/table2-acts.ts'
import type { BlockFormat, RowFormat } from '../format.ts'
import { form } from './sources.ts'
import { decisions, stock } from './table2-columns.ts'

const corner = '信息内容'
const corners = (item: string): readonly string[] => [
  `第二十条第（${item}）项`,
  `条例第二十条第（${item}）项`,
  '内容',
  '项目',
  '类别',
]

/** The units of these blocks are those of their columns: matters and decisions stand side by side. */
function rowOf(id: string, basis?: readonly string[]): RowFormat {
  const row = later.flatMap(({ rows }) => rows).find((it) => it.id === id)
  if (row === undefined) throw new Error(`the form of 2021 has no row ${id}`)
  const { label, english, aliases, path, definition, certainty } = row
  // That only some penalties are published came with the law of 2021.
  const mistakes = id === 'pen' ? row.mistakes.slice(1) : row.mistakes
  const known = certainty === undefined ? {} : { certainty }
  return { id, label, english, aliases, path, definition, basis: basis ?? row.basis, mistakes, ...known }
}

const otherServices: RowFormat = {
  id: 'svc',
  label: '其他对外管理服务事项',
  english: 'Other public administration and services',
  aliases: ['其它对外管理服务事项', '其他对外管理服务', '对外管理服务事项'],
  path: [],
  definition: {
    zh: '许可以外对外办理的管理和服务事项。是指全部政务服务事项，还是除许可、处罚、强制以外的权力事项，各地口径不一，应前后一致。',
    en: 'Public administration and services other than licensing. Whether all services are meant, or only powers other than licensing, penalties and compulsory measures, differs from place to place and should not change from year to year.',
  },
  basis: ['条例第二十条第（五）项', form],
  mistakes: [{ zh: '与处罚、强制重复计。', en: 'Penalties and compulsory measures are counted here again.' }],
  certainty: 'inferred',
}

const licensing = { zh: '行政许可和其他对外管理服务事项', en: 'licences and other services' } as const
const coercion = { zh: '行政处罚和行政强制', en: 'penalties and compulsory measures' } as const
const charging = { zh: '行政事业性收费', en: 'administrative charges' } as const

/** Licences, penalties, charges and procurement, after four items of article 20. */
export const actBlocks: readonly BlockFormat[] = [
  {
    id: 'art20-5',
    head: '第二十条第（五）项',
    corner,
    cornerAliases: corners('五'),
    groups: [],
    columns: [...stock('五', licensing), decisions('五', licensing)],
    rows: [
      rowOf('lic', ['条例第二十条第（五）项', '《中华人民共和国行政许可法》（2019年修正）第三十八条']),
      otherServices,
    ],
  },
  {
    id: 'art20-6',
    head: '第二十条第（六）项',
    corner,
    cornerAliases: corners('六'),
    groups: [],
    columns: [...stock('六', coercion), decisions('六', coercion)],
    rows: [
      rowOf('pen', [
        '条例第二十条第（六）项',
        '《中华人民共和国行政处罚法》（2017年修正）第三十四条',
        '《中华人民共和国行政处罚法》（2017年修正）第三十八条',
      ]),
      rowOf('enf'),
    ],
  },
  {
    id: 'art20-8',
    head: '第二十条第（八）项',
    corner,
    cornerAliases: corners('八'),
    groups: [],
    columns: stock('八', charging),
    rows: [
      {
        id: 'fee',
        label: '行政事业性收费',
        english: 'Administrative charges',
        aliases: ['行政事业收费', '行政事业性收费项目'],
        path: [],
        definition: {
          zh: '依法收取的行政事业性收费项目。这里报告的是项目的个数，不是金额。',
          en: 'The kinds of administrative charges levied by law. Their number is reported here, not the amount.',
        },
        basis: ['条例第二十条第（八）项', form],
        mistakes: [{ zh: '填成收费金额。', en: 'The amount charged is entered.' }],
      },
    ],
  },
  {
    id: 'art20-9',
    head: '第二十条第（九）项',
    corner,
    cornerAliases: corners('九'),
    groups: [],
    columns: [
      {
        id: 'projects',
        label: '采购项目数量',
        english: 'Procurement projects',
        aliases: ['采购项目数', '采购项目个数', '采购数量'],
        unit: { zh: '个', en: 'projects' },
        kind: 'count',
        definition: {
          zh: '本列计当年实施的集中采购项目的个数，一个项目分几包采购的仍计一个。',
          en: 'This column counts the centralised procurement projects carried out this year; one bought in several lots is one.',
        },
        basis: ['条例第二十条第（九）项', form],
        mistakes: [
          { zh: '填成采购项目的名称，一项占几行。', en: 'The names of the projects are entered, in several rows.' },
        ],
        certainty: 'inferred',
      },
      {
        id: 'amount',
        label: '采购总金额',
        english: 'Amount procured',
        aliases: ['采购金额', '采购总额', '采购合同总金额'],
        openUnits: ['元', '万元', '亿元'],
        kind: 'decimal',
        definition: {
          zh: '本列填上述项目的成交总额。格式没有定单位，应在列名或者格内写明“元”或者“万元”。',
          en: 'This column holds the total price of these projects. The form sets no unit: yuan or 10,000 yuan should be named in the header or in the cell.',
        },
        basis: ['条例第二十条第（九）项', form],
        mistakes: [
          {
            zh: '不写单位，看不出是元还是万元。',
            en: 'No unit is named, so that yuan and 10,000 yuan cannot be told apart.',
          },
        ],
        certainty: 'inferred',
      },
    ],
    rows: [
      {
        id: 'proc',
        label: '政府集中采购',
        english: 'Centralised government procurement',
        aliases: ['集中采购', '政府采购', '政府集中采购项目'],
        path: [],
        definition: {
          zh: '纳入集中采购目录、由本机关作为采购人实施的项目，及其成交金额。',
          en: 'Projects on the list for centralised procurement in which the body is the buyer, and what they cost.',
        },
        basis: ['条例第二十条第（九）项', form],
        mistakes: [
          { zh: '有项目而金额填0，或者相反。', en: 'There are projects and the amount is 0, or the reverse.' },
        ],
        certainty: 'inferred',
      },
    ],
  },
]
