import { type Built, type Context, localStorageClass } from '@thanos-fleet/authoring'
import { commonLabels, type KubeObject, type PersistentVolume, type StorageClass } from '@thanos-fleet/kubernetes'
import { localNodesFor } from '@thanos-fleet/cluster-spec'
import { type Claim, claimsOf } from './claims.ts'

const component = 'storage'

/**
 * Volumes on named nodes, for clusters whose disks nobody provisions: one for each claim of the other components, of
 * the size it asks for, bound to it by name, on the node that `nodeOf` gives it.
 * @param objects the objects of all other components
 */
export function storage({ spec }: Context, objects: readonly KubeObject[]): Built {
  const { local } = spec.storage
  if (local === null) return { objects: [], configs: [] }
  const className = local.class ?? localStorageClass
  const { singleNode } = spec.topology
  const nodesFor = (claim: Claim) => (singleNode === null ? localNodesFor(local, claim.nodeSelector) : [singleNode])
  return {
    objects: [
      storageClass(className),
      ...claimsOf(objects).map((claim) => volume(claim, className, local.path, nodeOf(claim, nodesFor(claim)))),
    ],
    configs: [],
  }
}

/** Source: https://kubernetes.io/docs/concepts/storage/storage-classes/#local */
const storageClass = (name: string): StorageClass => ({
  apiVersion: 'storage.k8s.io/v1',
  kind: 'StorageClass',
  metadata: { name, labels: commonLabels(component) },
  provisioner: 'kubernetes.io/no-provisioner',
  volumeBindingMode: 'WaitForFirstConsumer',
  reclaimPolicy: 'Retain',
})

function volume(
  { namespace, name, size, accessModes }: Claim,
  className: string,
  path: string,
  node: string,
): PersistentVolume {
  return {
    apiVersion: 'v1',
    kind: 'PersistentVolume',
    metadata: {
      name: `${namespace}-${name}`,
      labels: commonLabels(component),
      annotations: {
        'argocd.argoproj.io/sync-options': 'Prune=false',
        'kustomize.toolkit.fluxcd.io/prune': 'disabled',
      },
    },
    spec: {
      capacity: { storage: size },
      accessModes,
      volumeMode: 'Filesystem',
      persistentVolumeReclaimPolicy: 'Retain',
      storageClassName: className,
      claimRef: { apiVersion: 'v1', kind: 'PersistentVolumeClaim', namespace, name },
      local: { path: `${path}/${name}` },
      nodeAffinity: {
        required: {
          nodeSelectorTerms: [
            { matchExpressions: [{ key: 'kubernetes.io/hostname', operator: 'In', values: [node] }] },
          ],
        },
      },
    },
  }
}

/**
 * The node of a claim: the replicas of a workload go round the nodes that its pods may run on, and workloads start at
 * different ones. It depends on nothing but the claim and the nodes, because a volume cannot move when a component is added.
 */
function nodeOf({ workload, ordinal }: Claim, nodes: string[]): string {
  const start = [...workload].reduce((sum, letter) => sum + letter.charCodeAt(0), 0)
  return nodes[(start + ordinal) % nodes.length] ?? ''
}
