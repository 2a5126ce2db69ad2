import { type Alias, type Document, isAlias, isNode, type LineCounter, visit } from 'yaml'
import type { Finding } from '../finding.ts'

const mostAliases = 50
/** A specification is 8 levels deep; nodes and pairs both count here. */
const deepest = 100

/**
 * Refuses what makes a small file large or endless: an anchor within which an alias stands (each level multiplies the
 * last, and an alias of its own anchor never ends), very many aliases, and nesting that would exhaust the stack. Plain
 * reuse of one section stays possible.
 */
export function boundsFindings(document: Document, lines: LineCounter): Finding[] {
  let aliases = 0
  let found: Finding | undefined
  visit(document, (_key, node, ancestors) => {
    if (isAlias(node)) aliases += 1
    found = problemWith(node, ancestors, aliases, { document, lines })
    return found === undefined ? undefined : visit.BREAK
  })
  return found === undefined ? [] : [found]
}

function problemWith(
  node: unknown,
  ancestors: readonly unknown[],
  aliases: number,
  { document, lines }: { document: Document; lines: LineCounter },
): Finding | undefined {
  const { line, col: column } = lines.linePos(isNode(node) ? (node.range?.[0] ?? 0) : 0)
  if (ancestors.length > deepest) return tooDeep({ line, column })
  if (!isAlias(node)) return undefined
  const nested = ancestors.some((ancestor) => isNode(ancestor) && 'anchor' in ancestor && Boolean(ancestor.anchor))
  if (!nested && aliases <= mostAliases)
    return node.resolve(document) === undefined ? unknownAlias(node, { line, column }) : undefined
  return {
    code: 'anchor-bomb',
    position: { line, column },
    message: nested
      ? `the alias *${node.source} is inside another anchor: such files can grow without bound`
      : `more than ${mostAliases} aliases`,
    remedy: 'write the values out in each place',
  }
}

function unknownAlias({ source }: Alias, position: { line: number; column: number }): Finding {
  return {
    code: 'unknown-alias',
    position,
    message: `the alias *${source} has no preceding anchor`,
    remedy: `quote a string that starts with "*", or define the anchor &${source} first`,
  }
}

/** The answer to nesting that nothing here can mean. */
export function tooDeep(position: { line: number; column: number }): Finding {
  return {
    code: 'nested-too-deep',
    position,
    message: 'lists and mappings are nested too deeply',
    remedy: 'remove the extra brackets or dashes',
  }
}
