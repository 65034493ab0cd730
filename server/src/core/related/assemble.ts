import type { Chosen } from './choose.ts'
import type { Children, OtherReport, Related } from './related.ts'

/**
 * The reports that were chosen, with what is kept of them. What `before` says is taken over as far as it is the same,
 * so that nothing is worked out again for reports that have not changed.
 */
export function assemble(
  { previous, noPrevious, next, children }: Chosen,
  reportAt: (path: string) => OtherReport | undefined,
  before: Related,
): Related {
  const at = (path: string | undefined, old: OtherReport | undefined): OtherReport | undefined => {
    const found = path === undefined ? undefined : reportAt(path)
    return found !== undefined && old !== undefined && isSame(found, old) ? old : found
  }
  const last = at(previous, before.previous)
  const following = at(next, before.next)
  const below: Children | undefined =
    children === undefined
      ? undefined
      : {
          named: children.named,
          bodies: children.paths.flatMap((path, i) => at(path, before.children?.bodies[i]) ?? []),
          lacking: children.lacking,
        }
  const made: Related = {
    ...(last === undefined ? {} : { previous: last }),
    ...(noPrevious === undefined ? {} : { noPrevious }),
    ...(following === undefined ? {} : { next: following }),
    ...(below === undefined
      ? {}
      : { children: before.children !== undefined && areSame(below, before.children) ? before.children : below }),
  }
  const unchanged =
    made.previous === before.previous &&
    made.next === before.next &&
    made.children === before.children &&
    JSON.stringify(made.noPrevious) === JSON.stringify(before.noPrevious)
  return unchanged ? before : made
}

const isSame = (a: OtherReport, b: OtherReport): boolean =>
  a.uri === b.uri && a.name === b.name && a.summary === b.summary

const areSame = (a: Children, b: Children): boolean =>
  a.named === b.named &&
  a.bodies.length === b.bodies.length &&
  a.bodies.every((body, i) => body === b.bodies[i]) &&
  JSON.stringify(a.lacking) === JSON.stringify(b.lacking)
