import { form as form2021 } from '../2021/sources.ts'

/** The document that sets the form, on trial. */
export const form = '国办公开办函〔2019〕60号'

/** What was in force in 2019 and 2020 in place of what the form of 2021 cites. */
export const sources: Readonly<Record<string, string>> = {
  [form2021]: form,
  '《中华人民共和国行政复议法》（2023年修订）第十一条': '《中华人民共和国行政复议法》（2017年修正）第六条',
  '《中华人民共和国行政复议法》（2023年修订）第四十一条': '《中华人民共和国行政复议法》（2017年修正）第二十五条',
  '《中华人民共和国行政复议法》（2023年修订）第六十三条至第六十七条':
    '《中华人民共和国行政复议法》（2017年修正）第二十八条',
  '《中华人民共和国行政复议法》（2023年修订）第六十八条': '《中华人民共和国行政复议法》（2017年修正）第二十八条',
  '《中华人民共和国行政复议法》（2023年修订）第六十九条': '《中华人民共和国行政复议法实施条例》第四十八条',
}
