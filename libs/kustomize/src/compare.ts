import { idString, type KubeObject } from '@thanos-fleet/kubernetes'
import { configMap } from './config-map.ts'
import { adoptedConfig, changedConfig, createdConfig, type GeneratedConfig, releasedConfig } from './configs.ts'
import type { Change } from './images.ts'
import { shared } from './shared.ts'
import type { ConfigFiles, State } from './state.ts'
import { equal, isMap, knownPlainObject, plainObject, type ValueMap } from './value.ts'

/** What differs between two states, object by object. */
export interface Comparison {
  /** Every object that is wanted, changed or not, with what it was before; ConfigMaps made from files excepted. */
  objects: Change[]
  /** Objects and ConfigMaps to be deleted. */
  removed: ValueMap[]
  configs: GeneratedConfig[]
}

/** Pairs what is with what shall be. @param main the namespace that file names leave out */
export function compare(from: State, to: State, main: string | undefined): Comparison {
  const before = new Map(from.objects.map((object) => [idString(object), object]))
  const configsBefore = new Map(from.configs.map((config) => [configId(config), config]))
  const configs: GeneratedConfig[] = []
  for (const config of to.configs) {
    const id = configId(config)
    const old = configsBefore.get(id)
    const oldObject = before.get(id)
    if (old !== undefined) configs.push(changedConfig(old, config, main))
    else if (oldObject !== undefined) configs.push(adoptedConfig(knownPlainObject(oldObject), config, main))
    else configs.push(createdConfig(config, main))
    before.delete(id)
    configsBefore.delete(id)
  }
  const objects: Change[] = []
  for (const object of to.objects) {
    const id = idString(object)
    const old = before.get(id)
    const oldConfig = configsBefore.get(id)
    if (oldConfig !== undefined) configs.push(releasedConfig(oldConfig, plainObject(object), main))
    else objects.push(changeOf(old && knownPlainObject(old), plainObject(object)))
    before.delete(id)
    configsBefore.delete(id)
  }
  const removed = [...[...before.values()].map(knownPlainObject), ...[...configsBefore.values()].map(configMap)]
  return { objects, configs, removed }
}

/** What is equal becomes the same reference, so that every later step sees at once whether and what it changes. */
function changeOf(from: ValueMap | undefined, to: ValueMap): Change {
  return from !== undefined && equal(from, to) ? { from, to: from } : { from, to: shared(to) }
}

function configId(config: ConfigFiles): string {
  const { name, namespace } = config
  return idString({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, namespace } })
}

/** The identity of a plain object as the type that identifies objects. */
export function asObject(value: ValueMap): KubeObject {
  const { apiVersion, kind, metadata } = value
  const { name, namespace } = isMap(metadata) ? metadata : {}
  return {
    apiVersion: typeof apiVersion === 'string' ? apiVersion : '',
    kind: typeof kind === 'string' ? kind : '',
    metadata: {
      name: typeof name === 'string' ? name : '',
      ...(typeof namespace === 'string' ? { namespace } : {}),
    },
  }
}
