import type { Lack, Lacking } from '../../related/related.ts'
import type { Text } from '../../text/message.ts'

/** Why a report cannot be used. */
export const lackMessages: { readonly [why in Lack]: Text } = {
  'no-file': { zh: '“{name}”：没有这个文件', en: '“{name}”: there is no such file' },
  unreadable: {
    zh: '“{name}”：文件过大或者不是文本，读不了',
    en: '“{name}”: too large, or no text; it cannot be read',
  },
  'no-report': { zh: '“{name}”：不是年度报告', en: '“{name}” is no annual report' },
  'other-year': { zh: '“{name}”：是{year}年的报告', en: '“{name}” is the report on {year}' },
  'no-year': { zh: '“{name}”：看不出是哪一年的报告', en: '“{name}” does not say on which year it is' },
  several: {
    zh: '“{name}”：有 {count} 份报告（{files}），分不清用哪一份',
    en: '“{name}” has {count} reports ({files}); it is not clear which to take',
  },
  'no-body': { zh: '“{name}”：没有找到这一年的报告', en: '“{name}”: no report on this year was found' },
  itself: { zh: '“{name}”：就是本文件', en: '“{name}” is this very file' },
}

export const lackArgs = ({ name, files, year }: Lacking) => ({
  name,
  count: files.length,
  files: files.slice(0, 3).join('、') + (files.length > 3 ? '等' : ''),
  year: year ?? '',
})
