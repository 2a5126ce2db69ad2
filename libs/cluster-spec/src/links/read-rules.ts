import { addressOf } from '../addresses/address.ts'
import { deduplicatesTenants } from '../data-paths.ts'
import type { Chosen } from './choose.ts'
import { isOfOneCluster, publishedAt } from './published.ts'
import type { Refused } from './refused.ts'
import { thanosMinor, thanosTag } from './thanos-version.ts'

/** What must hold between a cluster and one that it reads. */
type ReadRule = (chosen: Chosen) => Omit<Refused, 'at' | 'path'> | null

/** What a cluster sends to another one is read there. */
const hasStoreApi: ReadRule = ({ cluster: { spec } }) =>
  spec.sendsTo === null
    ? null
    : {
        code: 'cluster-not-published',
        message: `query.clusters: ${spec.name} has no StoreAPI: its samples are at ${spec.sendsTo}, to which it sends`,
        remedy: `read ${spec.sendsTo} in its place, or narrow the selection`,
      }

/** A StoreAPI that is not published cannot be reached. */
const isPublished: ReadRule = ({ cluster: { spec, path } }) =>
  publishedAt(spec) !== null
    ? null
    : {
        code: 'cluster-not-published',
        message: `query.clusters: ${spec.name} publishes no StoreAPI`,
        remedy: `write ingress: {hosts: {queryGrpc: …}} in ${path}`,
      }

/** Every cluster has names of its own, which another one does not know. */
const hasFullName: ReadRule = ({ cluster: { spec, path } }) => {
  const host = publishedAt(spec)?.host ?? ''
  if (!isOfOneCluster(host)) return null
  return {
    code: 'cluster-not-published',
    message: `query.clusters: ${spec.name} publishes its StoreAPI as "${host}", which this cluster would look for among its own Services`,
    remedy: `write its full name in ${path}: ingress: {hosts: {queryGrpc: storeapi.${spec.name}.example.com}}`,
  }
}

/** What is read twice is paid for twice, and one of the two has no certificate. */
const isNoFurtherEndpoint: ReadRule = ({ by, cluster: { spec } }) => {
  const published = publishedAt(spec)
  const index = by.spec.query.extraEndpoints.findIndex((text) => addressOf(text).host === published?.host)
  if (index < 0) return null
  return {
    code: 'cluster-read-twice',
    message: `query.clusters: query.extraEndpoints[${index}] is the StoreAPI of ${spec.name} as well`,
    remedy: `remove it from query.extraEndpoints`,
  }
}

/** Copies that a cluster takes for one must be taken for one wherever it is read. */
const sameCopies: ReadRule = ({ by, cluster: { spec } }) =>
  !deduplicatesTenants(spec) || deduplicatesTenants(by.spec)
    ? null
    : {
        code: 'copies-not-ignored',
        message: `query.clusters: ${spec.name} has series that differ only in their tenant, and this cluster would count them twice`,
        remedy:
          'write query: {deduplicateTenants: true} here too, or wait until the blocks of the move between its modes are gone',
      }

/**
 * Clients ping every 10 s, which servers before 0.42 answer by ending the connection, and before it Query has one TLS
 * configuration for all. Sources: https://github.com/thanos-io/thanos/pull/8799, https://github.com/thanos-io/thanos/pull/8594
 */
const oldestMinor = 42

/** Thanos says nothing about versions that get along. A bound of ours: more than a fleet needs to be upgraded ring by ring. */
const mostMinorsApart = 4

const newEnough: ReadRule = ({ by, cluster }) => {
  const old = [by, cluster].find(({ spec }) => (thanosMinor(spec) ?? oldestMinor) < oldestMinor)
  if (old === undefined) return null
  return {
    code: 'versions-apart',
    message: `query.clusters: ${old.spec.name} has Thanos ${thanosTag(old.spec)}; clusters read each other from v0.${oldestMinor} on`,
    remedy: `write another channel or images.versions.thanos in ${old.path}`,
  }
}

const nearVersions: ReadRule = ({ by, cluster }) => {
  const [here, there] = [thanosMinor(by.spec), thanosMinor(cluster.spec)]
  if (here === undefined || there === undefined || Math.abs(here - there) <= mostMinorsApart) return null
  return {
    code: 'versions-apart',
    message: `query.clusters: Thanos ${thanosTag(by.spec)} here and ${thanosTag(cluster.spec)} in ${cluster.spec.name} are more than ${mostMinorsApart} minor versions apart`,
    remedy: 'upgrade the older of the two first',
  }
}

const knownVersions: ReadRule = ({ by, cluster }) => {
  const unknown = [by, cluster].find(({ spec }) => thanosMinor(spec) === undefined)
  if (unknown === undefined) return null
  return {
    severity: 'warning',
    code: 'versions-apart',
    message: `query.clusters: whether Thanos ${thanosTag(unknown.spec)} of ${unknown.spec.name} and that of the other cluster get along is not known`,
    remedy: 'give the image a tag that begins with its version: v0.42.4-ours',
  }
}

const rules: readonly ReadRule[] = [
  hasStoreApi,
  isPublished,
  hasFullName,
  isNoFurtherEndpoint,
  sameCopies,
  newEnough,
  nearVersions,
  knownVersions,
]

/** What is wrong with a cluster that is read, at the one that reads it; the first of what there is. */
export function readRefusals(chosen: Chosen): Refused[] {
  const said = rules.map((rule) => rule(chosen)).find((found) => found !== null)
  return said === undefined ? [] : [{ at: chosen.by, path: chosen.path, ...said }]
}
