import type { Diagnostic } from '@thanos-fleet/diagnostics'
import { type Document, isAlias, isMap, isScalar, isSeq, parseDocument, type Scalar, visit } from 'yaml'
import type { Report } from './report.ts'

/** Directives of a strategic merge patch that Kustomize follows. */
const directives: readonly unknown[] = ['delete', 'replace', 'merge']

/** Annotations by which Kustomize itself is told what to do; the API server never sees them. */
const ofKustomize = /^(?:internal\.)?config\.kubernetes\.io\/|^kustomize\.config\.k8s\.io\//

/**
 * Parts of a patch that mean one thing to a reader and another to Kustomize or Kubernetes, so that nobody could say what
 * comes out.
 */
export function unreadableParts(document: Document, report: Report): Diagnostic[] {
  const found: Diagnostic[] = []
  const add = (node: Scalar, message: string, remedy: string): void => {
    found.push(report(node.range?.[0] ?? 0, 'patch-unclear', message, remedy))
  }
  visit(document, {
    Pair(_, { key, value }) {
      if (!isScalar(key)) return
      if (key.source === '<<' && !sourcesOf(value, document).every(isMap))
        return add(key, 'the merge key << has something else than mappings', 'write mappings, or aliases of them')
      if (typeof key.value !== 'string') return
      if (key.value === '$patch') {
        if (isScalar(value) && directives.includes(value.value)) return
        add(key, '$patch says nothing that Kustomize knows', 'write $patch: delete or $patch: replace')
      } else if (key.value === '__proto__') {
        add(key, 'no field is called __proto__', 'remove it')
      } else if (/^\$(?:retainKeys|setElementOrder|deleteFromPrimitiveList)\b/.test(key.value)) {
        add(key, `Kustomize does not follow ${key.value}`, 'write $patch: replace and all that is to be there')
      } else if (ofKustomize.test(key.value)) {
        const message = `${key.value} is an annotation for Kustomize, which would change more than the patch says`
        add(key, message, 'remove it')
      }
    },
    Scalar(place, node) {
      if (place === 'key') return
      if (node.tag !== undefined)
        return add(node, `a patch with the tag ${node.tag}`, 'remove the tag; write plain values, and quote strings')
      if (typeof node.value === 'number' && !isKept(node.value))
        return add(node, `${node.source} is a number that not every program keeps`, 'quote it if a text is meant')
      const other = otherReading(node)
      if (other === undefined) return
      const message = `${node.source} is ${described(node.value)} to some programs and ${described(other)} to others`
      add(node, message, `write '${node.source}' in quotes if a text is meant, or the value itself`)
    },
  })
  return found
}

/** What a merge key merges, aliases followed. */
function sourcesOf(value: unknown, document: Document): unknown[] {
  const source: unknown = isAlias(value) ? value.resolve(document) : value
  return isSeq(source) ? source.items.flatMap((item) => sourcesOf(item, document)) : [source]
}

/** Booleans in YAML 1.1, but to none of the libraries that Kustomize and Kubernetes use. */
const letters = /^[yYnN]$/

/** What YAML 1.1, by which Kubernetes reads, makes of a plain scalar; undefined if it is the same as in YAML 1.2. */
function otherReading({ type, source, value }: Scalar): unknown {
  if (type !== 'PLAIN' || source === undefined || source === '<<' || letters.test(source)) return undefined
  const other: unknown = parseDocument(source, { version: '1.1' }).toJS()
  return Object.is(other, value) ? undefined : other
}

function isKept(number: number): boolean {
  return Number.isInteger(number) ? Number.isSafeInteger(number) : Number.isFinite(number)
}

function described(value: unknown): string {
  return typeof value === 'string' ? `the text "${value}"` : String(value)
}
