/** What reading a file of a workspace comes to; a file that is clearly no report need not be sent. */
export type FileText =
  { readonly text: string } | { readonly text?: undefined; readonly why: 'unreadable' | 'no-report' }

/** The Markdown files of a workspace, by their URIs, through the client or from the disk. */
export type ReportFiles = {
  /** Those below a folder, without hidden folders and `node_modules`. */
  list(folder: string): Promise<readonly string[]>
  /** Their texts, in the same order; undefined for a file that is not there. */
  read(uris: readonly string[]): Promise<readonly (FileText | undefined)[]>
}

/** A URI as it is compared and resolved: clients do not agree on what they encode. */
export function pathOf(uri: string): string {
  try {
    return decodeURIComponent(uri)
  } catch {
    return uri
  }
}

/** A URI for a path that no client has named. */
export const uriOfPath = (path: string): string => encodeURI(path).replace(/[?#]/g, encodeURIComponent)

export const isMarkdownFile = (path: string): boolean => /\.(?:md|markdown)$/i.test(path)

/** Whether a file lies below a folder where files are looked for: not in a hidden folder, not in `node_modules`. */
export function isBelow(path: string, folder: string): boolean {
  if (!path.startsWith(`${folder}/`)) return false
  const parts = path.slice(folder.length + 1).split('/')
  return !parts.some((it) => it.startsWith('.') || it === 'node_modules')
}

/** An answer of a client, read with care. */
export function readAnswers(value: unknown, count: number): readonly (FileText | undefined)[] {
  const answers: readonly unknown[] = Array.isArray(value) ? value : []
  return Array.from({ length: count }, (_, i): FileText | undefined => {
    const answer = answers[i]
    if (typeof answer !== 'object' || answer === null) return undefined
    if ('text' in answer && typeof answer.text === 'string') return { text: answer.text }
    return { why: 'why' in answer && answer.why === 'no-report' ? 'no-report' : 'unreadable' }
  })
}
