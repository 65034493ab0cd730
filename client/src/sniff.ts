/**
 * Whether a text may be a report: a cheap look that decides whether the language client is loaded at all. It must say
 * yes to everything that the server would accept; a yes too many costs a start, and nothing is shown.
 *
 * A report has a title with 政府信息公开 in it, or three statutory section titles, or front matter under `zwgk`. The words
 * below stand in all but two of those sections' titles, whatever white space or emphasis a converter left between
 * their characters.
 */
export const mayBeReport = (text: string): boolean => wanted.test(text)

const gap = '[\\s\\u200b-\\u200f\\u2060\\ufeff\\u00ad*_~`\\\\]*'
const words = ['政府信息', '信息公开', '总体情况', '总体工作情况', 'zwgk'].map((word) => Array.from(word).join(gap))
const wanted = new RegExp(words.join('|'), 'iu')
