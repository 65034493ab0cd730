/** The words in which prose compares a year with the one before: parts of patterns, each with the groups it says. */

/** The year before, in a group where it is written out. */
export const lastYear = '(?:上一年度|上一年|上年度|上年|去年度|去年|前一年度|前一年|(20\\d\\d)年度?)(?:同期)?'

export const up = '净增|增长|增加|上升|提高|提升|上涨|增幅|增多|多'

export const down = '下降|减少|降低|回落|下滑|降幅|减幅|精简|少'

export const ways = `${up}|${down}`

/** Which way a word says, or a rate named by it. */
export const wayOf = (word: string): 'up' | 'down' => (downward.test(word) ? 'down' : 'up')

const downward = new RegExp(`^(?:${down})`)
