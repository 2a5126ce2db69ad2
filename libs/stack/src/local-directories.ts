import type { KubeObject, PersistentVolume } from '@thanos-fleet/kubernetes'
import type { State } from '@thanos-fleet/kustomize'

/** The directories that volumes on named nodes need, as commands to run on each node; nothing where there are none. */
export function directoryCommands({ objects }: State): string[] {
  const byNode = new Map<string, string[]>()
  for (const volume of objects.filter(isVolume)) {
    const path = volume.spec?.local?.path
    const node = nodeOf(volume)
    if (path !== undefined && node !== undefined) byNode.set(node, [...(byNode.get(node) ?? []), path])
  }
  if (byNode.size === 0) return []
  return [
    '## Directories on the nodes',
    '',
    'Local volumes are directories that must exist before the pods start; Kubernetes does not create them.',
    '',
    ...[...byNode]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .flatMap(([node, paths]) => [`On ${node}:`, '', '```sh', `mkdir -p ${paths.sort().join(' ')}`, '```', '']),
  ]
}

function isVolume(object: KubeObject): object is PersistentVolume {
  return object.kind === 'PersistentVolume'
}

function nodeOf(volume: PersistentVolume): string | undefined {
  const terms = volume.spec?.nodeAffinity?.required?.nodeSelectorTerms ?? []
  return terms[0]?.matchExpressions?.[0]?.values?.[0]
}
