import * as vscode from 'vscode'
import type { Status, Statuses } from '../statuses.ts'
import { say } from '../words.ts'

type Choice = vscode.QuickPickItem & { readonly command?: string }

/** 查看报告状态: how the active report stands and what can be done about it. */
export async function showStatus(statuses: Statuses): Promise<void> {
  const status = statuses.active()
  if (status === undefined) {
    void vscode.window.showInformationMessage(say('当前文档不是年度报告。', 'The active document is not a report.'))
    return
  }
  const picked = await vscode.window.showQuickPick(choicesFor(status), {
    title: say('政务公开年报', 'Disclosure report'),
    placeHolder: status.summary,
  })
  if (picked?.command !== undefined) await vscode.commands.executeCommand(picked.command)
}

function choicesFor({ format, reason, sections, findings }: Status): Choice[] {
  const { error, warning, information, hint } = findings
  const total = error + warning + information + hint
  const titles = sections.missing.map(({ title }) => title).join('、')
  const listed: Choice = {
    label: say('$(list-unordered) 查看问题', '$(list-unordered) Show findings'),
    description: say(
      `错误 ${error}，警告 ${warning}，提示 ${information + hint}`,
      `${error} errors, ${warning} warnings, ${information + hint} notes`,
    ),
    command: 'workbench.actions.view.problems',
  }
  const insert: Choice = {
    label: say('$(add) 插入章节', '$(add) Insert section'),
    description: say(`缺 ${titles}`, `missing: ${titles}`),
    command: 'zwgk.insertSection',
  }
  const recompute: Choice = {
    label: say('$(sync) 重算合计', '$(sync) Recompute totals'),
    description: say('按分项重算各表的合计', 'set the totals of all tables to the sums of their parts'),
    command: 'zwgk.recomputeTotals',
  }
  const copy: Choice = {
    label: say('$(copy) 复制体检结论', '$(copy) Copy findings'),
    description: say('章节、勾稽关系和全部问题，纯文本', 'sections, relations and all findings as plain text'),
    command: 'zwgk.copyConclusion',
  }
  const why: Choice = { label: say('$(info) 所用格式', '$(info) Form'), description: format.title, detail: reason }
  return [...(total > 0 ? [listed] : []), ...(titles === '' ? [] : [insert]), recompute, copy, why]
}
