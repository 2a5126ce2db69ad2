import { modes } from '@thanos-fleet/catalog'
import { hashringOf } from '../checks/tenant-pattern.ts'
import { deduplicatesTenants } from '../data-paths.ts'
import { isOfOneCluster, writtenAt } from './published.ts'
import type { Refused } from './refused.ts'
import { type Sent, sendsTo } from './sent.ts'

/** What must hold between a cluster and the one that it sends to. */
type WriteRule = (sent: Sent) => Omit<Refused, 'at' | 'path'> | null

/** Who sends on does not keep, and in a move Receive comes or goes. */
const receives: WriteRule = ({ centre: { spec, path } }) => {
  const { name, mode, migration } = spec
  if (modes[mode].receives && migration === null && spec.sendsTo === null) return null
  const why =
    spec.sendsTo !== null
      ? `sends to ${spec.sendsTo} itself`
      : migration !== null
        ? `moves to ${migration.to}, and has Receive for a part of the way only`
        : `is of ${mode}, which has no Receive`
  return {
    code: 'centre-without-receive',
    message: `sendsTo: ${name} ${why}`,
    remedy:
      spec.sendsTo === null
        ? `write mode: receive-mode in ${path}, or another cluster here`
        : `write sendsTo: ${spec.sendsTo}`,
  }
}

const isPublished: WriteRule = ({ centre: { spec, path } }) =>
  writtenAt(spec) !== null
    ? null
    : {
        code: 'cluster-not-published',
        message: `sendsTo: ${spec.name} does not publish where others write`,
        remedy: `write ingress: {hosts: {remoteWrite: …}} in ${path}`,
      }

const hasFullName: WriteRule = ({ centre: { spec, path } }) => {
  const host = writtenAt(spec)?.host ?? ''
  if (!isOfOneCluster(host)) return null
  return {
    code: 'cluster-not-published',
    message: `sendsTo: ${spec.name} publishes where others write as "${host}", which this cluster would look for among its own Services`,
    remedy: `write its full name in ${path}: ingress: {hosts: {remoteWrite: write.${spec.name}.example.com}}`,
  }
}

/** A tenant is a name: what two clusters write under one could not be told apart, nor be limited by itself. */
const ownName: WriteRule = ({ by, centre: { spec, path } }) =>
  by.spec.name !== spec.receive.tenant
    ? null
    : {
        code: 'tenant-of-two-clusters',
        message: `sendsTo: ${spec.name} itself writes as the tenant "${spec.receive.tenant}", the name of this cluster`,
        remedy: `write another receive.tenant in ${path}`,
      }

const hasHashring: WriteRule = ({ by, centre: { spec, path } }) =>
  hashringOf(by.spec.name, spec.receive.hashrings) !== undefined
    ? null
    : {
        code: 'tenant-without-hashring',
        message: `sendsTo: no hashring of ${spec.name} accepts the tenant "${by.spec.name}": all writes would be rejected`,
        remedy: `add a hashring without tenants at the end of receive.hashrings in ${path}, or add this tenant to one`,
      }

/** Replicas of this cluster would be one series with those of the centre wherever the labels are equal otherwise. */
const keepsTenantsApart: WriteRule = ({ centre: { spec, path } }) =>
  !deduplicatesTenants(spec)
    ? null
    : {
        code: 'tenants-would-be-merged',
        message: `sendsTo: ${spec.name} takes series that differ only in their tenant for copies of one`,
        remedy: `remove query.deduplicateTenants in ${path} once the blocks of its move are gone, and send afterwards`,
      }

const rules: readonly WriteRule[] = [receives, isPublished, hasFullName, ownName, hasHashring, keepsTenantsApart]

/** What is wrong with the cluster that another one sends to, at the one that sends; the first of what there is. */
export function writeRefusals(sent: Sent): Refused[] {
  const said = rules.map((rule) => rule(sent)).find((found) => found !== null)
  return said === undefined ? [] : [{ at: sent.by, path: sendsTo, ...said }]
}
