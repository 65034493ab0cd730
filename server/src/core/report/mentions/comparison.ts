/** The words in which prose compares a year with the one before: parts of patterns, each with the groups it says. */

/** The year before, in a group where it is written out. */
export const lastYear = '(?:上一年度|上一年|上年度|上年|去年度|去年|前一年度|前一年|(20\\d\\d)年度?)(?:同期)?'

export const up = '净增|增长|增加|上升|提高|提升|上涨|增幅|增多|多'

export const down = '下降|减少|降低|回落|下滑|降幅|减幅|精简|少'

export const ways = `${up}|${down}`

export const wayOf = (word: string): 'up' | 'down' => (/^(?:下降|减|降|回落|下滑|精简|少)/.test(word) ? 'down' : 'up')
