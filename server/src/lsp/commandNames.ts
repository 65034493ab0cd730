/** Sets the totals of the table at a place: its arguments are a URI and a position. The lens over a table runs it. */
export const recomputeTable = 'zwgk.recomputeTable'

/** Checks every report of the workspace and answers with a summary. */
export const checkWorkspace = 'zwgk.checkWorkspace'

/** Takes back what the command above has shown. */
export const clearWorkspace = 'zwgk.clearWorkspace'
