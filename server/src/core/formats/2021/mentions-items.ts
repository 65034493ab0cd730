import type { MentionFormat } from '../mention.ts'

export const caseUnits = ['件', '宗', '起', '份', '条', '次', '例', '件次', '笔', '个', '项', '批', '封']

const t3 = (column: string, ...rows: readonly string[]): readonly string[] => rows.map((row) => `t3.${row}.${column}`)

const denied = ['r05', 'r06', 'r07', 'r08', 'r09', 'r10', 'r11', 'r12']
const unavailable = ['r13', 'r14', 'r15']
const refused = ['r16', 'r17', 'r18', 'r19', 'r20']
const other = ['r21', 'r22', 'r23', 'r21o']
const allResults = ['r03', 'r04', ...denied, ...unavailable, ...refused, ...other]

/** What may be said besides of what became of an application. */
const about = 'application? finish? belong? decision? decide? handle? case?'

const result = (
  id: string,
  rows: readonly string[],
  says: readonly string[],
  none: readonly string[] = [],
): MentionFormat => ({
  id,
  fields: t3('c7', ...rows),
  units: caseUnits,
  says: says.map((it) => `${it} ${about}`),
  none: none.map((it) => `${it} ${about} happen?`),
  topic: 'requests',
  firm: true,
  unlessBefore: ['attribute', 'drill'],
})

const rowsOf: readonly (readonly [id: string, row: string, group: string])[] = [
  ['secret', 'r05', 'deny?'],
  ['banned', 'r06', 'deny?'],
  ['safety', 'r07', 'deny?'],
  ['thirdParty', 'r08', 'deny?'],
  ['internal', 'r09', 'deny?'],
  ['process', 'r10', 'deny?'],
  ['casefile', 'r11', 'deny?'],
  ['query', 'r12', 'deny?'],
  ['missing', 'r13', 'unavailable?'],
  ['make', 'r14', 'unavailable? finish?'],
  ['unclear', 'r15', 'unavailable?'],
  ['petition', 'r16', 'refuse?'],
  ['repeat', 'r17', 'refuse?'],
  ['publication', 'r18', 'refuse?'],
  ['mass', 'r19', 'refuse?'],
  ['confirm', 'r20', 'refuse? kind?'],
  ['late', 'r21', 'otherwise? dropped?'],
  ['unpaid', 'r22', 'otherwise? dropped?'],
]

/** For which applications end so. */
export const reasons = rowsOf.map(([id]) => id)

const reasonsDenied = 'secret? banned? safety? thirdParty? internal? process? casefile? query?'
const reasonsUnavailable = 'missing? make? unclear?'
const reasonsRefused = 'petition? grievance? repeat? publication? mass? confirm?'

/** Every other result: what all of one result denies. */
const except = (...rows: readonly string[]): readonly string[] => allResults.filter((it) => !rows.includes(it))

/** The items that count all applications. */
const wholes = ['new', 'received', 'received-with-carried', 'applications', 'answered', 'handled', 'due']

/** The items that split all applications up by who made them. */
const applicants = ['organisations', 'natural', 'enterprises', 'research', 'charities', 'lawyers', 'units', 'others']

/** The results of handling, single and by group. */
export const resultItems: readonly MentionFormat[] = [
  ...rowsOf.map(([id, row, group]) => ({
    ...result(
      id,
      [row],
      [`${id} ${group} matter?`],
      // 不涉及国家秘密 may be said of anything; only with the result it denies one.
      [
        ...(id === 'unpaid'
          ? ['not notice', 'not unpaid dropped? refuse? happen?']
          : id === 'late'
            ? ['not late dropped? refuse? happen?']
            : []),
        `not ${id} ${group.split(' ')[0]?.replace('?', '') ?? ''}`,
        // The reasons not to handle one are kinds of applications.
        ...(refused.includes(row) ? [`not ${id}`] : []),
      ],
    ),
    knownUnless: ['belong', 'application', 'deny', 'unavailable', 'refuse', 'otherwise', 'dropped'],
  })),
  result('petition-among-reasons', ['r16'], ['belong grievance refuse?', 'grievance refuse'], ['not grievance refuse']),
  {
    ...result('misc', ['r23'], ['else', 'else etc kind? elseKind? undone?']),
    after: ['late', 'unpaid'],
  },
  {
    ...result('open-and-part', ['r03', 'r04'], ['open part openKind?', 'openPart', 'openKind']),
    accepted: [{ fields: t3('c7', 'r03') }],
  },
  result('part', ['r04'], ['part'], ['not part']),
  result('denied', denied, ['deny', `deny etc ${reasonsDenied}`], ['not deny']),
  result('open', ['r03'], ['open']),
  result('unavailable', unavailable, ['unavailable', `unavailable etc ${reasonsUnavailable}`], ['not unavailable']),
  result('refused', refused, ['refuse', `refuse etc ${reasonsRefused}`], ['not refuse']),
  result('other', other, ['otherwise'], ['not otherwise']),
  { ...result('all-open', except('r03'), [], ['all open']), ofAll: wholes },
  { ...result('all-denied', except(...denied), [], ['all deny']), ofAll: wholes },
]

const cells = (column: string, ...rows: readonly string[]): readonly string[] =>
  rows.map((row) => `t4.${row}.${column}`)

const finished = { zh: '已审结的件数，不含尚未审结', en: 'those decided, without those pending' }

const remedyUnits = ['件', '宗', '起', '例', '次', '个', '件次', '案']

/** What may be said besides of a dispute. */
const dispute = 'case? happen? receive? application? handle? finish? put? fresh? propose? decide? decision? belong?'

/** 零复议 and its like. */
const absent: Readonly<Record<string, readonly string[]>> = {
  review: [`noReview ${dispute}`],
  suit: [`noSuit ${dispute}`],
}

const total = (
  id: string,
  rows: readonly string[],
  says: readonly string[],
  none: readonly string[],
  noun: string,
  shareOf: string,
): MentionFormat => ({
  id,
  instead: `发生${noun}{n}件`,
  shareOf,
  fields: cells('total', ...rows),
  units: remedyUnits,
  says: says.map((it) => `${it} ${dispute}`),
  none: none.flatMap((it) => [`not ${it} ${dispute}`, `zero ${it} all? ${dispute}`, ...(absent[it] ?? [])]),
  amid: true,
  accepted: [
    { fields: [...cells('total', ...rows), ...cells('pending', ...rows).map((it) => `-${it}`)], unsaid: finished },
  ],
})

type Kind = { readonly topic: string; readonly rows: readonly string[]; readonly named: string }

const kinds: readonly Kind[] = [
  { topic: 'direct', rows: ['ss1'], named: 'direct? suit? court?' },
  { topic: 'after', rows: ['ss2'], named: 'afterReview? suit? court?' },
  { topic: 'review', rows: ['fy'], named: 'review?' },
  { topic: 'suit', rows: ['ss1', 'ss2'], named: 'suit? court?' },
  { topic: 'remedies', rows: ['fy', 'ss1', 'ss2'], named: 'remedies? review? suit? court?' },
]

const outcomesOf = ({ topic, rows, named }: Kind): readonly MentionFormat[] => {
  const outcome = (
    id: string,
    columns: readonly string[],
    says: readonly string[],
    none: readonly string[] = [],
    rest: Partial<MentionFormat> = {},
  ): MentionFormat => ({
    id: `${topic}-${id}`,
    fields: columns.flatMap((column) => cells(column, ...rows)),
    units: remedyUnits,
    says: says.map((it) => `${it} ${named} closed? ${dispute}`),
    none: none.map((it) => `${it} ${named} ${dispute}`),
    topic,
    amid: true,
    ...rest,
  })
  return [
    outcome('pending', ['pending'], ['pending'], ['all closed', 'all concluded', 'not pending']),
    outcome('decided', ['keep', 'fix', 'other'], ['closed']),
    outcome('keep', ['keep'], ['keep'], ['not keep']),
    outcome('won', ['keep'], ['win', 'win keep'], [], {
      accepted: [{ fields: cells('keep', ...rows).concat(cells('other', ...rows)) }],
    }),
    outcome('fix', ['fix'], ['fix', 'fix fixKind'], ['not fix fixKind? etc?', 'noLoss', 'notAny fix', 'all win']),
    outcome('other', ['other'], ['else', 'elseKind etc', 'else elseKind etc? kind?']),
    {
      ...outcome('here', ['total'], []),
      says: [`receive|happen|case ${dispute}`],
      none: [`not receive|happen ${dispute}`],
      accepted: [
        { fields: [...cells('total', ...rows), ...cells('pending', ...rows).map((it) => `-${it}`)], unsaid: finished },
      ],
    },
    outcome('all-kept', ['fix', 'other', 'pending'], [], ['all keep', 'all keep closed']),
  ]
}

/** Reconsideration and litigation over disclosure. */
export const remedyItems: readonly MentionFormat[] = [
  ...kinds.flatMap(outcomesOf),
  total(
    'remedies-total',
    ['fy', 'ss1', 'ss2'],
    ['remedies', 'review suit court?', 'remedies review|suit'],
    ['remedies', 'review suit court?', 'remedies review', 'remedies suit'],
    '行政复议、行政诉讼案件',
    'remedies',
  ),
  total(
    'direct-total',
    ['ss1'],
    ['direct suit? court?'],
    ['direct suit? court?'],
    '未经复议直接起诉的行政诉讼',
    'suit',
  ),
  total(
    'after-total',
    ['ss2'],
    ['afterReview suit? court? review?'],
    ['afterReview suit? court?'],
    '复议后起诉的行政诉讼',
    'suit',
  ),
  total(
    'suit-total',
    ['ss1', 'ss2'],
    ['suit court?', 'court suit?'],
    ['suit court?', 'court suit?'],
    '行政诉讼',
    'remedies',
  ),
  total('review-total', ['fy'], ['review'], ['review'], '行政复议', 'remedies'),
  {
    ...total('cases-total', ['fy', 'ss1', 'ss2'], [], [], '相关案件', 'remedies'),
    says: ['handle case', 'handle case suit? review?'],
    topic: 'remedies',
  },
]

const documents = ['件', '份', '个', '部', '项', '篇']

const document = (
  id: string,
  row: string,
  column: string,
  says: readonly string[],
  none: readonly string[],
  topic?: string,
): MentionFormat => ({
  id,
  instead: `${{ made: '制发', repealed: '废止', effective: '现行有效' }[column] ?? ''}${row === 'reg' ? '规章' : '行政规范性文件'}{n}件`,
  fields: [`t2.${row}.${column}`],
  units: documents,
  says,
  none,
  ...(topic !== undefined && { topic }),
})

const documentsOf = (row: string, noun: string, topic: string): readonly MentionFormat[] => [
  document(
    `${row}-effective`,
    row,
    'effective',
    [`effective ${noun} file? publish? clean? put?`],
    [`not effective ${noun}`],
  ),
  document(
    `${row}-repealed`,
    row,
    'repealed',
    [`repeal ${noun} file? clean? put? happen?`],
    [`not repeal ${noun} happen?`],
  ),
  document(
    `${row}-made`,
    row,
    'made',
    [
      `issue ${noun} file? vet? fresh? put? finish?`,
      `issueNow ${noun} file? vet? fresh? put? finish? publish? publishing? attribute?`,
      `put ${noun} fresh?`,
      `put issue ${noun}`,
    ],
    [`not issue ${noun} put?`],
  ),
  document(
    `${row}-effective-here`,
    row,
    'effective',
    ['effective file? publish? clean?'],
    ['not effective file?'],
    topic,
  ),
  document(`${row}-repealed-here`, row, 'repealed', ['repeal file? clean?'], ['not repeal file?'], topic),
  document(`${row}-made-here`, row, 'made', ['issue file? fresh? put?', 'put fresh'], ['not issue file?'], topic),
]

const acts: Readonly<Record<string, { readonly row: string; readonly topic: string }>> = {
  licence: { row: 'lic', topic: 'licences' },
  penalty: { row: 'pen', topic: 'penalties' },
  force: { row: 'enf', topic: 'measures' },
}

/** Decisions of a kind, named in the clause or before it. */
const decisions = (sense: string, noun: string): readonly MentionFormat[] => {
  const { row, topic } = acts[sense] ?? { row: sense, topic: sense }
  const item = {
    id: row,
    shareOf: 'acts',
    instead: `作出${noun}决定{n}件`,
    fields: [`t2.${row}.decisions`],
    units: ['件', '宗', '起', '份', '例', '件次'],
    says: [`${sense} decide? handle? finish? decision? approval? etc?`, `${sense} decide|handle|finish case decision?`],
    none: [`not ${sense} decide? handle? decision? case? happen? licence? penalty? force?`],
    // 复议案件12件,其中行政处罚类5件: what the disputes were about.
    unlessBefore: ['review', 'suit', 'remedies', 'direct', 'afterReview', 'anyDispute'],
  }
  return [
    item,
    {
      ...item,
      id: `${row}-here`,
      says: ['decide decision?', 'decision', 'finish decision?'],
      none: [],
      topic,
      near: true,
    },
  ]
}

/** 行政许可、行政处罚决定12件: the decisions of all the kinds that are named. */
const severalDecisions = (senses: readonly string[]): MentionFormat => ({
  id: senses.map((it) => acts[it]?.row ?? it).join('-'),
  fields: senses.map((it) => `t2.${acts[it]?.row ?? it}.decisions`),
  units: ['件', '宗', '起', '份', '例', '件次'],
  says: [`${senses.join(' ')} decide? handle? finish? decision?`],
})

/** Documents, decisions and charges. */
export const actItems: readonly MentionFormat[] = [
  ...documentsOf('reg', 'rules', 'rules'),
  ...documentsOf('doc', 'document', 'documents'),
  {
    id: 'made-or-repealed',
    fields: ['t2.doc.made', 't2.doc.repealed'],
    units: documents,
    says: [],
    none: ['not issue repeal document put? happen?'],
  },
  ...decisions('licence', '行政许可'),
  ...decisions('penalty', '行政处罚'),
  ...decisions('force', '行政强制'),
  ...[
    ['licence', 'penalty', 'force'],
    ['licence', 'penalty'],
    ['licence', 'force'],
    ['penalty', 'force'],
  ].map(severalDecisions),
  {
    id: 'fee',
    instead: '收取行政事业性收费{n}万元',
    fields: ['t2.fee.amount'],
    units: ['万元', '元', '亿元'],
    says: ['charge collect?'],
    none: ['not charge collect? administration?'],
  },
  {
    id: 'fee-here',
    fields: ['t2.fee.amount'],
    units: ['万元', '元', '亿元'],
    says: ['collect'],
    topic: 'charges',
    near: true,
  },
]

const flow = (
  id: string,
  fields: readonly string[],
  says: readonly string[],
  rest: Partial<MentionFormat> = {},
): MentionFormat => ({ id, fields, units: caseUnits, says, topic: 'requests', ...rest })

const flowItems: readonly MentionFormat[] = [
  flow(
    'received-with-carried',
    t3('c7', 'r01', 'r02'),
    [
      'receive application last carry including',
      'fresh last carry application? including?',
      'receive|fresh application? last carry and',
    ],
    { part: false },
  ),
  flow('answered-with-carried', t3('c7', 'r24'), ['finish application? receive? last carry including'], { firm: true }),
  flow(
    'carried-in',
    t3('c7', 'r02'),
    [
      'last carry application? unfinished? handle? finish? receive? including? excluding?',
      'last unfinished application?',
    ],
    {
      none: ['not last carry application? handle? finish? case?'],
      firm: true,
      instead: '上年结转政府信息公开申请{n}件',
    },
  ),
  flow(
    'carried-out',
    t3('c7', 'r25'),
    [
      'carry next application? handle? finish? unfinished? belong?',
      'next handle|finish application?',
      'unfinished application? carry? next?',
    ],
    {
      firm: true,
      none: [
        'not carry next? application? handle? finish?',
        'not next carry application?',
        'not unfinished application?',
      ],
    },
  ),
  flow('all-finished', t3('c7', 'r25'), [], {
    firm: true,
    none: ['all finish application? receive?'],
    ofAll: [...wholes, 'carried-in', ...applicants],
  }),
  // Without a year either may be meant.
  flow('carried', t3('c7', 'r25'), ['carry application? handle? finish? unfinished?'], {
    firm: true,
    accepted: [{ fields: t3('c7', 'r02') }],
  }),
  flow('due', t3('c7', 'r01', 'r02'), ['due application?'], { accepted: [{ fields: t3('c7', 'r24') }] }),
  flow('new', t3('c7', 'r01'), ['fresh application? receive? propose?'], {
    firm: true,
    instead: '收到政府信息公开申请{n}件',
    none: [
      'not receive application put? fresh? propose? happen? case? handle?',
      'not application put? fresh? propose? happen? case?',
      'not fresh application put?',
      'zero application receive? fresh? all?',
      'not natural unit|organisation application propose? receive? fresh?',
    ],
  }),
  flow(
    'answered',
    t3('c7', 'r24'),
    ['finish application? handle? letter? decision? decide? receive?', 'letter finish? application?', 'finish handle'],
    {
      accepted: [
        {
          fields: ['t3.r01.c7', '-t3.r25.c7'],
          unsaid: { zh: '本年新收且已办结的件数', en: 'those both received and finished this year' },
        },
        { fields: t3('c7', 'r01'), unsaid: { zh: '本年新收的件数', en: 'those received this year' } },
      ],
    },
  ),
  flow('handled', t3('c7', 'r24'), ['handle application? receive? case?'], {
    // 收到各类行政复议申请12件,受理10件: of any disputes there are so many.
    unlessBefore: ['anyDispute'],
    accepted: [{ fields: t3('c7', 'r01') }, { fields: t3('c7', 'r01', 'r02') }],
    part: false,
  }),
  flow('received', t3('c7', 'r01'), ['receive application? propose? put?', 'propose application'], {
    unlessBefore: ['anyDispute'],
    accepted: [
      { fields: t3('c7', 'r01', 'r02') },
      { fields: t3('c7', 'r24'), unsaid: { zh: '本年办结的件数', en: 'those finished this year' } },
    ],
    part: false,
  }),
  flow('applications', t3('c7', 'r01'), ['application happen?'], {
    unlessBefore: ['attribute'],
    accepted: [{ fields: t3('c7', 'r01', 'r02') }, { fields: t3('c7', 'r24') }],
    part: false,
  }),
]

const columnsOf = (row: string, columns: readonly string[]): readonly string[] => columns.map((it) => `t3.${row}.${it}`)

const organisations = ['c2', 'c3', 'c4', 'c5', 'c6']

/** By applicant: of what came in this year, with what was carried over, or of what was finished. */
const applicant = (id: string, columns: readonly string[], sense: string): MentionFormat =>
  flow(id, columnsOf('r01', columns), [`${sense} application? fresh? propose? receive? else? happen? etc?`], {
    none: [`not ${sense} application propose? receive? fresh?`],
    unlessWithin: ['carried-in', 'carried-out', 'carried'],
    accepted: [
      { fields: [...columnsOf('r01', columns), ...columnsOf('r02', columns)] },
      { fields: columnsOf('r24', columns) },
      ...(id === 'enterprises'
        ? [
            { fields: columnsOf('r01', organisations) },
            { fields: [...columnsOf('r01', organisations), ...columnsOf('r02', organisations)] },
          ]
        : []),
    ],
  })

export const requestItems: readonly MentionFormat[] = [
  applicant('organisations', organisations, 'organisation'),
  applicant('natural', ['c1'], 'natural'),
  applicant('enterprises', ['c2'], 'enterprise'),
  applicant('research', ['c3'], 'research'),
  applicant('charities', ['c4'], 'charity'),
  applicant('lawyers', ['c5'], 'lawyers'),
  { ...applicant('units', organisations, 'unit'), after: ['natural'] },
  { ...applicant('others', ['c6'], 'else|elseOrganisation'), after: ['lawyers', 'charities'] },
  ...flowItems,
]
