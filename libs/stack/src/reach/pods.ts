import { type ConfigMap, type Container, isWorkload, type KubeObject, type PodSpec } from '@thanos-fleet/kubernetes'

/** The pods of a workload, as policies and Services see them. */
export interface Pods {
  workload: string
  replicas: number
  namespace: string
  labels: Record<string, string>
  spec: PodSpec
}

/** The pods of all workloads of a cluster. */
export function podsOf(objects: readonly KubeObject[]): Pods[] {
  return objects.filter(isWorkload).flatMap((object) => {
    const template = object.spec?.template
    if (template?.spec === undefined) return []
    return {
      workload: object.metadata.name,
      replicas:
        object.kind === 'DaemonSet' ? 1 : (object.spec && 'replicas' in object.spec && object.spec.replicas) || 1,
      namespace: object.metadata.namespace ?? '',
      labels: template.metadata?.labels ?? {},
      spec: template.spec,
    }
  })
}

export function containersOf({ spec }: Pods): Container[] {
  return [...(spec.initContainers ?? []), ...spec.containers]
}

/** The files of ConfigMaps that a pod mounts, by name of the ConfigMap and key. */
export function filesOf({ spec, namespace }: Pods, objects: readonly KubeObject[]): { name: string; text: string }[] {
  const names = (spec.volumes ?? []).flatMap(({ configMap, projected }) =>
    [configMap?.name, ...(projected?.sources ?? []).map((source) => source.configMap?.name)].flatMap(
      (name) => name ?? [],
    ),
  )
  return objects
    .filter((object): object is ConfigMap => object.kind === 'ConfigMap')
    .filter(({ metadata }) => metadata.namespace === namespace && names.includes(metadata.name))
    .flatMap(({ metadata, data }) =>
      Object.entries(data ?? {}).map(([key, text]) => ({ name: `${metadata.name}/${key}`, text })),
    )
}
