import type { Chosen } from './choose.ts'
import type { Refused } from './refused.ts'

/** Whom each cluster reads, by name. */
export type Reads = ReadonlyMap<string, readonly Chosen[]>

/**
 * Two clusters that read each other, on whatever way, ask each other until the time is up: Query has no guard against it.
 * Source: pkg/store/proxy.go of Thanos 0.42
 */
export function cycles(reads: Reads): Refused[] {
  return [...reads.values()].flat().flatMap((chosen): Refused[] => {
    const way = wayTo(chosen.by.spec.name, chosen.cluster.spec.name, reads)
    if (way === null) return []
    return [
      {
        at: chosen.by,
        path: chosen.path,
        code: 'clusters-in-circle',
        message: `query.clusters: ${[chosen.by.spec.name, ...way].join(' reads ')}: queries would never end`,
        remedy: 'remove one of these',
      },
    ]
  })
}

/** A cluster that another one reads itself and also over one that it reads. */
export function detours(reads: Reads): Refused[] {
  return [...reads.values()].flatMap((all) => {
    const readers = all.filter(({ cluster }) => (reads.get(cluster.spec.name) ?? []).length > 0)
    return all.flatMap((chosen): Refused[] => {
      const name = chosen.cluster.spec.name
      const over = readers.find((other) => other !== chosen && wayTo(name, other.cluster.spec.name, reads) !== null)
      if (over === undefined) return []
      return [
        {
          at: chosen.by,
          path: chosen.path,
          code: 'cluster-read-twice',
          message: `query.clusters: ${name} is also read over ${over.cluster.spec.name}, so everything of it is read twice`,
          remedy: `remove ${name} here, or there`,
        },
      ]
    })
  })
}

/** The shortest way from one cluster to another by what they read, both included; null: there is none. */
function wayTo(goal: string, from: string, reads: Reads): string[] | null {
  const ways = new Map<string, string[]>([[from, [from]]])
  for (const [name, way] of ways) {
    if (name === goal) return way
    for (const { cluster } of reads.get(name) ?? []) {
      const next = cluster.spec.name
      if (!ways.has(next)) ways.set(next, [...way, next])
    }
  }
  return null
}
