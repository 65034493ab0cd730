import { contents } from './2008/contents.ts'
import { relations } from './2008/relations.ts'
import { sections } from './2008/sections.ts'
import { form } from './2008/sources.ts'
import { table } from './2008/table.ts'
import type { Format } from './format.ts'

/** The form of the first regulation: six contents in words and, since the reports on 2014, one table. */
export const format2008: Format = {
  id: '2008',
  title: { zh: '2008年格式', en: 'Form of 2008' },
  basis: form,
  law: {
    zh: '《中华人民共和国政府信息公开条例》（2007年公布，国务院令第492号）',
    en: 'Regulations of the People’s Republic of China on the Disclosure of Government Information (2007, State Council Order No. 492)',
  },
  years: { from: 2008, to: 2018 },
  fingerprints: [
    '收到申请数',
    '申请办结数',
    '申请答复数',
    '同意部分公开答复数',
    '不属于本行政机关公开数',
    '告知作出更改补充数',
    '维持具体行政行为数',
    '从事政府信息公开工作人员数',
  ],
  reportTitle: '{body}{year}年政府信息公开工作年度报告',
  preamble: [
    '本报告根据《中华人民共和国政府信息公开条例》的要求编制，全文包括概述，主动公开政府信息情况，依申请公开和不予公开政府信息情况，政府信息公开的收费及减免情况，因政府信息公开申请行政复议、提起行政诉讼的情况，政府信息公开工作存在的主要问题及改进情况，其他需要报告的事项，并附统计表。',
    '本报告所列数据的统计期限为{year}年1月1日至{year}年12月31日。本报告电子版可在{{网站名称和网址}}查阅、下载。如对本报告有疑问，请联系{{机构名称}}（地址：{{地址}}；邮编：{{邮编}}；电话：{{电话}}；电子邮箱：{{电子邮箱}}）。',
  ],
  sections,
  freeOutline: true,
  contents,
  tables: [table],
  relations,
}
