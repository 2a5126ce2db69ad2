import { type ClusterFolder, linkFleet, loadCluster, type LoadedCluster, publishedAt } from '@thanos-fleet/cluster-spec'
import { isObject } from '@thanos-fleet/json'
import { Document, parse } from 'yaml'
import type { Accepted } from './accepted-cluster.ts'
import { repaired } from './repair.ts'

/** Names of others cannot be chosen before there are any: what clusters say of each other is added to those that were made. */

/**
 * Lets clusters that show a certificate read published ones that were made before them. What is refused between the two is left
 * out again.
 */
export function readEachOther(clusters: Accepted[], folder: ClusterFolder): void {
  for (const [index, hub] of clusters.entries()) {
    if (hub.cluster.spec.identity === null) continue
    const leaves = clusters
      .slice(0, index)
      .filter(({ cluster }) => publishedAt(cluster.spec) !== null && cluster.spec.query.clusters.length === 0)
    const names = leaves.map(({ name }) => name).filter((_, order) => (order + index) % 3 !== 0)
    const text = changed(hub.text, [[['query', 'clusters'], names]])
    const cluster = accepted(hub, text, folder)
    if (cluster !== null && areFine([...leaves.map((leaf) => leaf.cluster), cluster]))
      clusters[index] = { ...hub, text, cluster }
  }
  link(clusters)
}

/** Lets every second cluster of receive-mode that may send, and that nobody reads, send to one that others may write to. */
export function sendToEachOther(clusters: Accepted[], folder: ClusterFolder): void {
  const read = new Set(clusters.flatMap(({ cluster }) => cluster.spec.links.reads.map(({ name }) => name)))
  const able = clusters.filter(({ cluster: { spec } }) => spec.mode === 'receive-mode' && spec.identity !== null)
  const centres = able.filter((_, order) => order % 2 === 0).flatMap((one) => published(one, folder))
  const senders = able.filter(({ name }, order) => order % 2 === 1 && !read.has(name))
  for (const [order, sender] of senders.entries()) {
    const centre = centres[order % Math.max(1, centres.length)]
    const sent = centre === undefined ? null : sending(sender, centre.name, folder)
    if (centre === undefined || sent === null || !areFine([centre.cluster, sent.cluster])) continue
    for (const one of [centre, sent]) clusters[clusters.findIndex(({ name }) => name === one.name)] = one
  }
  link(clusters)
}

function published(one: Accepted, folder: ClusterFolder): Accepted[] {
  if (one.cluster.spec.ingress === null) return []
  const text = changed(one.text, [[['ingress', 'hosts', 'remoteWrite'], `write.${one.name}.example.com`]])
  const cluster = accepted(one, text, folder)
  return cluster === null ? [] : [{ ...one, text, cluster }]
}

/** What the other cluster has is left out, with its hosts. */
function sending(one: Accepted, centre: string, folder: ClusterFolder): Accepted | null {
  const own = ['prometheus', 'alertmanager']
  const { ingress } = one.cluster.spec
  const hosts = Object.entries(ingress?.hosts ?? {}).filter(([page, host]) => host !== null && own.includes(page))
  const ofIngress: Change[] =
    hosts.length === 0
      ? [[['ingress'], undefined]]
      : [
          [['ingress', 'hosts'], Object.fromEntries(hosts)],
          [['ingress', 'clientAuthority'], undefined],
        ]
  const elsewhere = ['objectStore', 'query', 'receive'].map((section): Change => [[section], undefined])
  const document: unknown = parse(changed(one.text, [[['sendsTo'], centre], ...elsewhere, ...ofIngress]))
  // Alerts and jobs of what is elsewhere are refused, too.
  const result = isObject(document) ? repaired(document, one.name, folder) : null
  if (result?.accepted !== true || result.cluster.spec.sendsTo === null) return null
  return { ...one, text: result.text, cluster: result.cluster }
}

/** A place and its new value; undefined: it is removed. */
type Change = [path: string[], value: unknown]

function changed(text: string, changes: readonly Change[]): string {
  // Without aliases: what one stands for could be what is removed.
  const document = new Document(parse(text), { aliasDuplicateObjects: false })
  for (const [path, value] of changes) {
    if (value !== undefined) document.setIn(path, value)
    else if (document.hasIn(path)) document.deleteIn(path)
  }
  return document.toString()
}

function accepted({ cluster }: Accepted, text: string, folder: ClusterFolder): LoadedCluster | null {
  const loaded = loadCluster({ path: cluster.path, text }, folder)
  return loaded.ok ? loaded : null
}

function areFine(clusters: readonly LoadedCluster[]): boolean {
  const names = clusters.map(({ spec }) => spec.name)
  return linkFleet(clusters, { names, gone: [] }).diagnostics.every(({ severity }) => severity !== 'error')
}

/** Gives each cluster what follows from what it and others say. */
function link(clusters: Accepted[]): void {
  const all = clusters.map(({ cluster }) => cluster)
  const { links, diagnostics } = linkFleet(all, { names: clusters.map(({ name }) => name), gone: [] })
  const wrong = diagnostics.filter(({ severity }) => severity === 'error')
  if (wrong.length > 0) throw new Error(JSON.stringify(wrong))
  for (const [index, { cluster, ...one }] of clusters.entries()) {
    const own = links.get(one.name)
    if (own !== undefined) clusters[index] = { ...one, cluster: { ...cluster, spec: { ...cluster.spec, links: own } } }
  }
}
