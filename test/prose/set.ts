/**
 * A set of sentences as reports write them. A sentence may begin with the kinds of bodies that write it (`C` county,
 * `B` bureau, `T` town) and a bar. In braces stands
 * - a figure or a sum of figures, which may be planted wrong: `{new}`, `{a+b+c}`;
 * - the same behind `~`, which is never planted: `{~p}`; `{~300}` is any number up to 300;
 * - a share: `{%open/done}`, with the decimals before it `{%1open/done}`;
 * - what may be planted only on one side: `{a+b+c|<a+b}` becomes less than a+b, `{a|>p}` more than p;
 * - a word: `{Y}` the year, `{P}` the year before, `{N}` the next, `{我}`, `{全}`, `{府}` as the body calls itself.
 */
export type ProseSet = {
  readonly name: string
  /** The share that must be found, where it is not as much as of other sets: what is not understood is passed over. */
  readonly least?: number
  readonly requests: readonly string[]
  readonly results: readonly string[]
  readonly remedies: readonly string[]
  readonly documents: readonly string[]
  readonly acts: readonly string[]
  readonly fees: readonly string[]
  /** Itemised lists and shares of things that no table has. */
  readonly sums: readonly string[]
  /** What is said without a number, and when it is true. */
  readonly claims: readonly Claim[]
  /** Numbers of other things near the same words. */
  readonly others: readonly string[]
}

export type Claim = {
  readonly text: string
  /** Where it stands: with requests, with remedies, with publication or with fees. */
  readonly home: 'requests' | 'remedies' | 'publication' | 'fees'
  readonly holds: (figures: ReadonlyMap<string, number>) => boolean
}
