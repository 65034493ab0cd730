import type { BlockFormat } from '../format.ts'
import { form, units } from './sources.ts'

/** Rules and administrative normative documents: what was made, what was repealed, what stands. */
export const documentBlock: BlockFormat = {
  id: 'art20-1',
  head: '第二十条第（一）项',
  corner: '信息内容',
  cornerAliases: ['第二十条第（一）项', '条例第二十条第（一）项', '内容', '项目', '类别'],
  groups: [],
  columns: [
    {
      id: 'made',
      label: '本年制发件数',
      english: 'Made this year',
      aliases: ['本年制发件数量', '本年制发数量', '本年制发数', '本年度制发件数', '本年制发', '制发件数'],
      unit: units.documents,
      kind: 'count',
      definition: {
        zh: '本列计本年内制定并公布的件数，不问是否在网上公开。几个机关联合制发的由牵头机关计一次；修订后重新公布的如计入，宜括注其中的修订件数。',
        en: 'This column counts those made and promulgated within the year, whether or not they were put online. A joint one is counted once, by the leading body; where revised ones are counted, their number is best added in brackets.',
      },
      basis: ['条例第二十条第（一）项', '条例第十条第三款', form],
      mistakes: [
        {
          zh: '把本年主动公开的文件数当作制发件数。',
          en: 'The number of documents disclosed this year is entered.',
        },
        {
          zh: '正文写了本年出台的件数，表中却填0。',
          en: 'The text names documents issued this year and the cell says 0.',
        },
      ],
      certainty: 'inferred',
    },
    {
      id: 'repealed',
      label: '本年废止件数',
      english: 'Repealed this year',
      aliases: ['本年废止件数量', '本年废止数量', '本年废止数', '本年度废止件数', '本年废止', '废止件数'],
      unit: units.documents,
      kind: 'count',
      definition: {
        zh: '本列计本年内明令废止或者宣布失效的件数，不问是哪一年制定的。有效期届满自然失效的是否计入应前后一致，计入的宜括注。',
        en: 'This column counts those repealed or declared void within the year, whenever they were made. Whether those that merely expired are counted should not change from year to year; if they are, their number is best added in brackets.',
      },
      basis: ['条例第二十条第（一）项', form],
      mistakes: [
        {
          zh: '清理了一批文件，只改“现行有效件数”，没有填废止件数。',
          en: 'After a clear-out only the number in force is changed and the repeals are not entered.',
        },
        {
          zh: '填成历年累计。',
          en: 'The total of all years is entered.',
        },
      ],
      certainty: 'inferred',
    },
    {
      id: 'effective',
      label: '现行有效件数',
      english: 'In force at year’s end',
      aliases: ['现行有效件数（历史累计）', '现行有效件数量', '现行有效数量', '现行有效数', '现行有效'],
      unit: units.documents,
      kind: 'count',
      definition: {
        zh: '本列计截至12月31日仍然有效的总件数，是历年累积的存量，不是本年的增量。一般等于上年现行有效件数加本年制发件数（不含修订）减本年废止件数，不相等的应说明原因。',
        en: 'This column counts all that were in force on 31 December: a stock, not the year’s flow. It is as a rule last year’s number plus those made this year (without revisions) less those repealed; where it is not, the reason should be given.',
      },
      basis: ['条例第二十条第（一）项', form],
      mistakes: [
        {
          zh: '只填本年制发且仍有效的件数。',
          en: 'Only the documents made this year are counted.',
        },
        {
          zh: '与政府网站规章库、行政规范性文件库中的件数不符。',
          en: 'The number differs from the body’s own online collection of rules or documents.',
        },
      ],
    },
  ],
  rows: [
    {
      id: 'reg',
      label: '规章',
      english: 'Rules (guizhang)',
      aliases: ['政府规章', '地方政府规章', '部门规章'],
      path: [],
      unit: units.documents,
      kind: 'count',
      definition: {
        zh: '国务院部门规章和地方政府规章。只有依照立法法有规章制定权的机关（国务院有关部门，省级、设区的市和自治州的人民政府）才可能有数，其他机关填0。',
        en: 'Rules made by departments of the State Council and by local governments. Only bodies that the Legislation Law empowers (certain State Council departments; governments of provinces, of cities divided into districts and of autonomous prefectures) can have any; all others enter 0.',
      },
      basis: [
        '条例第二十条第（一）项',
        '《中华人民共和国立法法》（2023年修正）第九十一条',
        '《中华人民共和国立法法》（2023年修正）第九十三条',
      ],
      mistakes: [
        {
          zh: '县级人民政府、地方政府部门、乡镇和街道没有规章制定权，却填了数。',
          en: 'A county, a local department, a town or a subdistrict, none of which may make rules, enters a number.',
        },
        {
          zh: '把规范性文件或者内部规章制度当作规章。',
          en: 'Normative documents or internal rules are counted as rules.',
        },
      ],
    },
    {
      id: 'doc',
      label: '行政规范性文件',
      english: 'Administrative normative documents',
      aliases: ['规范性文件', '行政规范文件', '规范文件', '行政性规范文件'],
      path: [],
      unit: units.documents,
      kind: 'count',
      definition: {
        zh: '规章以外，行政机关依职权和法定程序制定、公开发布的公文，它影响公众的权利义务，对不特定的人普遍有约束力，并且在一定时期内可以反复适用。内部管理、人事任免、表彰、会议通知、请示批复和一般工作部署不算。',
        en: 'Documents other than rules that a body issues within its powers and by due procedure, which touch the rights and duties of the public, bind in general and are applied again and again for a time. Internal management, appointments, commendations, notices of meetings, requests and replies, and ordinary work plans are none.',
      },
      basis: [
        '条例第二十条第（一）项',
        '《国务院办公厅关于加强行政规范性文件制定和监督管理工作的通知》（国办发〔2018〕37号）',
      ],
      mistakes: [
        {
          zh: '把全部发文或者全部主动公开的文件都当作行政规范性文件。',
          en: 'All documents sent out, or all that were disclosed, are counted.',
        },
        {
          zh: '没有与负责合法性审核、备案的机构核对件数。',
          en: 'The number was not checked with the office that reviews and files such documents.',
        },
      ],
      certainty: 'from-memory',
    },
  ],
}
