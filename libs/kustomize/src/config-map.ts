import type { ConfigFiles } from './state.ts'
import type { ValueMap } from './value.ts'

/** The ConfigMap that Kustomize generates from files, before it adds a hash to the name. */
export function configMap(config: ConfigFiles): ValueMap {
  return config.patched ?? configMapOf(config, config.files, config.labels ?? {}, config.annotations ?? {})
}

/** A generated ConfigMap; what is empty is left out, as Kustomize does. */
export function configMapOf(
  id: Pick<ConfigFiles, 'name' | 'namespace'>,
  data: Readonly<Record<string, string>>,
  labels: Readonly<Record<string, string>>,
  annotations: Readonly<Record<string, string>>,
): ValueMap {
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: {
      name: id.name,
      ...(id.namespace === '' ? {} : { namespace: id.namespace }),
      ...optional('labels', labels),
      ...optional('annotations', annotations),
    },
    ...optional('data', data),
  }
}

function optional(key: string, map: Readonly<Record<string, string>>): ValueMap {
  return Object.keys(map).length === 0 ? {} : { [key]: { ...map } }
}
