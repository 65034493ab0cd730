import type { TableFormat } from '../format.ts'
import { form } from './sources.ts'
import { columns } from './table3-columns.ts'
import { groups } from './table3-groups.ts'
import { carriedOver, intake, resultsTotal } from './table3-flow.ts'
import { otherwiseClosed, refusedToProcess } from './table3-not-processed.ts'
import { disclosed, unavailable } from './table3-provided.ts'
import { withheld } from './table3-withheld.ts'

/** Table three: 25 rows by 7 columns, which must balance in both directions. */
export const table3: TableFormat = {
  id: 't3',
  section: 's3',
  title: '收到和处理政府信息公开申请情况表',
  english: 'Table of applications received and handled',
  note: '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）',
  definition: {
    zh: '横向按申请人类型、纵向按收到和办理结果统计政府信息公开申请，单位为件。每行前六列之和等于总计；每列第三项各结果之和等于“（七）总计”，第一项加第二项等于第三项总计加第四项。',
    en: 'Applications by type of applicant (across) and by receipt and result (down), counted in applications. In each row the first six columns make the total; in each column the results under item three make （七）总计, and items one and two equal that total plus item four.',
  },
  basis: ['条例第二十七条', '条例第五十条第一款第（二）项', form],
  mistakes: [
    {
      zh: '一件申请有几种处理就计几件；经区分处理的只应计入“部分公开”。',
      en: 'An application handled in several ways is counted several times; one answered in part counts only under （二）部分公开.',
    },
    {
      zh: '总计列或者总计行手工填写，改了分项没有改总计。',
      en: 'Totals are typed by hand and not changed when a part is.',
    },
  ],
  blocks: [
    {
      id: 'requests',
      corner: '项目',
      cornerAliases: [
        '本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和',
        '类别',
        '内容',
        '指标',
        '事项',
        '情形',
        '办理情况',
        '办理结果',
      ],
      columns,
      groups,
      rows: [
        ...intake,
        ...disclosed,
        ...withheld,
        ...unavailable,
        ...refusedToProcess,
        ...otherwiseClosed,
        resultsTotal,
        carriedOver,
      ],
    },
  ],
}
