/** The value below which so large a share of the values lies. @param {readonly number[]} values @param {number} share */
export function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN
}

/** Three figures that count. @param {number | undefined} value */
export const round = (value) =>
  value === undefined || Number.isNaN(value)
    ? '–'
    : value >= 100
      ? String(Math.round(value))
      : value >= 10
        ? value.toFixed(1)
        : value.toFixed(2)

/**
 * A Markdown table, as it goes into the documentation.
 * @param {readonly string[]} head
 * @param {readonly (readonly string[])[]} rows
 */
export const table = (head, rows) =>
  [head, head.map((_, i) => (i === 0 ? '---' : '--:')), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n')

/**
 * What is wanted of a ratio, and whether it was reached.
 * @typedef {{ what: string, value: number | undefined, must: number, aim?: number, more?: boolean, unit?: string }} Target
 * `more`: larger is better.
 */

/** @param {readonly Target[]} targets */
export const targetTable = (targets) =>
  table(
    ['target', 'measured', 'must', 'aim', ''],
    targets.map(({ what, value, must, aim, more = false, unit = '×' }) => {
      const sign = more ? '≥' : '≤'
      const meets = (/** @type {number} */ limit) => value !== undefined && (more ? value >= limit : value <= limit)
      const verdict =
        value === undefined || Number.isNaN(value)
          ? 'not measured'
          : !meets(must)
            ? '✗'
            : aim !== undefined && meets(aim)
              ? '✓✓'
              : '✓'
      return [
        what,
        `${round(value)}${unit}`,
        `${sign} ${must}${unit}`,
        aim === undefined ? '' : `${sign} ${aim}${unit}`,
        verdict,
      ]
    }),
  )
