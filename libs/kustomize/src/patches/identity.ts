import type { KubeObject } from '@thanos-fleet/kubernetes'
import { type Document, isMap, isScalar } from 'yaml'

/** The object that a patch names; undefined where it does not say all of apiVersion, kind and name. */
export function identityOf(document: Document): KubeObject | undefined {
  const [apiVersion, kind, name, namespace] = [
    text(document, ['apiVersion']),
    text(document, ['kind']),
    text(document, ['metadata', 'name']),
    text(document, ['metadata', 'namespace']),
  ]
  if (apiVersion === undefined || kind === undefined || name === undefined) return undefined
  return { apiVersion, kind, metadata: namespace === undefined ? { name } : { name, namespace } }
}

function text(document: Document, path: readonly string[]): string | undefined {
  const value: unknown = isMap(document.contents) ? document.getIn(path) : undefined
  return typeof value === 'string' ? value : undefined
}

/** Where the name of the object stands in the document. */
export function nameOffset(document: Document): number | undefined {
  const node: unknown = document.getIn(['metadata', 'name'], true)
  return isScalar(node) ? node.range?.[0] : undefined
}
