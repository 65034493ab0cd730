// A Markdown language server as one would put it together today: unified-language-server, remark, GFM and remark-lint.
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkPresetLintRecommended from 'remark-preset-lint-recommended'
import { unified } from 'unified'
import { createUnifiedLanguageServer } from 'unified-language-server'

createUnifiedLanguageServer({
  processorName: 'bench',
  processorSpecifier: 'default',
  configurationSection: 'bench',
  defaultProcessor: unified().use(remarkParse).use(remarkGfm).use(remarkPresetLintRecommended),
})
