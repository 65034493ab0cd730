/** A reason must say something: this many letters, digits or Chinese characters. */
export const leastReason = 4

/** Words that stand where a reason should, whatever is around them. */
const empty =
  /^(?:无|没有|无理由|同上|同前|如上|见上|略|从略|不详|未知|理由|原因|说明|待补|待补充|待定|待填|请填写.*|todo.*|tbd|fixme|none|reason|same(?: as)? above|see above)$/iu

/** Whether the words give no reason: blank, too few, or a mere phrase such as 同上. */
export function isNoReason(reason: string): boolean {
  const words = reason.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
  return lengthOf(words) < leastReason || empty.test(words)
}

/** Letters, digits and Chinese characters. */
const lengthOf = (text: string): number => [...text.matchAll(/[\p{L}\p{N}]/gu)].length
