/** Printed by `--help`, and on stderr where the arguments make no sense. */
export const usage = `用法 Usage: zwgk-report check [选项 OPTION]… 路径 PATH…

检查 Markdown 写的政府信息公开工作年度报告。
Checks annual reports on government-information disclosure that are written in Markdown.

路径 PATH   文件；文件夹（其中全部 *.md、*.markdown，不含 node_modules 和以“.”开头的文件夹）；
            通配符，如 "reports/**/*.md"；- 表示标准输入
            a file; a folder (all its *.md and *.markdown, without node_modules and dot folders);
            a glob such as "reports/**/*.md"; - for standard input

选项 OPTION
  --format text|json|sarif|junit|github
                        输出格式，默认 text                      output format, text by default
  --language zh-cn|en   消息的语言，默认按配置，否则中文         language of the messages
  --config FILE         配置文件（JSON，可有注释），默认用工作目录向上最近的 .vscode/settings.json
                        a configuration file instead of the nearest .vscode/settings.json
  --quiet, -q           只输出错误                               show errors only
  --max-warnings N      警告多于 N 处时也以 1 退出               more than N warnings fail as well
  --jobs N, -j N        用几个线程，默认按文件数和处理器数     threads to use, by default as files and processors suggest
  --stdin-path NAME     标准输入按这个文件名报告                 the name standard input goes by
  --help, -h            显示本说明                               show this text
  --version, -V         显示版本                                 show the version

退出码 Exit status
  0  没有错误 no errors
  1  发现错误 errors were found
  2  没能全部检查：参数、路径或配置有问题
     something could not be checked: wrong arguments, paths or configuration
`
