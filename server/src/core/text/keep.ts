/** A pure function of one object that keeps its answer for as long as the object lives. */
export function keep<Of extends object, T>(read: (of: Of) => T): (of: Of) => T {
  const kept = new WeakMap<Of, { readonly value: T }>()
  return (of) => {
    const known = kept.get(of)
    if (known !== undefined) return known.value
    const value = read(of)
    kept.set(of, { value })
    return value
  }
}
