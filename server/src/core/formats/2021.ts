import { contents } from './2021/contents.ts'
import { ledger } from './2021/ledger.ts'
import { mentions } from './2021/mentions.ts'
import { paragraphs } from './2021/paragraphs.ts'
import { relations } from './2021/relations.ts'
import { sections } from './2021/sections.ts'
import { form } from './2021/sources.ts'
import { table2 } from './2021/table2.ts'
import { table3 } from './2021/table3.ts'
import { table4 } from './2021/table4.ts'
import { rollUp, yearly } from './2021/yearly.ts'
import type { Format } from './format.ts'

/** The form in force since the reports on 2021. */
export const format2021: Format = {
  id: '2021',
  title: { zh: '2021年格式', en: 'Form of 2021' },
  basis: form,
  law: {
    zh: '《中华人民共和国政府信息公开条例》（2019年修订，国务院令第711号）',
    en: 'Regulations of the People’s Republic of China on the Disclosure of Government Information (revised 2019, State Council Order No. 711)',
  },
  years: { from: 2021 },
  fingerprints: [
    '本年制发件数',
    '本年废止件数',
    '现行有效件数',
    '本年处理决定数量',
    '本年收费金额（单位：万元）',
    '申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
    '申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
  ],
  reportTitle: '{body}{year}年政府信息公开工作年度报告',
  preamble: [
    '根据《中华人民共和国政府信息公开条例》（国务院令第711号）和《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号），{body}编制本报告。全文包括总体情况，主动公开政府信息情况，收到和处理政府信息公开申请情况，政府信息公开行政复议、行政诉讼情况，存在的主要问题及改进情况，其他需要报告的事项。',
    '本报告所列数据的统计期限为{year}年1月1日至{year}年12月31日。本报告电子版可在{{网站名称和网址}}查阅、下载。如对本报告有疑问，请联系{{机构名称}}（地址：{{地址}}；邮编：{{邮编}}；电话：{{电话}}；电子邮箱：{{电子邮箱}}）。',
  ],
  sections,
  contents,
  tables: [table2, table3, table4],
  relations,
  succession: {
    sections: { s1: ['o0'], s2: ['o1'], s3: ['o2'], s4: ['o4'], s5: ['o5'], s6: ['o3', 'o6'] },
  },
  yearly,
  rollUp,
  mentions,
  paragraphs,
  ledger,
}
