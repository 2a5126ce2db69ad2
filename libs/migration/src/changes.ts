import type { ClusterSpec } from '@thanos-fleet/cluster-spec'
import { idString, type KubeObject } from '@thanos-fleet/kubernetes'
import { rendered, type State } from '@thanos-fleet/kustomize'
import { desired } from '@thanos-fleet/stack'
import { isDeepStrictEqual } from 'node:util'

/** What a step does to one object of the cluster. */
export interface Change {
  change: 'added' | 'removed' | 'changed'
  kind: string
  name: string
  namespace: string | null
  /** Whether the pods of a workload are replaced, one after the other. */
  restarts: boolean
}

/** What a change of the specification does to the objects of a cluster, in the order in which people read them. */
export function changesBetween(before: ClusterSpec, after: ClusterSpec): Change[] {
  return changesOf(desired(before), desired(after))
}

function changesOf(before: State, after: State): Change[] {
  const [old, now] = [byId(before), byId(after)]
  const removed = [...old].filter(([id]) => !now.has(id)).map(([, object]) => changeOf('removed', object))
  const rest = [...now].flatMap(([id, object]) => {
    const earlier = old.get(id)
    if (earlier === undefined) return [changeOf('added', object)]
    return isDeepStrictEqual(earlier, object) ? [] : [changeOf('changed', object, restarts(earlier, object))]
  })
  return [...rest, ...removed]
}

function byId(state: State): Map<string, KubeObject> {
  return new Map(rendered(state).map((object) => [idString(object), object]))
}

function changeOf(change: Change['change'], { kind, metadata }: KubeObject, restarts = false): Change {
  return { change, kind, name: metadata.name, namespace: metadata.namespace ?? null, restarts }
}

function restarts(before: KubeObject, after: KubeObject): boolean {
  return !isDeepStrictEqual(templateOf(before), templateOf(after))
}

function templateOf(object: KubeObject): unknown {
  return 'spec' in object && typeof object.spec === 'object' && object.spec !== null && 'template' in object.spec
    ? object.spec.template
    : null
}
