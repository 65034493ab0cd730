import type { ParagraphFormat } from '../paragraph.ts'

const results = (...rows: readonly string[]): readonly string[] => rows.map((row) => `t3.${row}.c7`)

const received = (...columns: readonly string[]): readonly string[] => columns.map((column) => `t3.r01.${column}`)

/** What 总体情况 says of applications and of the cases that they led to, from tables three and four. */
export const paragraphs: readonly ParagraphFormat[] = [
  {
    id: 'on-application',
    title: { zh: '依申请公开', en: 'disclosure on application' },
    topic: 's1.2',
    names: {
      本年新收: received('c7'),
      自然人: received('c1'),
      法人或其他组织: received('c2', 'c3', 'c4', 'c5', 'c6'),
      商业企业: received('c2'),
      科研机构: received('c3'),
      社会公益组织: received('c4'),
      法律服务机构: received('c5'),
      上年结转: results('r02'),
      办结: results('r24'),
      结转下年度: results('r25'),
      予以公开: results('r03'),
      部分公开: results('r04'),
      不予公开: results('r05', 'r06', 'r07', 'r08', 'r09', 'r10', 'r11', 'r12'),
      无法提供: results('r13', 'r14', 'r15'),
      不予处理: results('r16', 'r17', 'r18', 'r19', 'r20'),
      其他处理: results('r21', 'r22', 'r23', 'r21o'),
    },
    template: [
      '{年度}年，[新收政府信息公开申请{本年新收}件',
      '[{法人或其他组织}?[{自然人}?，其中自然人{自然人}件、法人或其他组织{法人或其他组织}件|，均由法人或其他组织提出]|，均由自然人提出]',
      '|未收到政府信息公开申请][；上年结转{上年结转}件]。',
      '[[全年办结{办结}件，办理结果为[予以公开{予以公开}件、][部分公开{部分公开}件、][不予公开{不予公开}件、]',
      '[无法提供{无法提供}件、][不予处理{不予处理}件、][其他处理{其他处理}件、]][；结转下年度继续办理{结转下年度}件]。]',
      '[因政府信息公开工作[被申请行政复议{行政复议}件（[结果维持{行政复议·结果维持}件、][结果纠正{行政复议·结果纠正}件、]',
      '[其他结果{行政复议·其他结果}件、][尚未审结{行政复议·尚未审结}件、]）|未被申请行政复议]，',
      '[被提起行政诉讼{行政诉讼}件（[结果维持{行政诉讼·结果维持}件、][结果纠正{行政诉讼·结果纠正}件、]',
      '[其他结果{行政诉讼·其他结果}件、][尚未审结{行政诉讼·尚未审结}件、]）|未被提起行政诉讼]。',
      '|未发生因政府信息公开工作被申请行政复议、提起行政诉讼的情况。]',
    ].join(''),
  },
]
