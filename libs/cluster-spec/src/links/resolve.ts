import type { Diagnostic } from '@thanos-fleet/diagnostics'
import { deduplicatesTenants } from '../data-paths.ts'
import type { FleetMember } from '../fleet/places.ts'
import { type Choosable, choose, type Chosen } from './choose.ts'
import { hostsOnce } from './hosts.ts'
import type { Links, ReadCluster } from './links.ts'
import { publishedAt } from './published.ts'
import { readRefusals } from './read-rules.ts'
import { placed } from './refused.ts'
import { cycles, detours } from './ways.ts'

/** What clusters say of each other, resolved. */
export interface FleetLinks {
  /** Of the clusters that name others, by their names. */
  links: ReadonlyMap<string, Links>
  /** Each cluster that another one reads, with the place that says so. */
  reads: StatedRead[]
  diagnostics: Diagnostic[]
}

/** `by` reads `cluster`, at its published address. */
export interface StatedRead {
  by: string
  cluster: string
  address: string
  /** The file and line that say so. */
  file: `${string}.yaml`
  line: number
}

/** Names that are known beside the clusters that were read. */
export interface KnownNames {
  /** Of all folders with a cluster.yaml, also of those that were refused. */
  names: readonly string[]
  /** Of folders that have generated files only: their cluster.yaml is gone. */
  gone: readonly string[]
}

/** Whether a cluster names others, so that it cannot be generated without them. */
export function namesOthers({ query }: FleetMember['spec']): boolean {
  return query.clusters.length > 0
}

/** Finds the clusters that others name, and refuses what cannot be between them. */
export function linkFleet(clusters: readonly FleetMember[], { names, gone }: KnownNames): FleetLinks {
  const fleet: Choosable = {
    members: new Map(clusters.map((cluster) => [cluster.spec.name, cluster])),
    names: new Set(names),
    gone: new Set(gone),
  }
  const found = clusters
    .filter(({ spec }) => namesOthers(spec))
    .map((cluster) => ({ cluster, ...choose(cluster, fleet) }))
  const reads = new Map(found.map(({ cluster, chosen }) => [cluster.spec.name, chosen]))
  const refused = [
    ...found.flatMap((one) => one.refused),
    ...found.flatMap(({ chosen }) => chosen.flatMap(readRefusals)),
    ...cycles(reads),
    ...detours(reads),
    ...hostsOnce([...reads.values()].flat()),
  ]
  return {
    links: new Map([...reads].map(([name, chosen]) => [name, { reads: chosen.flatMap(readCluster) }])),
    reads: [...reads.values()].flat().map(statedRead),
    diagnostics: refused.map(placed),
  }
}

function statedRead({ by, cluster, path }: Chosen): StatedRead {
  const published = publishedAt(cluster.spec)
  const { file, line } = by.locate(path)
  return {
    by: by.spec.name,
    cluster: cluster.spec.name,
    address: published === null ? '' : `${published.host}:${published.port}`,
    file: asYaml(file ?? by.path),
    line,
  }
}

function asYaml(path: string): `${string}.yaml` {
  return `${path.replace(/\.yaml$/, '')}.yaml`
}

function readCluster({ cluster: { spec } }: Chosen): ReadCluster[] {
  const published = publishedAt(spec)
  if (published === null) return []
  const { name, externalLabels } = spec
  return [{ name, ...published, externalLabels, deduplicatesTenants: deduplicatesTenants(spec) }]
}
