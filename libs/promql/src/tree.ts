import type { SyntaxNode } from '@lezer/common'
import { parser } from '@prometheus-io/lezer-promql'

/** Strings, which stay, and variables of Grafana outside of them, which have no place in the grammar. */
const stringOrVariable = /"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|`[^`]*`|\$\{?\w+\}?/gs

/** A query as Prometheus' own grammar reads it. Offsets of the tree are those of `text`. */
export interface Parsed {
  text: string
  root: SyntaxNode
}

/**
 * Parses one query. Variables of Grafana may stand inside of strings and where a duration or a number belongs.
 * @throws SyntaxError when it is no PromQL
 */
export function parsed(query: string): Parsed {
  const text = query.replaceAll(stringOrVariable, (found) => (found.startsWith('$') ? '1m' : found))
  const root = parser.parse(text).topNode
  const [mistake] = nodesOf(root).filter(({ type }) => type.isError)
  if (mistake !== undefined) throw new SyntaxError(`no PromQL at offset ${mistake.from} of ${text}`)
  return { text, root }
}

/** A node and all below it, in the order of the text. */
export function nodesOf(root: SyntaxNode): SyntaxNode[] {
  const nodes: SyntaxNode[] = []
  root.cursor().iterate(({ node }) => {
    nodes.push(node)
  })
  return nodes
}
