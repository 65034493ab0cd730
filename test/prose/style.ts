import type { Random } from '../random.ts'

/** The shapes in which converters and people leave the same sentence. */
export function style(sentence: string, random: Random): string {
  const digits = /\d+(?:\.\d+)?/g
  switch (random.below(8)) {
    case 0:
      return sentence.replace(digits, (it) => ` ${it} `)
    case 1:
      return sentence.replace(/[0-9]/g, (it) => String.fromCharCode(it.charCodeAt(0) + 0xfee0))
    case 2:
      return sentence.replace(/，/g, ',').replace(/；/g, ';')
    case 3:
      return sentence.replace(/(.{9}[\p{Script=Han}])(?=[\p{Script=Han}])/gu, '$1\n')
    case 4:
      return sentence.replace(digits, (it) => `**${it}**`)
    default:
      return sentence
  }
}
