import type { Analysis } from '../../analyse.ts'
import type { Lacking, OtherReport, Related } from '../../related/related.ts'
import type { Summary } from '../../related/summary.ts'
import { wishesOf, type Bodies } from '../../related/wishes.ts'
import { lackArgs, lackMessages } from '../../rules/shared/lacking.ts'
import { inLocale, render, type Locale } from '../../text/message.ts'
import type { CheckupNode, CheckupState } from '../checkup/node.ts'

/** The reports that the tree shows before the parts of the report itself: last year’s, and those of the bodies below. */
export function otherReportNodes({ related, problems }: Analysis, locale: Locale): readonly CheckupNode[] {
  const { previous, noPrevious, children } = related
  const nodes: CheckupNode[] = []
  if (previous !== undefined) {
    const year = previous.summary.head.year ?? ''
    nodes.push({
      ...reportNode(previous, 'previous', locale),
      label: inLocale({ zh: `上年报告（${year}年）`, en: `Last year’s report (${year})` }, locale),
    })
  }
  if (noPrevious !== undefined)
    nodes.push({
      ...lackingNode(noPrevious, 'previous', locale),
      label: inLocale({ zh: '上年报告', en: 'Last year’s report' }, locale),
    })
  if (children !== undefined) {
    const { bodies, lacking } = children
    const said = problems.some(({ code, severity }) => code === 'roll-up-mismatch' && severity !== 'information')
    nodes.push({
      id: 'bodies',
      kind: 'report',
      label: inLocale({ zh: '下级报告', en: 'Bodies below' }, locale),
      detail: inLocale(
        {
          zh: `${bodies.length} 份${lacking.length === 0 ? '' : ` · 缺 ${lacking.length} 份`}`,
          en: `${bodies.length}${lacking.length === 0 ? '' : ` · ${lacking.length} wanting`}`,
        },
        locale,
      ),
      state: lacking.length > 0 ? 'missing' : said ? 'broken' : 'balanced',
      span: undefined,
      children: [],
      bodiesOf: '',
    })
  }
  return nodes
}

/**
 * The bodies below a report, those with something to look at first. `bodies` are those of the settings: a body that
 * has bodies of its own can be opened in its turn.
 */
export function bodyNodes({ children }: Related, root: string, bodies: Bodies, locale: Locale): readonly CheckupNode[] {
  if (children === undefined) return []
  const nodes = children.bodies.map((body): CheckupNode => {
    const own = { path: body.uri, root, head: body.summary.head }
    const below = wishesOf(own, bodies).children !== undefined
    return { ...reportNode(body, body.uri, locale), ...(below ? { bodiesOf: body.uri } : {}) }
  })
  const isFine = ({ state }: CheckupNode): boolean => state === 'balanced' || state === 'not-applicable'
  return [
    ...children.lacking.map((it, i) => lackingNode(it, `lacking/${i}`, locale)),
    ...nodes.filter((it) => !isFine(it)),
    ...nodes.filter(isFine),
  ]
}

function reportNode({ uri, name, summary }: OtherReport, id: string, locale: Locale): CheckupNode {
  const { relations, sections } = summary
  const total = relations.balanced + relations.broken + relations.unchecked
  const share = `${relations.balanced}/${total}`
  const parts = `${sections.present}/${sections.required}`
  return {
    id,
    kind: 'report',
    label: summary.head.body ?? name,
    detail: inLocale(
      { zh: `勾稽 ${share} · ${parts} 节 · ${name}`, en: `${share} balanced · ${parts} sections · ${name}` },
      locale,
    ),
    state: stateOf(summary),
    span: undefined,
    children: [],
    opens: uri,
  }
}

function stateOf({ relations, sections }: Summary): CheckupState {
  if (relations.broken > 0) return 'broken'
  if (sections.present < sections.required) return 'missing'
  return relations.unchecked > 0 ? 'unchecked' : 'balanced'
}

const lackingNode = (lacking: Lacking, id: string, locale: Locale): CheckupNode => ({
  id,
  kind: 'report',
  label: lacking.name,
  detail: render({ text: lackMessages[lacking.why], args: lackArgs(lacking) }, locale),
  state: 'missing',
  span: undefined,
  children: [],
})
