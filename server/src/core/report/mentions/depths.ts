/** In how many brackets each character stands. */
export function depthsOf(text: string): Uint8Array {
  const depths = new Uint8Array(text.length)
  let depth = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === 41 && depth > 0) depth--
    depths[i] = depth
    if (code === 40 && depth < 200) depth++
    if (code === 10) depth = 0
  }
  return depths
}
