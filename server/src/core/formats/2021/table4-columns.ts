import type { ColumnFormat } from '../format.ts'
import { form, units } from './sources.ts'

const measure = { unit: units.cases, kind: 'count' } as const

/** How the cases stood at the end of the year. */
export const columns: readonly ColumnFormat[] = [
  {
    id: 'keep',
    label: '结果维持',
    english: 'Upheld',
    aliases: ['维持', '维持结果', '结果维持数', '维持原行政行为'],
    ...measure,
    definition: {
      zh: '本列计行政行为得到认可的案件：行政复议决定维持、决定驳回行政复议请求，法院判决驳回诉讼请求。申请人、原告撤回和法院裁定驳回起诉的，计入“其他结果”。',
      en: 'This column counts cases in which the act stood: upheld, or the request refused, on reconsideration; the claim dismissed by judgment in court. Withdrawals and suits ruled inadmissible belong to 其他结果.',
    },
    basis: [
      '条例第五十一条',
      '《中华人民共和国行政复议法》（2023年修订）第六十八条',
      '《中华人民共和国行政复议法》（2023年修订）第六十九条',
      '《中华人民共和国行政诉讼法》（2017年修正）第六十九条',
    ],
    mistakes: [
      {
        zh: '把申请人撤回、裁定驳回起诉的案件也计作维持。',
        en: 'Withdrawn cases and suits ruled inadmissible are counted as upheld.',
      },
    ],
    certainty: 'inferred',
  },
  {
    id: 'fix',
    label: '结果纠正',
    english: 'Corrected',
    aliases: ['纠正', '纠错', '结果纠错', '结果纠正数', '被纠正', '被纠错'],
    ...measure,
    definition: {
      zh: '本列计行政行为被撤销、变更、确认违法或者无效，以及行政机关被责令履行职责的案件；部分撤销的也计入。',
      en: 'This column counts cases in which the act was annulled, changed, or declared unlawful or void, or the body was ordered to perform its duty; annulment in part counts too.',
    },
    basis: [
      '条例第五十一条',
      '《中华人民共和国行政复议法》（2023年修订）第六十三条至第六十七条',
      '《中华人民共和国行政诉讼法》（2017年修正）第七十条',
      '《中华人民共和国行政诉讼法》（2017年修正）第七十二条',
      '《中华人民共和国行政诉讼法》（2017年修正）第七十四条',
      '《中华人民共和国行政诉讼法》（2017年修正）第七十五条',
      '《中华人民共和国行政诉讼法》（2017年修正）第七十七条',
    ],
    mistakes: [
      {
        zh: '部分撤销、确认违法但不撤销的没有计入。',
        en: 'Annulments in part, and acts declared unlawful but left standing, are missed.',
      },
    ],
  },
  {
    id: 'other',
    label: '其他结果',
    english: 'Other results',
    aliases: ['其它结果', '其他', '其它', '其他情形', '结果其他'],
    ...measure,
    definition: {
      zh: '本列计既未认可也未纠正行政行为就已结束的案件，如撤回申请或者撤诉、终止、不予受理或者不予立案、裁定驳回起诉、调解结案。',
      en: 'This column counts cases that ended without upholding or correcting the act: withdrawn, discontinued, not accepted, ruled inadmissible, or settled by mediation.',
    },
    basis: [
      '条例第五十一条',
      '《中华人民共和国行政复议法》（2023年修订）第四十一条',
      '《中华人民共和国行政诉讼法》（2017年修正）第六十二条',
    ],
    mistakes: [
      {
        zh: '把尚未审结的案件放进来。',
        en: 'Pending cases are put here.',
      },
    ],
    certainty: 'inferred',
  },
  {
    id: 'pending',
    label: '尚未审结',
    english: 'Pending',
    aliases: ['未审结', '尚未办结', '尚未结案', '尚未审结数', '未结案', '未办结'],
    ...measure,
    definition: {
      zh: '本列计到12月31日还没有结果的案件。',
      en: 'This column counts cases without a result on 31 December.',
    },
    basis: ['条例第五十条第一款第（三）项', form],
    mistakes: [
      {
        zh: '填0，而正文提到还有案件正在审理。',
        en: 'It is 0 while the text mentions cases that are still open.',
      },
      {
        zh: '下一年又当作新案件计，没有说明含上年结转。',
        en: 'Next year they are counted as new, without saying that they were carried over.',
      },
    ],
  },
  {
    id: 'total',
    label: '总计',
    english: 'Total',
    aliases: ['合计', '共计', '总数', '小计'],
    ...measure,
    definition: {
      zh: '本列等于结果维持、结果纠正、其他结果、尚未审结四列之和。',
      en: 'This column is the sum of the four before it: upheld, corrected, other results, pending.',
    },
    basis: ['条例第五十条第一款第（三）项', form],
    mistakes: [
      {
        zh: '前四列有数，总计仍为0。',
        en: 'The columns before it are filled in and the total is still 0.',
      },
      {
        zh: '总计不含尚未审结的案件。',
        en: 'The total leaves out the pending cases.',
      },
    ],
  },
]
