import { documentBlock } from './2019/table2-documents.ts'
import { actBlocks } from './2019/table2-acts.ts'
import { mattersYearly, table2Relations } from './2019/relations.ts'
import { form, sources } from './2019/sources.ts'
import { format2021 } from './2021.ts'
import { measure, results } from './2021/table3-parts.ts'
import { extendFormat, type FormatPatch } from './extend.ts'

/** What the form of 2019 and 2020 did otherwise: table two, one row for all other outcomes, and no fee to report. */
export const patch2019: FormatPatch = {
  extends: '2021',
  form: {
    id: '2019',
    title: { zh: '2019年格式', en: 'Form of 2019' },
    basis: form,
    years: { from: 2019, to: 2020 },
    fingerprints: [
      '本年新制作数量',
      '本年新公开数量',
      '对外公开总数量',
      '上一年项目数量',
      '本年增/减',
      '采购项目数量',
      '采购总金额',
      '其他对外管理服务事项',
      '政府集中采购',
    ],
    preamble: [
      '根据《中华人民共和国政府信息公开条例》（国务院令第711号）和《国务院办公厅政府信息与政务公开办公室关于政府信息公开工作年度报告有关事项的通知》（国办公开办函〔2019〕60号），{body}编制本报告。全文包括总体情况，主动公开政府信息情况，收到和处理政府信息公开申请情况，政府信息公开行政复议、行政诉讼情况，政府信息公开工作存在的主要问题及改进情况，其他需要报告的事项。',
      '本报告所列数据的统计期限为{year}年1月1日至{year}年12月31日。本报告电子版可在{{网站名称和网址}}查阅、下载。如对本报告有疑问，请联系{{机构名称}}（地址：{{地址}}；邮编：{{邮编}}；电话：{{电话}}；电子邮箱：{{电子邮箱}}）。',
    ],
  },
  sources,
  sections: {
    change: {
      s1: {
        definition: {
          zh: '综述本机关本年落实条例的情况，一般从主动公开、依申请公开、政府信息管理、平台建设、监督保障几个方面写。各级人民政府还要写工作考核、社会评议和责任追究结果。',
          en: 'A survey of how the body carried out the Regulations this year, as a rule by proactive disclosure, applications, information management, platforms, and supervision. A people’s government adds the results of appraisal, public review and accountability.',
        },
        mistakes: [
          { zh: '沿用上一年的文字，只改年份。', en: 'Last year’s text is kept and only the year is changed.' },
        ],
        certainty: 'inferred',
      },
      s2: {
        definition: {
          zh: '用表格报告条例第二十条第（一）、（五）、（六）、（八）、（九）项所列的规章和规范性文件、行政许可和其他对外管理服务事项、行政处罚和行政强制、行政事业性收费、政府集中采购。五组都要列出，没有的填0。',
          en: 'The table on what article 20, items (1), (5), (6), (8) and (9) name: rules and normative documents, licences and other services, penalties and compulsory measures, administrative charges, centralised procurement. All five groups are listed; what there was none of is 0.',
        },
        mistakes: [
          {
            zh: '把网上发布的信息条数当作表中的件数。',
            en: 'The number of items published online is entered as the number of documents or decisions.',
          },
        ],
      },
      s3: {
        mistakes: [
          {
            zh: '第一项加第二项不等于第三项加第四项。',
            en: 'Items one and two together do not equal items three and four together.',
          },
          {
            zh: '没有申请就不列表，只写“未收到申请”。',
            en: 'The table is left out and the text only says that there was no application.',
          },
        ],
      },
      s5: {
        title: '政府信息公开工作存在的主要问题及改进情况',
        aliases: [
          '存在的主要问题及改进情况',
          ...(format2021.sections
            .find(({ id }) => id === 's5')
            ?.aliases.filter((alias) => alias !== '政府信息公开工作存在的主要问题及改进情况') ?? []),
        ],
      },
      s6: {
        template: ['{{其他文件要求在年度报告中报告的事项，没有的写“无”}}'],
        definition: {
          zh: '写前五部分没有写到、又需要向社会报告的事项，没有的写“无”。收取信息处理费的办法自2021年起施行，本格式不要求报告。',
          en: 'What the first five parts do not cover and the public should know; 无 where there is nothing. The fee for processing information came only in 2021 and is not asked for here.',
        },
        basis: ['条例第五十条第一款第（五）项', form],
        mistakes: [],
      },
    },
  },
  contents: { remove: format2021.contents.map(({ id }) => id) },
  tables: {
    change: {
      t2: {
        definition: {
          zh: '按条例第二十条的五个项分为五组，报告文件的件数、事项的项数和增减、处理决定的件数、收费和采购的项数及采购金额。每格都填数，没有的填0。',
          en: 'Five groups, after five items of article 20: counts of documents, numbers of matters and their change, decisions, kinds of charges, projects and amount of procurement. Every cell holds a number; nothing is 0.',
        },
        blocks: [documentBlock, ...actBlocks],
      },
    },
  },
  blocks: {
    't3.requests': {
      rows: {
        remove: ['r21', 'r22', 'r23'],
        add: [
          {
            after: 'r20',
            items: [
              {
                id: 'r21o',
                label: '（六）其他处理',
                english: 'Otherwise handled',
                aliases: ['其它处理', '其他处理情况'],
                path: [results],
                ...measure,
                definition: {
                  zh: '前五类都不能涵盖的办结情形合计，如逾期不补正、申请人撤回；2021年格式把它分成三行。',
                  en: 'All that was closed in a way that the five kinds above do not cover, such as not corrected in time or withdrawn; the form of 2021 splits it into three rows.',
                },
                basis: ['条例第三十条', form],
                mistakes: [
                  {
                    zh: '漏计申请人撤回的件数，造成第三项与第四项之和不足。',
                    en: 'Withdrawn applications are missed, so that items three and four fall short.',
                  },
                ],
                certainty: 'inferred',
              },
            ],
          },
        ],
      },
      groups: { remove: ['（六）其他处理'] },
    },
    't4.remedies': {
      rows: {
        change: {
          ss1: {
            definition: {
              zh: '原告没有先申请行政复议，直接就政府信息公开提起的行政诉讼案件。',
              en: 'Suits on disclosure brought without reconsideration first.',
            },
            basis: [
              '条例第五十一条',
              '《中华人民共和国行政诉讼法》（2017年修正）第四十四条',
              '《中华人民共和国行政诉讼法》（2017年修正）第四十六条',
            ],
            mistakes: [],
          },
        },
      },
    },
  },
  relations: {
    remove: ['t2.stock-doc', 't2.stock-reg'],
    change: {
      't3.column-total': { right: [{ row: 'r03..r21o' }] },
    },
    add: [{ after: 't4.row-total', items: table2Relations }],
  },
  yearly: { add: [{ after: 't3.carried', items: mattersYearly }] },
}

/** The form on trial for the reports on 2019 and 2020. */
export const format2019 = extendFormat(format2021, patch2019)
