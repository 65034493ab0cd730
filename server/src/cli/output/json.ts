import type { CheckedFile, Output } from './output.ts'

/** The interface that other tools build on: LSP diagnostics, one line a file. */
export const json = (): Output => ({
  head: '{"files":[',
  file: (checked, index) => `${index === 0 ? '' : ','}\n${JSON.stringify(plain(checked))}`,
  foot: () => '\n]}\n',
})

const plain = ({ path, result: { format, diagnostics, relations } }: CheckedFile): unknown => ({
  path,
  format,
  diagnostics,
  relations,
})
