import type { KubeObject } from '@thanos-fleet/kubernetes'
import { type Document, isMap, isScalar, isSeq, type YAMLMap } from 'yaml'

/** A container that a patch changes although the pods do not have it. */
export interface MissingContainer {
  name: string
  /** Where the patch names it. */
  offset: number
  /** The containers that the pods have. */
  known: string[]
}

const lists = ['containers', 'initContainers'] as const

/**
 * Containers of a patch that the patched workload has not. A strategic merge would add them as they stand, and one without
 * an image is refused only by the API server. With an image, a container is meant to be added.
 */
export function missingContainers(document: Document, object: KubeObject): MissingContainer[] {
  return lists.flatMap((list) => {
    const patched: unknown = document.getIn(['spec', 'template', 'spec', list])
    if (!isSeq(patched)) return []
    const known = containerNames(object, list)
    return patched.items.filter(isMap).flatMap((container) => {
      const name: unknown = container.get('name')
      if (typeof name !== 'string' || known.includes(name) || container.has('image') || container.has('$patch'))
        return []
      return [{ name, known, offset: offsetOf(container) }]
    })
  })
}

function offsetOf(container: YAMLMap): number {
  const node: unknown = container.get('name', true)
  return (isScalar(node) ? node.range?.[0] : container.range?.[0]) ?? 0
}

function containerNames(object: KubeObject, list: (typeof lists)[number]): string[] {
  const containers = field(field(field(field(object, 'spec'), 'template'), 'spec'), list)
  return (Array.isArray(containers) ? containers : []).flatMap((container: unknown) => {
    const name = field(container, 'name')
    return typeof name === 'string' ? [name] : []
  })
}

function field(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
}
