import { didYouMean } from '@thanos-fleet/diagnostics'
import type { FleetMember } from '../fleet/places.ts'
import type { Path } from '../yaml/position.ts'
import type { ClusterSelector } from './links.ts'
import type { Refused } from './refused.ts'

/** Clusters of a fleet that others can name. */
export interface Choosable {
  /** Those that were read, by name. */
  members: ReadonlyMap<string, FleetMember>
  /** All that have a folder, also those whose file was refused. */
  names: ReadonlySet<string>
  /** Those whose folder still has generated files, and no cluster.yaml any more. */
  gone: ReadonlySet<string>
}

/** A cluster that another one means, and where it says so. */
export interface Chosen {
  by: FleetMember
  cluster: FleetMember
  path: Path
}

const list: Path = ['query', 'clusters']

/** The clusters that `query.clusters` of a cluster means, and what is wrong with its entries. */
export function choose(by: FleetMember, fleet: Choosable): { chosen: Chosen[]; refused: Refused[] } {
  const refused: Refused[] = []
  const chosen = new Map<string, Chosen>()
  for (const [index, choice] of by.spec.query.clusters.entries()) {
    const path = [...list, index]
    const found = typeof choice === 'string' ? named(choice, by, fleet) : selected(choice, by, fleet)
    if ('code' in found) {
      refused.push({ at: by, path, ...found })
      continue
    }
    for (const cluster of found.clusters) {
      const { name } = cluster.spec
      const before = chosen.get(name)
      if (before === undefined) chosen.set(name, { by, cluster, path })
      else refused.push({ at: by, path, ...chosenTwice(name, before.path.at(-1)) })
    }
  }
  return { chosen: [...chosen.values()].toSorted(byName), refused }
}

function byName(one: Chosen, other: Chosen): number {
  return one.cluster.spec.name < other.cluster.spec.name ? -1 : 1
}

/** Clusters, or why there are none. */
export type Found = { clusters: FleetMember[] } | Pick<Refused, 'code' | 'message' | 'remedy'>

function named(name: string, by: FleetMember, fleet: Choosable): Found {
  if (name === by.spec.name) {
    return {
      code: 'cluster-reads-itself',
      message: `query.clusters: ${name} is this cluster, whose StoreAPIs Query reads anyway`,
      remedy: 'remove it',
    }
  }
  return memberNamed(name, 'query.clusters', by, fleet)
}

/**
 * The cluster of a name, or nobody where its own file says what is wrong with it.
 * @param setting the one that names it
 */
export function memberNamed(
  name: string,
  setting: string,
  by: FleetMember,
  { members, names, gone }: Choosable,
): Found {
  const cluster = members.get(name)
  if (cluster !== undefined) return { clusters: [cluster] }
  if (names.has(name)) return { clusters: [] }
  return {
    code: 'unknown-cluster',
    message: gone.has(name)
      ? `${setting}: clusters/${name} has no cluster.yaml any more`
      : `${setting}: there is no cluster "${name}"`,
    remedy: gone.has(name)
      ? `remove it here first, or bring clusters/${name}/cluster.yaml back; if it was renamed, write its new name`
      : didYouMean(
          name,
          names,
          `write one of ${some([...names].filter((other) => other !== by.spec.name).toSorted())}`,
        ),
  }
}

function selected(selector: ClusterSelector, by: FleetMember, { members }: Choosable): Found {
  const others = [...members.values()].filter(({ spec }) => spec.name !== by.spec.name)
  const clusters = others.filter((cluster) => matches(selector, cluster))
  if (clusters.length > 0) return { clusters }
  return {
    code: 'empty-selection',
    message: `query.clusters: no other cluster has ${selectorText(selector)}`,
    remedy: `write what one of them has: ${some(others.map(({ spec }) => `${spec.name} (ring ${spec.ring}, mode ${spec.mode})`))}`,
  }
}

/** The first of what there is: a fleet can have a thousand. */
function some(texts: readonly string[]): string {
  const more = texts.length - mostNamed
  return `${texts.slice(0, mostNamed).join(', ')}${more > 0 ? ` or one of ${more} more` : ''}`
}

const mostNamed = 8

function matches({ ring, mode, externalLabels = {} }: ClusterSelector, { spec }: FleetMember): boolean {
  return (
    (ring === undefined || ring === spec.ring) &&
    (mode === undefined || mode === spec.mode) &&
    Object.entries(externalLabels).every(
      ([name, value]) => Object.hasOwn(spec.externalLabels, name) && spec.externalLabels[name] === value,
    )
  )
}

function selectorText({ ring, mode, externalLabels = {} }: ClusterSelector): string {
  return [
    ...(ring === undefined ? [] : [`ring ${ring}`]),
    ...(mode === undefined ? [] : [`mode ${mode}`]),
    ...Object.entries(externalLabels).map(([name, value]) => `${name}=${JSON.stringify(value)}`),
  ].join(' and ')
}

function chosenTwice(name: string, first: string | number | undefined): Pick<Refused, 'code' | 'message' | 'remedy'> {
  return {
    code: 'cluster-chosen-twice',
    message: `query.clusters: ${name} is meant twice, also by entry ${Number(first) + 1}`,
    remedy: 'remove one of the two, or narrow the selection',
  }
}
