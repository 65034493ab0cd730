/**
 * Whether a section would take the HTML parser more than linear time, or more stack than there is: tags within tags
 * within tags. No report comes near the limit; a file that was pasted by mistake may, and a keystroke must never wait
 * for it. Such a section is left unread.
 */
export function isTooCostly(text: string): boolean {
  if (!/<table[\s>]/i.test(text)) return false
  let depth = 0
  for (const [, close, name = ''] of text.matchAll(/<(\/?)([a-zA-Z][a-zA-Z0-9]*)/g)) {
    if (closedByOthers.test(name)) continue
    depth += close === '/' ? -1 : 1
    if (depth > deepest) return true
    depth = Math.max(0, depth)
  }
  return false
}

const deepest = 100

/** Elements that have no end tag or may leave it out. */
const closedByOthers =
  /^(?:area|base|br|col|colgroup|dd|dt|embed|hr|img|input|li|link|meta|option|p|source|tbody|td|tfoot|th|thead|tr|wbr)$/i
