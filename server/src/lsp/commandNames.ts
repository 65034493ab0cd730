/** Sets the totals of the table at a place: its arguments are a URI and a position. The lens over a table runs it. */
export const recomputeTable = 'zwgk.recomputeTable'
