import { amount, type Quantity } from '@thanos-fleet/kubernetes'
import type { Finding } from '../finding.ts'
import type { Cache, ClusterSpec } from '../spec.ts'
import type { Path } from '../yaml/position.ts'
import type { Check } from './check.ts'
import { cachesOf, sizesInMemory } from '../caches.ts'
import { sectionsOf } from '../sections.ts'

/** Kubernetes refuses a container that asks for more than it may use. */
export const requestsWithinLimits: Check = (spec) =>
  sectionsOf(spec).flatMap(({ path, settings: { resources } }) =>
    Object.entries(resources).flatMap(
      ([name, { request, limit }]: [string, { request: Quantity; limit: Quantity | null }]) => {
        if (limit === null || amount(request) <= amount(limit)) return []
        const at: Path = [...path, 'resources', name]
        return [
          {
            code: 'request-above-limit',
            path: [...at, 'request'],
            also: [[...at, 'limit']],
            message: `${at.join('.')}: the request (${request}) is above the limit (${limit})`,
            remedy: `lower the request, or write a limit of at least ${request}`,
          },
        ]
      },
    ),
  )

/** The caches that a section keeps in its own memory; memcached keeps all of the others. */
function cachesInMemory(spec: ClusterSpec): { path: Path; caches: [Path, Cache][]; memory: Quantity }[] {
  const { memcached } = spec
  return [
    ...(['queryFrontend', 'store'] as const).flatMap((section) => {
      const memory = spec[section]?.resources.memory.limit
      const caches = cachesOf(spec).flatMap((of): [Path, Cache][] =>
        of.section === section ? [[of.path, of.cache]] : [],
      )
      return memory === undefined ? [] : [{ path: [section], caches, memory }]
    }),
    {
      path: ['memcached'],
      caches: [[['memcached', 'cacheSize'], { type: 'in-memory', maxSize: memcached.cacheSize }]],
      memory: memcached.resources.memory.limit,
    },
  ]
}

/** A cache that cannot fit ends with the container being killed, again and again. */
export const cachesWithinMemory: Check = (spec) =>
  cachesInMemory(spec).flatMap(({ path, caches, memory }): Finding[] => {
    const sizes = sizesInMemory(caches.map(([, cache]) => cache))
    const total = sizes.reduce((sum, size) => sum + amount(size), 0)
    if (total < amount(memory)) return []
    return [
      {
        code: 'cache-above-memory',
        path: caches[0]?.[0] ?? path,
        also: [...caches.map(([at]) => at), [...path, 'resources', 'memory']],
        message: `${path.join('.')}: caches of ${sizes.join(' and ')} do not fit into a memory limit of ${memory}`,
        remedy: `make the cache smaller, or raise ${path.join('.')}.resources.memory`,
      },
    ]
  })

/** Store fails queries at the end of its pool of chunks; the kernel kills it at the end of its memory. */
export const chunkPoolWithinMemory: Check = (spec) => {
  const { chunkPool, resources } = spec.store
  const caches = cachesInMemory(spec).find(({ path }) => path[0] === 'store')?.caches ?? []
  const sizes = sizesInMemory(caches.map(([, cache]) => cache))
  const total = [...sizes, chunkPool ?? '0'].reduce((sum, size) => sum + amount(size), 0)
  if (chunkPool === null || total < amount(resources.memory.limit)) return []
  const beside = sizes.length === 0 ? '' : `, beside caches of ${sizes.join(' and ')},`
  return [
    {
      code: 'chunk-pool-above-memory',
      path: ['store', 'chunkPool'],
      also: [...caches.map(([at]) => at), ['store', 'resources', 'memory']],
      message: `store.chunkPool is ${chunkPool}, which${beside} does not fit into a memory limit of ${resources.memory.limit}`,
      remedy: 'make it smaller, remove it for half of what caches leave, or raise store.resources.memory',
    },
  ]
}

/** Source: memcached.c, "Cannot set item size limit higher than 1/2 of memory max"; items are 16 MiB at most. */
const smallestMemcached: Quantity = '32Mi'

/** memcached refuses to start when its largest item is more than half of its memory. */
export const memcachedStarts: Check = ({ memcached: { cacheSize } }) =>
  amount(cacheSize) >= amount(smallestMemcached)
    ? []
    : [
        {
          code: 'memcached-too-small',
          path: ['memcached', 'cacheSize'],
          message: `memcached.cacheSize is ${cacheSize}: memcached does not start, because a single item may be 16Mi`,
          remedy: `write at least ${smallestMemcached}`,
        },
      ]
