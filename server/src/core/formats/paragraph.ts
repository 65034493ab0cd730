import type { Text } from '../text/message.ts'

/** A paragraph of prose that can be written from the tables, as plain data. */
export type ParagraphFormat = {
  readonly id: string
  readonly title: Text
  /** The topic under whose heading it belongs. */
  readonly topic: string
  /**
   * Short official words for figures: sums of fields, of which those that the form at hand lacks are left out. The
   * labels of the tables themselves need not be listed.
   */
  readonly names: Readonly<Record<string, readonly string[]>>
  /**
   * `{name}` stands for a figure, `[…]` for a part that is left out where its figures are all zero, `[…|…]` for the first
   * part that is not, and `[{name}?…|…]` makes one figure decide. A line break begins a paragraph.
   */
  readonly template: string
}
