import { nodesOf, parsed } from './tree.ts'

/** One binary operation of a query. */
export interface Operation {
  /** As it is written: `/`, `or`, `>`. */
  operator: string
  /** What is on its sides, without parentheses around all of it. */
  left: string
  right: string
}

/**
 * All binary operations of a query; what is outside comes before what is inside.
 * @throws SyntaxError when it is no PromQL
 */
export function operationsOf(query: string): Operation[] {
  const { text, root } = parsed(query)
  return nodesOf(root)
    .filter(({ name }) => name === 'BinaryExpr')
    .map(({ firstChild, lastChild }) => {
      const side = (node: typeof firstChild) => {
        let inner = node
        while (inner?.name === 'ParenExpr' && inner.firstChild !== null) inner = inner.firstChild
        return inner === null ? '' : text.slice(inner.from, inner.to)
      }
      const operator = firstChild?.nextSibling
      return {
        operator: operator == null ? '' : text.slice(operator.from, operator.to),
        left: side(firstChild),
        right: side(lastChild),
      }
    })
}
