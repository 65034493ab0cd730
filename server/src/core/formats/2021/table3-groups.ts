import type { GroupFormat } from '../format.ts'

/** The labels of table three that hold rows or columns together. */
export const groups: readonly GroupFormat[] = [
  {
    label: '法人或其他组织',
    english: 'Legal persons and other organisations',
    aliases: ['法人或者其他组织', '法人及其他组织', '法人和其他组织'],
    definition: {
      zh: '自然人以外的申请人，分商业企业、科研机构、社会公益组织、法律服务机构、其他五类，各成一列。',
      en: 'Applicants other than natural persons, in five columns: businesses, research institutions, public-benefit organisations, legal service institutions, others.',
    },
    basis: ['条例第二十七条', '国办公开办函〔2021〕30号'],
    mistakes: [],
  },
  {
    label: '三、本年度办理结果',
    english: 'Results this year',
    aliases: ['本年办理结果', '办理结果'],
    definition: {
      zh: '本年办理完毕的申请按结果分列，一件只计一种结果；包括上年结转、本年办结的。',
      en: 'Applications finished this year by result, one result each; those carried over from last year and finished now are included.',
    },
    basis: ['条例第三十六条', '国办公开办函〔2021〕30号'],
    mistakes: [],
  },
  {
    label: '（三）不予公开',
    english: 'Withheld',
    aliases: ['不予公开'],
    definition: {
      zh: '依照条例决定全部不予公开并说明理由的，按理由分八行；只有一部分不公开的计入“（二）部分公开”。',
      en: 'Refused in full with reasons given, in eight rows by reason; where only a part is withheld it counts under （二）部分公开.',
    },
    basis: ['条例第十四条', '条例第十五条', '条例第十六条', '条例第三十六条第（三）项'],
    mistakes: [],
  },
  {
    label: '（四）无法提供',
    english: 'Cannot be provided',
    aliases: ['无法提供'],
    definition: {
      zh: '不是不愿公开，而是没有可以提供的信息或者不知道要提供哪一项，按原因分三行。',
      en: 'Nothing is withheld; there is no such information to give, or it is not clear which is wanted. Three rows by cause.',
    },
    basis: ['条例第三十六条第（四）项', '条例第三十六条第（五）项', '条例第三十八条', '条例第三十条'],
    mistakes: [],
  },
  {
    label: '（五）不予处理',
    english: 'Not processed',
    aliases: ['不予处理'],
    definition: {
      zh: '形式上是政府信息公开申请，但依条例不作为申请处理、不重复处理或者因明显超过合理范围而不处理的，按情形分五行。',
      en: 'Applications in form that by the Regulations are not handled as such, not handled again, or not handled because they are clearly excessive. Five rows by case.',
    },
    basis: ['条例第三十五条', '条例第三十六条第（六）项', '条例第三十九条'],
    mistakes: [],
  },
  {
    label: '（六）其他处理',
    english: 'Otherwise handled',
    aliases: ['其他处理'],
    definition: {
      zh: '没有作出上述答复而办结的，分逾期不补正、逾期不缴费、其他三行；2019年格式只有一行。',
      en: 'Closed without any answer of the kinds above: not corrected in time, fee not paid in time, other. The 2019 form had a single row.',
    },
    basis: ['条例第三十条', '条例第四十二条第一款', '国办公开办函〔2021〕30号'],
    mistakes: [],
  },
]
