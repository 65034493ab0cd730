import type { Span } from '../text/span.ts'
import type { Grid } from './grid.ts'

/** A line of prose with its visible text. */
export type TextLine = { readonly text: string; readonly span: Span }

/** The blocks of a document in reading order. Items of a list are lines of a paragraph. */
export type Block =
  | {
      readonly kind: 'heading'
      readonly depth: number
      readonly text: string
      /** The whole heading, marks included. */
      readonly span: Span
      /** The title without marks. */
      readonly content: Span
    }
  | { readonly kind: 'paragraph'; readonly lines: readonly TextLine[]; readonly span: Span }
  | { readonly kind: 'table'; readonly grid: Grid; readonly span: Span }
  | { readonly kind: 'comment'; readonly text: string; readonly span: Span }
  | { readonly kind: 'code' | 'html' | 'break'; readonly span: Span }
