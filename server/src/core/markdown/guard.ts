/**
 * Whether a section would take the Markdown parser more than linear time. No report comes near these limits; a file
 * that was pasted by mistake may, and a keystroke must never wait for it. Such a section is left unread.
 */
export function isTooCostly(text: string): boolean {
  const underline = /(?:\n|\r)[ \t]{0,3}(?:-+|=+)[ \t]*(?=[\r\n]|$)/g
  let count = 0
  while (underline.exec(text) !== null) if (++count > 300) return true
  return false
}
