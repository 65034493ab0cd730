import { message, type Text } from '../text/message.ts'
import { extendFormat, type FormatPatch } from './extend.ts'
import type { Format } from './format.ts'
import { formatProblems } from './formatProblems.ts'
import { patchProblems } from './patchProblems.ts'
import { placesIn } from './places.ts'
import { relationsOf } from './relation.ts'
import { readShape, type FormatProblem } from './shape.ts'
import { formatShape, patchShape } from './shapes.ts'
import { yearlyOf } from './yearly.ts'

/** A form, or everything that is wrong with what should have been one. */
export type ParsedFormat =
  | { readonly format: Format; readonly problems?: undefined }
  | { readonly format?: undefined; readonly problems: readonly FormatProblem[] }

/** The id of the form that a value extends, and its own; undefined where it says neither. */
export function namesIn(value: unknown): { readonly id: string | undefined; readonly base: string | undefined } {
  const own = recordOf(value)
  const base = own['extends']
  const id = base === undefined ? own['id'] : recordOf(own['form'])['id']
  return { id: typeof id === 'string' ? id : undefined, base: typeof base === 'string' ? base : undefined }
}

/**
 * Reads a form of a user's own from JSON: whole, or as a patch that extends one of `known`. Total: whatever the value
 * is, the answer is a form that every part of the program can work with, or a list of problems with their places.
 */
export function parseFormat(value: unknown, known: readonly Format[]): ParsedFormat {
  const extending = 'extends' in recordOf(value)
  const problems: FormatProblem[] = []
  const read = readShape(value, extending ? patchShape : formatShape, [], problems)
  if (problems.length > 0) return { problems }
  const { id } = namesIn(value)
  const idPath = extending ? ['form', 'id'] : ['id']
  if (id === undefined || reserved.includes(id) || known.some((it) => it.id === id))
    return { problems: [{ path: idPath, message: message(texts.taken, { id: id ?? '' }) }] }
  return extending ? parsePatch(read as ReadPatch, known) : checked(read as Format, (path) => path)
}

/** Words that stand for something else where a form is named. */
const reserved: readonly string[] = ['auto', 'none']

/** In a file the form's own part may leave out what is as in the base. */
type ReadPatch = Omit<FormatPatch, 'form'> & {
  readonly form: Pick<Format, 'id' | 'title'> & Partial<FormatPatch['form']>
}

function parsePatch(read: ReadPatch, known: readonly Format[]): ParsedFormat {
  const base = known.find((it) => it.id === read.extends)
  if (base === undefined) {
    const args = { name: read.extends, known: known.map((it) => it.id).join(' ') }
    return { problems: [{ path: ['extends'], message: message(texts.noBase, args) }] }
  }
  const { basis, years, fingerprints } = base
  const patch: FormatPatch = { ...read, form: { basis, years, fingerprints, ...read.form } }
  const problems = patchProblems(base, patch)
  if (problems.length > 0) return { problems }
  try {
    const format = extendFormat(base, patch)
    return checked(format, placesIn(format, patch))
  } catch {
    // What a patch can get wrong has been looked for above; the core never throws whatever else there may be.
    return { problems: [{ path: ['extends'], message: message(texts.unusable) }] }
  }
}

function checked(format: Format, place: (path: FormatProblem['path']) => FormatProblem['path']): ParsedFormat {
  const problems = formatProblems(format)
  if (problems.length > 0) return { problems: problems.map((it) => ({ ...it, path: place(it.path) })) }
  try {
    relationsOf(format)
    yearlyOf(format)
    return { format }
  } catch {
    return { problems: [{ path: place(['relations']), message: message(texts.unusable) }] }
  }
}

const recordOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {}

const texts = {
  taken: { zh: '“{id}”已经是别的格式的编号，请另取一个', en: '“{id}” is the id of another form; choose another' },
  noBase: {
    zh: '没有编号为“{name}”的格式可以依据；有的是：{known}',
    en: 'there is no form “{name}” to extend; there are: {known}',
  },
  unusable: { zh: '格式各部分之间有矛盾，无法使用', en: 'the parts of the form contradict each other' },
} satisfies Readonly<Record<string, Text>>
