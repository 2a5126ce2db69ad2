import type { SyntaxNode } from '@lezer/common'
import { nodesOf, type Parsed, parsed } from './tree.ts'

/** A condition on a label, such as `job="prometheus"`. */
export interface Matcher {
  label: string
  operator: string
  value: string
}

/** What a part of a query selects. */
export interface Selector {
  /** Null where only labels are given. */
  metric: string | null
  matchers: Matcher[]
}

/**
 * All selectors of a query, in its order.
 * @throws SyntaxError when it is no PromQL
 */
export function selectorsOf(query: string): Selector[] {
  const { text, root } = parsed(query)
  return nodesOf(root)
    .filter(({ name }) => name === 'VectorSelector')
    .map((node) => selectorOf(node, text))
}

function selectorOf(selector: SyntaxNode, text: Parsed['text']): Selector {
  const of = (node: SyntaxNode) => text.slice(node.from, node.to)
  const nodes = nodesOf(selector)
  const quoted = nodes.find(({ name, parent }) => name === 'QuotedLabelName' && parent?.name === 'LabelMatchers')
  const named = selector.getChild('Identifier')
  const matchers = nodes
    .filter(({ name }) => name === 'UnquotedLabelMatcher' || name === 'QuotedLabelMatcher')
    .map((matcher): Matcher => {
      const [label, operator, value] = [matcher.firstChild, matcher.getChild('MatchOp'), matcher.lastChild].map(
        (part) => (part === null ? '' : of(part)),
      )
      return { label: unquoted(label ?? ''), operator: operator ?? '', value: unquoted(value ?? '') }
    })
  const metric = named ?? quoted
  return { metric: metric === undefined ? null : unquoted(of(metric)), matchers }
}

/** The text that a string stands for; a name without quotes is itself. */
function unquoted(text: string): string {
  const quote = text.charAt(0)
  if (quote === '`') return text.slice(1, -1)
  if (quote !== '"' && quote !== "'") return text
  return text
    .slice(1, -1)
    .replaceAll(/\\(.)/gs, (_, character: string) => (character === 'n' ? '\n' : character === 't' ? '\t' : character))
}
