import type { Finding } from '../finding.ts'
import type { Path } from '../yaml/position.ts'
import { valueAt } from '../yaml/paths.ts'

/** Settings that say something of one cluster, and why no two can have them in common. */
export const neverCommon: readonly { path: Path; why: string; remedy: string }[] = [
  { path: ['name'], why: 'each cluster has its own name', remedy: 'remove it' },
  {
    path: ['mode'],
    why: 'each cluster.yaml says its mode itself, and the defaults of modes follow from it',
    remedy: 'remove it, and write mode into each cluster.yaml',
  },
  {
    path: ['migration'],
    why: 'each cluster is on its own way between the modes',
    remedy: 'remove it; `nx run gen:migrate` writes it into cluster.yaml',
  },
  {
    path: ['grpcTls', 'step'],
    why: 'each cluster is on its own way to TLS or back',
    remedy: 'remove it, and write step into each cluster.yaml',
  },
  ...[['query'], ['queryFrontend'], ['receive', 'router']].map((path) => ({
    path: [...path, 'autoscaling', 'handover'],
    why: 'it says that the replicas of one running Deployment have another owner',
    remedy: 'remove it, and write handover into the cluster.yaml of each cluster, after its steps',
  })),
  {
    path: ['externalLabels', 'cluster'],
    why: 'clusters with one value could not be told apart',
    remedy: 'remove it: the default is the name of each cluster',
  },
  {
    path: ['ingress', 'hosts'],
    why: 'two clusters cannot be published under one host name',
    remedy: 'remove it, and write hosts into each cluster.yaml',
  },
  {
    path: ['query', 'clusters'],
    why: 'clusters that all read the same would read each other',
    remedy: 'remove it, and write query.clusters into the cluster.yaml of the one that reads others',
  },
  {
    path: ['gitops'],
    why: 'the fleet has a setting of its own for it',
    remedy: 'write gitops.argocd.destination at the top level of fleet.yaml',
  },
  {
    path: ['extra'],
    why: "it names files of one cluster's folder",
    remedy: 'remove it, and write extra into each cluster.yaml',
  },
]

const ringOfRing = { path: ['ring'], why: 'its clusters are in it already', remedy: 'remove it' }

/**
 * The settings of a section of `defaults` that cannot be common.
 * @param section its place in the file
 */
export function neverCommonIn(value: unknown, section: Path): Finding[] {
  return [...neverCommon, ...(section[1] === 'rings' ? [ringOfRing] : [])]
    .filter(({ path }) => valueAt(value, path) !== undefined)
    .map(({ path, why, remedy }) => ({
      code: 'default-not-common',
      path,
      at: 'key',
      message: `${path.join('.')} cannot be a fleet default: ${why}`,
      remedy,
    }))
}
