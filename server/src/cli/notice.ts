import { render, type Args, type Message, type Text } from '../core/text/message.ts'

/** One line for stderr: Chinese first, English beside it, since no setting may be readable yet. */
export const noticeLine = (notice: Message): string =>
  `zwgk-report: ${render(notice, 'zh-cn')} (${render(notice, 'en')})\n`

/** Everything the command line says of itself, as opposed to what it says of reports. */
export const notices = {
  unknownCommand: { zh: '不认识的命令：{name}', en: 'unknown command: {name}' },
  noCommand: { zh: '没有给出命令', en: 'no command given' },
  noPath: { zh: '没有给出要检查的文件或文件夹', en: 'no file or folder to check was given' },
  unknownOption: { zh: '不认识的选项：{name}', en: 'unknown option: {name}' },
  valueMissing: { zh: '选项 {name} 后面要有值', en: 'option {name} needs a value' },
  valueUnwanted: { zh: '选项 {name} 不带值', en: 'option {name} takes no value' },
  valueNotListed: {
    zh: '选项 {name} 的值不能是 {value}，只能是：{choices}',
    en: 'option {name} cannot be {value}; choose one of: {choices}',
  },
  valueNotCount: {
    zh: '选项 {name} 的值不能是 {value}，要写 0 或正整数',
    en: 'option {name} cannot be {value}; it wants 0 or a positive whole number',
  },
  valueNotPositive: {
    zh: '选项 {name} 的值不能是 {value}，要写 1 到 999 的整数',
    en: 'option {name} cannot be {value}; it wants a whole number from 1 to 999',
  },
  notFound: { zh: '没有这个文件或文件夹：{path}', en: 'no such file or folder: {path}' },
  noMatch: { zh: '没有文件与 {path} 相符', en: 'no file matches {path}' },
  noMarkdown: { zh: '文件夹里没有 Markdown 文件：{path}', en: 'no Markdown file in the folder: {path}' },
  denied: { zh: '没有权限读取：{path}', en: 'no permission to read: {path}' },
  isFolder: { zh: '这是文件夹，不是文件：{path}', en: 'a folder, not a file: {path}' },
  unreadable: { zh: '无法读取（{reason}）：{path}', en: 'cannot be read ({reason}): {path}' },
  tooLarge: {
    zh: '文件超过 {limit} MiB，没有检查：{path}',
    en: 'larger than {limit} MiB, not checked: {path}',
  },
  office: {
    zh: '这是 {kind} 文件，不是 Markdown，没有检查：{path}',
    en: 'a {kind} file rather than Markdown, not checked: {path}',
  },
  binary: {
    zh: '这不是文本文件，没有检查：{path}',
    en: 'not a text file, not checked: {path}',
  },
  legacyEncoding: {
    zh: '{path} 不是 UTF-8 编码，按 GB18030 读取',
    en: '{path} is not UTF-8; read as GB18030',
  },
  damagedEncoding: {
    zh: '{path} 的 UTF-8 编码有损坏，损坏处按“\ufffd”读取',
    en: '{path} is damaged UTF-8; damaged parts are read as \ufffd',
  },
  configSyntax: {
    zh: '配置文件第 {line} 行不是正确的 JSON：{path}',
    en: 'the configuration is not correct JSON at line {line}: {path}',
  },
  configShape: {
    zh: '配置文件第 {line} 行：{key} 应是一个对象：{path}',
    en: 'configuration, line {line}: {key} must be an object: {path}',
  },
  configList: {
    zh: '配置文件第 {line} 行：{key} 应是一个由路径组成的列表：{path}',
    en: 'configuration, line {line}: {key} must be a list of paths: {path}',
  },
  formatMissing: {
    zh: 'zwgk.formats 里的 {path} 没有可读的文件',
    en: 'zwgk.formats: no file that can be read for {path}',
  },
  formatFile: {
    zh: '格式文件 {path} 第 {line} 行：{what}，该格式没有采用',
    en: 'the form in {path}, line {line}: {what}; the form is not used',
  },
  formatUnknown: {
    zh: 'zwgk.format 指定的格式 {id} 不存在；有的是 {choices}',
    en: 'zwgk.format: there is no form {id}, only {choices}',
  },
  configValue: {
    zh: '配置文件第 {line} 行：{key} 的值不能是 {value}，只能是 {choices}：{path}',
    en: 'configuration, line {line}: {key} cannot be {value}, only one of {choices}: {path}',
  },
  configRule: {
    zh: '配置文件第 {line} 行：没有名为 {key} 的规则，已忽略：{path}',
    en: 'configuration, line {line}: there is no rule {key}, ignored: {path}',
  },
  configKey: {
    zh: '配置文件第 {line} 行：没有名为 {key} 的设置，已忽略：{path}',
    en: 'configuration, line {line}: there is no setting {key}, ignored: {path}',
  },
  crashed: {
    zh: '检查 {path} 时程序出错（{what}），结果不完整，请报告给开发者',
    en: 'the program failed on {path} ({what}); the result is incomplete, please report it',
  },
  failed: { zh: '程序出错（{what}），请报告给开发者', en: 'the program failed ({what}), please report it' },
  tooManyWarnings: {
    zh: '警告 {count} 处，超过 --max-warnings {limit}',
    en: '{count} warnings are more than --max-warnings {limit}',
  },
  unwritable: { zh: '无法写出结果（{reason}）', en: 'the result cannot be written ({reason})' },
} as const satisfies Readonly<Record<string, Text>>

export const notice = (name: keyof typeof notices, args?: Args): Message =>
  args === undefined ? { text: notices[name] } : { text: notices[name], args }

/** What went wrong with a path, in words; the system's code where there are none. */
export function readFailure(error: unknown, path: string): Message {
  const reason = codeOf(error)
  if (reason === 'ENOENT' || reason === 'ENOTDIR') return notice('notFound', { path })
  if (reason === 'EACCES' || reason === 'EPERM') return notice('denied', { path })
  if (reason === 'EISDIR') return notice('isFolder', { path })
  return notice('unreadable', { path, reason })
}

/** The code of a system error, or the name of another: never its message, which may quote the text of a report. */
export function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name
}
