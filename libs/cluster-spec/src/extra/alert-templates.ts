import { tooDeep } from '../yaml/bounds.ts'
import type { ExtraContent } from './names.ts'
import { positionAt } from './text-position.ts'

/** Actions of Go's text/template that open a block, and the one that closes it. */
const action = /\{\{-?\s*(?:\/\*[\s\S]*?\*\/|(define|block|if|range|with|end)\b\s*(?:"((?:[^"\\]|\\.)*)")?)/g

/** Templates within templates stay below 20. */
const deepest = 100

/** What a file of templates defines; amtool judges the rest in gen:validate. */
export function alertTemplateContent(text: string): ExtraContent {
  const names: ExtraContent['names'] = []
  let depth = 0
  for (const match of text.matchAll(action)) {
    const [, word, name] = match
    if (word === undefined) continue
    depth += word === 'end' ? -1 : 1
    if (depth > deepest) return { findings: [tooDeep(positionAt(text, match.index))], names: [] }
    if ((word === 'define' || word === 'block') && name !== undefined)
      names.push({ kind: 'template', name, position: positionAt(text, match.index) })
  }
  if (names.length > 0) return { findings: [], names }
  return {
    findings: [
      {
        code: 'bad-extra-file',
        position: { line: 1, column: 1 },
        message: 'the file defines no template, so no receiver can use it',
        remedy: 'write {{ define "name" }} before the text and {{ end }} after it',
      },
    ],
    names,
  }
}
