import type { KubeObject, PersistentVolumeClaim, StatefulSet } from '@thanos-fleet/kubernetes'

/** A claim that some pod will make, and what it asks for. */
export interface Claim {
  namespace: string
  name: string
  workload: string
  /** The number of the replica; 0 for a claim that is an object of its own. */
  ordinal: number
  size: string
  accessModes: string[]
  /** What the pod asks of its node. */
  nodeSelector: Record<string, string>
}

/** Every claim of these objects: those of the replicas of StatefulSets, and those that are objects themselves. */
export function claimsOf(objects: readonly KubeObject[]): Claim[] {
  return objects.flatMap((object) => {
    if (isStatefulSet(object)) return ofReplicas(object)
    if (isClaim(object))
      return [
        {
          ...asked(object),
          name: object.metadata.name,
          workload: object.metadata.name,
          ordinal: 0,
          namespace: object.metadata.namespace ?? '',
          nodeSelector: {},
        },
      ]
    return []
  })
}

/** Kubernetes names the claims of a StatefulSet `<template>-<set>-<ordinal>`. */
function ofReplicas({ metadata, spec }: StatefulSet): Claim[] {
  return (spec?.volumeClaimTemplates ?? []).flatMap((template) =>
    Array.from({ length: spec?.replicas ?? 1 }, (_, ordinal): Claim => ({
      ...asked(template),
      namespace: metadata.namespace ?? '',
      name: `${template.metadata?.name}-${metadata.name}-${ordinal}`,
      workload: metadata.name,
      ordinal,
      nodeSelector: spec?.template.spec?.nodeSelector ?? {},
    })),
  )
}

function asked(claim: { spec?: PersistentVolumeClaim['spec'] }): Pick<Claim, 'size' | 'accessModes'> {
  return {
    size: claim.spec?.resources?.requests?.['storage'] ?? '',
    accessModes: claim.spec?.accessModes ?? [],
  }
}

function isStatefulSet(object: KubeObject): object is StatefulSet {
  return object.kind === 'StatefulSet'
}

function isClaim(object: KubeObject): object is PersistentVolumeClaim {
  return object.kind === 'PersistentVolumeClaim'
}
