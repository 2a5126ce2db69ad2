import { type Document, isAlias, isNode, type LineCounter, visit } from 'yaml'
import type { Finding } from '../finding.ts'

const mostAliases = 50

/**
 * Refuses what makes a small file large: an anchor within which an alias stands (each level multiplies the last, and
 * an alias of its own anchor never ends), and very many aliases. Plain reuse of one section stays possible.
 */
export function aliasFindings(document: Document, lines: LineCounter): Finding[] {
  let aliases = 0
  let first: Finding | undefined
  visit(document, (_key, node, ancestors) => {
    if (!isAlias(node)) return undefined
    aliases += 1
    const nested = ancestors.some((ancestor) => isNode(ancestor) && !isAlias(ancestor) && hasAnchor(ancestor))
    if (!nested && aliases <= mostAliases) return undefined
    const { line, col } = lines.linePos(node.range?.[0] ?? 0)
    first = {
      code: 'anchor-bomb',
      position: { line, column: col },
      message: nested
        ? `the alias *${node.source} stands inside of another anchor: such files can grow without bound`
        : `more than ${mostAliases} aliases`,
      remedy: 'write the values out where they are needed',
    }
    return visit.BREAK
  })
  return first === undefined ? [] : [first]
}

function hasAnchor(node: object): boolean {
  return 'anchor' in node && typeof node.anchor === 'string' && node.anchor !== ''
}
