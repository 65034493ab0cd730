/** For each property what works it out from the object's own ones. */
type Lazy<Own, Later> = { readonly [Name in keyof Later]: (own: Own) => Later[Name] }

const prototypes = new WeakMap<object, object>()

/**
 * An object with properties that are worked out when they are first asked for. `later` is one object for all that are
 * made alike: an accessor of its own in each of them would cost more than what it saves, since the engine describes
 * every such object anew and forgets the description late.
 */
export function lazily<Own extends object, Later extends object>(own: Own, later: Lazy<Own, Later>): Own & Later {
  const known = prototypes.get(later)
  const prototype = known ?? prototypeOf(later)
  if (known === undefined) prototypes.set(later, prototype)
  return Object.assign(Object.create(prototype) as Later, own)
}

function prototypeOf<Own extends object, Later extends object>(later: Lazy<Own, Later>): object {
  const prototype = {}
  for (const name of Object.keys(later) as (keyof Later & string)[])
    Object.defineProperty(prototype, name, {
      enumerable: true,
      get(this: Own) {
        const value = later[name](this)
        Object.defineProperty(this, name, { value, enumerable: true })
        return value
      },
    })
  return prototype
}
