import type { BlockFormat } from '../format.ts'
import { feeMeasures, form, units } from './sources.ts'

const decisionAliases = ['本年处理决定数', '本年处理决定件数', '本年度处理决定数量', '处理决定数量'] as const

/** Licences on the one hand, penalties and compulsory measures on the other: the decisions of the year. */
export const decisionBlocks: readonly BlockFormat[] = [
  {
    id: 'art20-5',
    head: '第二十条第（五）项',
    corner: '信息内容',
    cornerAliases: ['第二十条第（五）项', '条例第二十条第（五）项', '内容', '项目', '类别'],
    groups: [],
    columns: [
      {
        id: 'decisions',
        label: '本年处理决定数量',
        english: 'Decisions this year',
        aliases: decisionAliases,
        unit: units.decisions,
        kind: 'count',
        definition: {
          zh: '本列计本年内对许可申请作出决定的件数，不是许可事项的项数；已经公开的和依法不公开的都计入。',
          en: 'This column counts decisions on licence applications within the year, not kinds of licences; both those published and those lawfully not published count.',
        },
        basis: ['条例第二十条第（五）项', form],
        mistakes: [
          {
            zh: '填成许可事项的项数。',
            en: 'The number of kinds of licences is entered.',
          },
          {
            zh: '只填网上公示的条数。',
            en: 'Only those posted online are counted.',
          },
        ],
        certainty: 'inferred',
      },
    ],
    rows: [
      {
        id: 'lic',
        label: '行政许可',
        english: 'Administrative licences',
        aliases: ['行政许可决定'],
        path: [],
        unit: units.decisions,
        kind: 'count',
        definition: {
          zh: '本机关以自己名义作出的行政许可决定，准予的和不予的都算；备案、公共服务等许可以外的事项不算。',
          en: 'Licensing decisions taken in the body’s own name, grants and refusals alike; filings, public services and other matters that are no licence do not count.',
        },
        basis: ['条例第二十条第（五）项', '《中华人民共和国行政许可法》（2019年修正）第三十八条'],
        mistakes: [
          {
            zh: '许可权已划转审批局的，原部门和审批局重复计；委托或者派驻窗口办理的漏计。',
            en: 'Where licensing has moved to an approval bureau both count it; cases handled by delegation or at a counter are missed.',
          },
        ],
        certainty: 'inferred',
      },
    ],
  },
  {
    id: 'art20-6',
    head: '第二十条第（六）项',
    corner: '信息内容',
    cornerAliases: ['第二十条第（六）项', '条例第二十条第（六）项', '内容', '项目', '类别'],
    groups: [],
    columns: [
      {
        id: 'decisions',
        label: '本年处理决定数量',
        english: 'Decisions this year',
        aliases: decisionAliases,
        unit: units.decisions,
        kind: 'count',
        definition: {
          zh: '本列计本年内作出决定的总件数，以决定作出的日期为准，不以立案或者执行完毕的日期为准；不限于向社会公开的那一部分。',
          en: 'This column counts all decisions taken within the year, by the date of the decision and not of opening or enforcing the case; it is not limited to those made public.',
        },
        basis: ['条例第二十条第（六）项', form],
        mistakes: [
          {
            zh: '把立案数当作决定数。',
            en: 'Cases opened are counted instead of decisions.',
          },
          {
            zh: '填“-”或者留空表示没有。',
            en: 'A dash or a blank stands for none.',
          },
        ],
        certainty: 'inferred',
      },
    ],
    rows: [
      {
        id: 'pen',
        label: '行政处罚',
        english: 'Administrative penalties',
        aliases: ['行政处罚决定'],
        path: [],
        unit: units.decisions,
        kind: 'count',
        definition: {
          zh: '本机关作出的行政处罚决定，当场处罚和按普通程序作出的都算；不予处罚、移送司法机关的不算。',
          en: 'Penalty decisions of the body, both on the spot and by the ordinary procedure; decisions not to punish and referrals to the judiciary do not count.',
        },
        basis: [
          '条例第二十条第（六）项',
          '《中华人民共和国行政处罚法》（2021年修订）第四十八条',
          '《中华人民共和国行政处罚法》（2021年修订）第五十一条',
          '《中华人民共和国行政处罚法》（2021年修订）第五十七条',
        ],
        mistakes: [
          {
            zh: '只填因“具有一定社会影响”而公开的处罚决定。',
            en: 'Only penalties published for their public impact are counted.',
          },
          {
            zh: '正文写的是公示件数，与表中的决定件数不同而没有说明。',
            en: 'The text gives the number posted, which differs from the decisions in the table, without saying so.',
          },
        ],
        certainty: 'inferred',
      },
      {
        id: 'enf',
        label: '行政强制',
        english: 'Compulsory measures and enforcement',
        aliases: ['行政强制决定'],
        path: [],
        unit: units.decisions,
        kind: 'count',
        definition: {
          zh: '本机关作出的行政强制措施决定（如查封、扣押、冻结）和行政强制执行决定（如代履行、加处罚款）。申请人民法院强制执行的不是本机关的强制执行决定。',
          en: 'Decisions on compulsory measures (such as sealing, seizing, freezing) and on the body’s own enforcement (such as performance on behalf, additional fines). Asking a court to enforce is no such decision.',
        },
        basis: [
          '条例第二十条第（六）项',
          '《中华人民共和国行政强制法》第二条',
          '《中华人民共和国行政强制法》第九条',
          '《中华人民共和国行政强制法》第十二条',
        ],
        mistakes: [
          {
            zh: '漏计执法过程中的查封、扣押等措施。',
            en: 'Sealing, seizing and the like in the course of enforcement are missed.',
          },
        ],
        certainty: 'inferred',
      },
    ],
  },
]

/** Administrative charges: the one decimal amount of the form. */
export const chargeBlock: BlockFormat = {
  id: 'art20-8',
  head: '第二十条第（八）项',
  corner: '信息内容',
  cornerAliases: ['第二十条第（八）项', '条例第二十条第（八）项', '内容', '项目', '类别'],
  groups: [],
  columns: [
    {
      id: 'amount',
      label: '本年收费金额（单位：万元）',
      english: 'Amount charged this year (10,000 yuan)',
      aliases: [
        '本年收费金额',
        '本年收费金额（万元）',
        '本年度收费金额（单位：万元）',
        '本年收费总金额（单位：万元）',
        '收费金额（单位：万元）',
        '收费金额（万元）',
        '收费金额',
      ],
      unit: units.tenThousandYuan,
      kind: 'decimal',
      definition: {
        zh: '本列填本年实际收取的金额，以万元为单位，可以有小数；格内只写数字，不再写单位。',
        en: 'This column holds the amount actually received within the year, in units of 10,000 yuan, decimals allowed; the cell holds the number alone, without a unit.',
      },
      basis: ['条例第二十条第（八）项', form],
      mistakes: [
        {
          zh: '按元填，数额大了一万倍。',
          en: 'The amount is in yuan, ten thousand times too large.',
        },
        {
          zh: '填成收费项目的个数。',
          en: 'The number of kinds of charges is entered.',
        },
      ],
    },
  ],
  rows: [
    {
      id: 'fee',
      label: '行政事业性收费',
      english: 'Administrative charges',
      aliases: ['行政事业收费', '行政事业性收费金额'],
      path: [],
      unit: units.tenThousandYuan,
      kind: 'decimal',
      definition: {
        zh: '依法收取的全部行政事业性收费，政府信息公开信息处理费也在其中。政府性基金、罚没收入和经营服务性收费不算。',
        en: 'All administrative charges levied by law, the information-processing fee among them. Government funds, fines and confiscations, and charges for commercial services do not count.',
      },
      basis: ['条例第二十条第（八）项', feeMeasures],
      mistakes: [
        {
          zh: '没有收费就留空。',
          en: 'The cell is left blank because nothing was charged.',
        },
        {
          zh: '第六部分写收取了信息处理费，这里的金额却比它还小。',
          en: 'Part six reports an information-processing fee larger than the amount here.',
        },
      ],
    },
  ],
}
