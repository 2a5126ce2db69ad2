import { type ConfigMap, configMapBytes, type KubeObject, mostConfigMapBytes } from '@thanos-fleet/kubernetes'
import type { State } from '@thanos-fleet/kustomize'

/** A ConfigMap that the API server would refuse. */
export interface OversizedConfigMap {
  code: 'config-map-too-large'
  /** Its name. */
  name: string
  message: string
  remedy: string
}

/** Every ConfigMap of a cluster, generated from files or not, whose keys and values together are too large. */
export function oversizedConfigMaps({ objects, configs }: State): OversizedConfigMap[] {
  const all = [
    ...configs.map(({ name, files }) => ({ name, data: files })),
    ...objects.filter(isConfigMap).map(({ metadata, data = {}, binaryData = {} }) => ({
      name: metadata.name ?? '',
      data: { ...data, ...binaryData },
    })),
  ]
  return all.flatMap(({ name, data }): OversizedConfigMap[] => {
    const bytes = Object.entries(data).reduce((sum, [key, text]) => sum + configMapBytes(key, text), 0)
    if (bytes <= mostConfigMapBytes) return []
    return [
      {
        code: 'config-map-too-large',
        name,
        message: `the ConfigMap ${name} has ${Math.ceil(bytes / 1024)} KiB, more than ${mostConfigMapBytes / 1024} KiB: Kubernetes would reject it`,
        remedy: 'reduce the settings it is generated from',
      },
    ]
  })
}

function isConfigMap(object: KubeObject): object is ConfigMap {
  return object.kind === 'ConfigMap'
}
