import type { Cell } from '../../markdown/grid.ts'
import type { Figure } from '../../report/figure.ts'
import type { Span } from '../../text/span.ts'

/** Where a finding on a cell shows: its visible text, or all the room of a blank cell, so that there is something to see. */
export const cellSpan = ({ span, room }: Cell): Span => (span.start === span.end ? room : span)

export const figureSpan = ({ cell }: Figure): Span => cellSpan(cell)
