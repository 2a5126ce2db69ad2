import { isObject } from '@thanos-fleet/json'
import type { KubeObject } from '@thanos-fleet/kubernetes'

/** A Service and port to which an object sends what comes from outside. */
export interface Published {
  by: string
  host: string
  port: number | string
}

const kinds = new Set(['IngressRoute', 'IngressRouteTCP', 'Ingress', 'HTTPRoute', 'GRPCRoute', 'TLSRoute'])

/** The Services that objects of any kind of ingress name, found by their form: a name, and a port beside or below it. */
export function publishedBy(objects: readonly KubeObject[]): Published[] {
  return objects
    .filter(({ kind }) => kinds.has(kind))
    .flatMap((object) =>
      backends(object).map(({ name, port }) => ({
        by: `${object.kind} ${object.metadata.name}`,
        host: `${name}.${object.metadata.namespace ?? ''}.svc`,
        port,
      })),
    )
}

function backends(value: unknown): { name: string; port: number | string }[] {
  if (Array.isArray(value)) return value.flatMap(backends)
  if (!isObject(value)) return []
  const { name, port } = value
  const number = isObject(port) ? (port['number'] ?? port['name']) : port
  if (typeof name === 'string' && (typeof number === 'number' || typeof number === 'string'))
    return [{ name, port: number }]
  return Object.values(value).flatMap(backends)
}
