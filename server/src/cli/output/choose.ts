import type { OutputFormat } from '../options.ts'
import { github } from './github.ts'
import { json } from './json.ts'
import { junit } from './junit.ts'
import type { Output, OutputContext } from './output.ts'
import { sarif } from './sarif.ts'
import { text } from './text.ts'

const outputs: Readonly<Record<OutputFormat, (context: OutputContext) => Output>> = { text, json, sarif, junit, github }

export const chooseOutput = (format: OutputFormat, context: OutputContext): Output => outputs[format](context)
