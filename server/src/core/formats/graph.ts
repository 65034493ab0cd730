/**
 * Plain data as JSON in which what stands at several places is written once: `{ "$": 3 }` is `shared[3]`. What is
 * shared only refers to what comes before it.
 */
export type Graph = { readonly shared: readonly unknown[]; readonly root: unknown }

/** The data, in which every place of a shared value has the same object. The graph is used up. */
export function fromGraph({ shared, root }: Graph): unknown {
  const known: unknown[] = []
  const resolve = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value
    const record = value as Record<string, unknown>
    const reference = record['$']
    if (typeof reference === 'number') return known[reference]
    for (const key in record) {
      const inner = record[key]
      if (typeof inner === 'object') record[key] = resolve(inner)
    }
    return record
  }
  for (const value of shared) known.push(resolve(value))
  return resolve(root)
}
