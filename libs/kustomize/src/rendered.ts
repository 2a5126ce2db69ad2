import { isKubeObject, type KubeObject } from '@thanos-fleet/kubernetes'
import { configMap } from './config-map.ts'
import { hashSuffix } from './hash.ts'
import { clusterScopedReferrers, renamedReferences } from './references.ts'
import type { ConfigFiles, State } from './state.ts'
import { isMap, plainObject, type ValueMap } from './value.ts'

/**
 * The objects that `kustomize build` prints for a state: `configs` have become ConfigMaps, those with
 * `onChange: 'restart'` carry Kustomize's hash suffix, and references to them follow.
 *
 * @returns plain JSON objects (no `undefined`), in no particular order; compare them by identity
 */
export function rendered(state: State): KubeObject[] {
  const suffixed = new Map<string, string>()
  for (const config of state.configs) {
    if (config.onChange === 'restart') suffixed.set(place(config.namespace, config.name), nameInCluster(config))
  }
  const objects = state.objects.map((object) => {
    const plain = plainObject(object)
    return suffixed.size === 0 ? plain : withSuffixes(plain, object, suffixed)
  })
  return [...objects, ...state.configs.map((config) => renamed(configMap(config), nameInCluster(config)))].filter(
    isKubeObject,
  )
}

function withSuffixes(plain: ValueMap, object: KubeObject, suffixed: ReadonlyMap<string, string>): ValueMap {
  const anyNamespace = clusterScopedReferrers.has(object.kind)
  const namespace = object.metadata.namespace ?? ''
  return renamedReferences(plain, object.kind, (name) => {
    if (!anyNamespace) return suffixed.get(place(namespace, name)) ?? name
    for (const [key, value] of suffixed) if (key.endsWith(`/${name}`)) return value
    return name
  })
}

/** To Kustomize a missing namespace and `default` are the same. */
function place(namespace: string, name: string): string {
  return `${namespace === '' ? 'default' : namespace}/${name}`
}

function nameInCluster(config: ConfigFiles): string {
  return config.onChange === 'restart' ? `${config.name}-${hashSuffix(config.files, config.patched)}` : config.name
}

function renamed(object: ValueMap, name: string): ValueMap {
  return isMap(object['metadata']) ? { ...object, metadata: { ...object['metadata'], name } } : object
}
