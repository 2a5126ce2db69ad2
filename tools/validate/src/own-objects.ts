import type { ClusterSpec } from '@thanos-fleet/cluster-spec'
import { idString, type KubeObject } from '@thanos-fleet/kubernetes'
import type { BuiltCluster } from './build.ts'

/** What kustomize built, without people's own objects, and those apart. */
export interface SeparatedCluster extends BuiltCluster {
  own: KubeObject[]
  /** Those of them that are not encrypted: to a schema, encryption is a key that Kubernetes does not know. */
  ownText: string
}

/**
 * Sets people's own objects apart: they are no part of the model, their programs are not ours to start, and how well
 * they keep the rules of kube-score is their owners' affair.
 */
export function separateOwn({ objects: own }: ClusterSpec, built: BuiltCluster): SeparatedCluster {
  if (own.length === 0) return { ...built, own: [], ownText: '' }
  const encryptedById = new Map(own.map(({ object, encrypted }) => [idString(object), encrypted]))
  const isOwn = (object: KubeObject) => encryptedById.has(idString(object))
  const theirs = built.objects.filter(isOwn)
  const ours = built.objects.filter((object) => !isOwn(object))
  const text = (objects: readonly KubeObject[]) => objects.map((object) => `---\n${JSON.stringify(object)}\n`).join('')
  return {
    ...built,
    objects: ours,
    text: text(ours),
    own: theirs,
    ownText: text(theirs.filter((object) => encryptedById.get(idString(object)) === false)),
  }
}
