import type { RelatedRule, ReportRule, Rule, SectionRule, TableRule, WaiverRule } from '../rules/rule.ts'
import type { Settings } from '../settings.ts'

/** The rules that are switched on, by what they look at, each in the given order. */
export type ActiveRules = {
  readonly rules: readonly Rule[]
  readonly tables: readonly TableRule[]
  readonly sections: readonly SectionRule[]
  readonly reports: readonly ReportRule[]
  readonly related: readonly RelatedRule[]
  readonly waivers: readonly WaiverRule[]
  /** The place of a rule among all, by its slug. */
  readonly rank: ReadonlyMap<string, number>
}

const kept = new WeakMap<Settings, { readonly of: readonly Rule[]; readonly active: ActiveRules }>()

/** One and the same for the same rules and settings. */
export function activeRules(all: readonly Rule[], settings: Settings): ActiveRules {
  const known = kept.get(settings)
  if (known?.of === all) return known.active
  const rules = all.filter((rule) => isActive(rule, settings))
  const active: ActiveRules = {
    rules,
    tables: rules.filter((it) => it.scope === 'table'),
    sections: rules.filter((it) => it.scope === 'section'),
    reports: rules.filter((it) => it.scope === 'report'),
    related: rules.filter((it) => it.scope === 'related'),
    waivers: rules.filter((it) => it.scope === 'waivers'),
    rank: new Map(rules.map(({ code }, i) => [code, i])),
  }
  kept.set(settings, { of: all, active })
  return active
}

/** A rule that runs on request has to be given a level. */
const isActive = ({ code, onRequest }: Rule, { rules }: Settings): boolean =>
  (rules[code] ?? (onRequest === true ? 'off' : undefined)) !== 'off'
