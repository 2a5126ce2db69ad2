import { isObject } from '@thanos-fleet/json'
import { type Document, isMap, isScalar, parseDocument, type YAMLMap } from 'yaml'

type Settings = { [key: string]: unknown }

/** A `cluster.yaml` with further settings: mappings are merged key by key, all else replaces; null removes a key's value. */
export function merge(text: string, settings: Settings): string {
  const document = parseDocument(text)
  assign(document, [], settings)
  return document.toString()
}

function assign(document: Document, path: string[], settings: Settings): void {
  for (const [key, value] of Object.entries(settings)) {
    const here = [...path, key]
    const there: unknown = document.getIn(here)
    if (isObject(value) && isMergeable(there)) assign(document, here, value)
    else document.setIn(here, document.createNode(value))
  }
}

function isMergeable(node: unknown): node is YAMLMap {
  return isMap(node) && !isScalar(node)
}
