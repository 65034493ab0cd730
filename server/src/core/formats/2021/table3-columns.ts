import type { ColumnFormat } from '../format.ts'
import { form } from './sources.ts'
import { measure } from './table3-parts.ts'

const group = '法人或其他组织'

/** Who applied. Neither the regulation nor the labels define the kinds of organisation, hence `inferred`. */
export const columns: readonly ColumnFormat[] = [
  {
    id: 'c1',
    label: '自然人',
    english: 'Natural persons',
    aliases: ['个人', '公民'],
    ...measure,
    definition: {
      zh: '本列计以个人名义提出的申请。委托他人代办的，按申请人本人归类。',
      en: 'This column counts applications by individuals. One filed through an agent follows the applicant, not the agent.',
    },
    basis: ['条例第二十七条', form],
    mistakes: [
      {
        zh: '个人委托律师提出的，误计入“法律服务机构”。',
        en: 'An individual’s application filed by a lawyer is counted under legal service institutions.',
      },
    ],
    certainty: 'inferred',
  },
  {
    id: 'c2',
    label: '商业企业',
    english: 'Businesses',
    aliases: ['企业', '工商企业', '商业企业类'],
    group,
    ...measure,
    definition: {
      zh: '本列计以营利为目的的法人和非法人组织提出的申请。个体工商户按哪一类计，各年应当一致。',
      en: 'This column counts applications by profit-making organisations, incorporated or not. Whichever way sole traders are classed, it should not change from year to year.',
    },
    basis: ['条例第二十七条', form],
    mistakes: [
      {
        zh: '个体工商户有的年份计入自然人，有的年份计入商业企业。',
        en: 'Sole traders count as individuals in one year and as businesses in the next.',
      },
    ],
    certainty: 'inferred',
  },
  {
    id: 'c3',
    label: '科研机构',
    english: 'Research institutions',
    aliases: ['科研单位', '科研院所'],
    group,
    ...measure,
    definition: {
      zh: '本列计高等学校、研究院所等以本单位名义提出的申请。其中的人员以个人名义提出的，计入自然人。',
      en: 'This column counts applications by universities and research institutes in their own name. Their staff and students applying for themselves are natural persons.',
    },
    basis: ['条例第二十七条', form],
    mistakes: [
      {
        zh: '教师、学生以个人名义提出的计入本列。',
        en: 'Teachers and students applying for themselves are counted here.',
      },
    ],
    certainty: 'inferred',
  },
  {
    id: 'c4',
    label: '社会公益组织',
    english: 'Public-benefit organisations',
    aliases: ['社会公益', '公益组织', '社会公益机构', '社会公益类组织'],
    group,
    ...measure,
    definition: {
      zh: '本列计基金会、社会团体、社会服务机构（民办非企业单位）等公益性组织提出的申请。',
      en: 'This column counts applications by foundations, associations, social-service bodies and other organisations for public benefit.',
    },
    basis: ['条例第二十七条', form],
    mistakes: [
      {
        zh: '与“其他”混用，同一组织各年归类不同。',
        en: 'It is mixed up with 其他, and one organisation is classed differently from year to year.',
      },
    ],
    certainty: 'inferred',
  },
  {
    id: 'c5',
    label: '法律服务机构',
    english: 'Legal service institutions',
    aliases: ['法律服务', '法律服务组织', '法律服务单位'],
    group,
    ...measure,
    definition: {
      zh: '本列计律师事务所、公证机构、基层法律服务所等以自己名义提出的申请。受当事人委托、以当事人名义提出的，按当事人归类。',
      en: 'This column counts applications by law firms, notaries and grassroots legal-service offices in their own name. Those filed in a client’s name follow the client.',
    },
    basis: ['条例第二十七条', form],
    mistakes: [
      {
        zh: '凡是律师经手的申请都计入本列。',
        en: 'Every application a lawyer handled is counted here.',
      },
    ],
    certainty: 'inferred',
  },
  {
    id: 'c6',
    label: '其他',
    english: 'Other organisations',
    aliases: ['其它', '他其', '其他组织', '其他法人或组织', '其他法人或其他组织'],
    group,
    ...measure,
    definition: {
      zh: '本列计前四类以外的法人或者其他组织提出的申请，如村（居）民委员会、业主委员会、事业单位。自然人不计入本列。',
      en: 'This column counts applications by organisations outside the four kinds before it, such as village and residents’ committees, owners’ committees and public institutions. Natural persons never belong here.',
    },
    basis: ['条例第二十七条', form],
    mistakes: [
      {
        zh: '把难以归类的自然人放进本列。',
        en: 'Individuals who are hard to classify are put here.',
      },
    ],
    certainty: 'inferred',
  },
  {
    id: 'c7',
    label: '总计',
    english: 'Total',
    aliases: ['合计', '共计', '总数'],
    ...measure,
    definition: {
      zh: '本列等于自然人和法人或其他组织五类之和，即前六列之和。',
      en: 'This column is the sum of natural persons and the five kinds of organisations, that is, of the six columns before it.',
    },
    basis: [form],
    mistakes: [
      {
        zh: '整列留空，或者改了分项没有改总计。',
        en: 'The column is left blank, or not changed when a part is.',
      },
    ],
  },
]
