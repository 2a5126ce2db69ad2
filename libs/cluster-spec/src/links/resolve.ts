import type { Diagnostic } from '@thanos-fleet/diagnostics'
import { deduplicatesTenants } from '../data-paths.ts'
import type { FleetMember } from '../fleet/places.ts'
import { type Choosable, choose, type Chosen } from './choose.ts'
import { type Called, hostsOnce } from './hosts.ts'
import type { Links, ReadCluster, WrittenCluster } from './links.ts'
import { publishedAt, writtenAt } from './published.ts'
import { readRefusals } from './read-rules.ts'
import type { Path } from '../yaml/position.ts'
import { placed } from './refused.ts'
import { type Sent, sendsTo, sentTo, withoutWriters } from './sent.ts'
import { cycles, detours } from './ways.ts'
import { writeRefusals } from './write-rules.ts'

/** What clusters say of each other, resolved. */
export interface FleetLinks {
  /** Of the clusters that depend on others, by their names. */
  links: ReadonlyMap<string, Links>
  /** Each connection between two clusters, with the place that says so. */
  stated: StatedLink[]
  diagnostics: Diagnostic[]
}

/** `by` opens connections to `cluster`, at its published address. */
export interface StatedLink {
  by: string
  does: 'reads' | 'sends to'
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

/** Whether a cluster names others, or may be named by others as one to send to, so that it cannot be generated without them. */
export function dependsOnOthers({ query, sendsTo: centre, ingress }: FleetMember['spec']): boolean {
  return query.clusters.length > 0 || centre !== null || (ingress?.hosts.remoteWrite ?? null) !== null
}

/** Finds the clusters that others name, and refuses what cannot be between them. */
export function linkFleet(clusters: readonly FleetMember[], { names, gone }: KnownNames): FleetLinks {
  const fleet: Choosable = {
    members: new Map(clusters.map((cluster) => [cluster.spec.name, cluster])),
    names: new Set(names),
    gone: new Set(gone),
  }
  const found = clusters
    .filter(({ spec }) => spec.query.clusters.length > 0)
    .map((cluster) => ({ cluster, ...choose(cluster, fleet) }))
  const reads = new Map(found.map(({ cluster, chosen }) => [cluster.spec.name, chosen]))
  const read = [...reads.values()].flat()
  const { sent, refused: notSent } = sentTo(clusters, fleet)
  const refused = [
    ...found.flatMap((one) => one.refused),
    ...read.flatMap(readRefusals),
    ...cycles(reads),
    ...detours(reads),
    ...notSent,
    ...sent.flatMap(writeRefusals),
    // Whether one whose file is refused would send, nobody knows.
    ...(names.every((name) => fleet.members.has(name)) ? withoutWriters(clusters, sent) : []),
    ...hostsOnce([
      ...read.map(({ cluster }): Called => ({ cluster, page: 'queryGrpc' })),
      ...sent.map(({ centre }): Called => ({ cluster: centre, page: 'remoteWrite' })),
    ]),
  ]
  return {
    links: linksOf(clusters, reads, sent),
    stated: [...read.map(statedRead), ...sent.map(statedWrite)],
    diagnostics: refused.map(placed),
  }
}

function linksOf(
  clusters: readonly FleetMember[],
  reads: ReadonlyMap<string, readonly Chosen[]>,
  sent: readonly Sent[],
): Map<string, Links> {
  const centres = new Map(sent.map(({ by, centre }) => [by.spec.name, centre]))
  const writers = Map.groupBy(sent, ({ centre }) => centre.spec.name)
  return new Map(
    clusters
      .filter(({ spec }) => dependsOnOthers(spec))
      .map(({ spec: { name } }) => [
        name,
        {
          reads: (reads.get(name) ?? []).flatMap(readCluster),
          writers: (writers.get(name) ?? []).map(({ by }) => by.spec.name).toSorted(),
          writesTo: writtenCluster(centres.get(name)),
        },
      ]),
  )
}

function statedRead({ by, cluster, path }: Chosen): StatedLink {
  return { ...stated(by, path, cluster, publishedAt(cluster.spec)), does: 'reads' }
}

function statedWrite({ by, centre }: Sent): StatedLink {
  return { ...stated(by, sendsTo, centre, writtenAt(centre.spec)), does: 'sends to' }
}

function stated(
  by: FleetMember,
  path: Path,
  cluster: FleetMember,
  place: { host: string; port: number } | null,
): Omit<StatedLink, 'does'> {
  const { file, line } = by.locate(path)
  return {
    by: by.spec.name,
    cluster: cluster.spec.name,
    address: place === null ? '' : `${place.host}:${place.port}`,
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

function writtenCluster(centre: FleetMember | undefined): WrittenCluster | null {
  const place = centre === undefined ? null : writtenAt(centre.spec)
  return centre === undefined || place === null ? null : { name: centre.spec.name, ...place }
}
