import type { Diagnostic } from '@thanos-fleet/diagnostics'
import { idString, isKubeObject, type KubeObject } from '@thanos-fleet/kubernetes'
import { configMap } from '../config-map.ts'
import { hashAnnotation, hashed } from '../configs.ts'
import { textsOf } from '../hash.ts'
import type { ConfigFiles, State } from '../state.ts'
import { isMap, knownPlainObject, type ValueMap } from '../value.ts'
import { checkFile } from './check.ts'
import type { PatchFile } from './patch-file.ts'
import { Shapes } from './shapes.ts'
import type { PatchPlace, Target } from './target.ts'

/** An object that hand-written patches changed or deleted. */
export interface PatchedObject {
  /** Its `idString`. */
  id: string
  before: KubeObject
  /** Undefined if it was deleted. */
  after: KubeObject | undefined
  by: readonly PatchPlace[]
}

/** A state with its hand-written patches applied. */
export interface PatchedState {
  /** What Kustomize makes of it; true to it only where no finding is an error. Objects without patches are the same. */
  state: State
  changes: PatchedObject[]
  findings: Diagnostic[]
}

/**
 * Applies hand-written patches as Kustomize does, one after the other, to what a cluster has without them.
 *
 * Patches that Kustomize would refuse without saying where, and such as do something else than they say, are findings.
 * Every other result equals that of `kustomize build` exactly, which the tests prove for random patches.
 *
 * @param state what the cluster has before the patches
 * @param files in the order in which Kustomize applies them
 */
export function applyPatches(state: State, files: readonly PatchFile[]): PatchedState {
  if (files.length === 0) return { state, changes: [], findings: [] }
  const targets = new Map<string, Target>()
  for (const object of state.objects) add(targets, knownPlainObject(object))
  for (const config of state.configs) add(targets, hashed(configMap(config), config.onChange === 'restart'))
  const before = new Map([...targets].map(([id, { object }]) => [id, object]))
  const shapes = new Shapes([...before.values()].filter((object) => object !== undefined))
  const findings = files.flatMap((file) => checkFile(file, targets, shapes))
  const changes = [...targets].flatMap(([id, { object, by }]): PatchedObject[] => {
    const first = before.get(id)
    return by.length === 0 || first === undefined ? [] : [{ id, before: first, after: object, by }]
  })
  return { state: withChanges(state, changes), changes, findings }
}

/** A state with some of its objects changed or deleted by patches. */
export function withChanges(state: State, changes: readonly PatchedObject[]): State {
  const changed = new Map(changes.map((change) => [change.id, change.after]))
  return {
    objects: state.objects.flatMap((object) => afterOf(object, changed)),
    configs: state.configs.flatMap((config) => configAfter(config, changed)),
  }
}

function add(targets: Map<string, Target>, object: ValueMap): void {
  if (isKubeObject(object)) targets.set(idString(object), { object, first: object, by: [] })
}

function afterOf(object: KubeObject, changed: ReadonlyMap<string, KubeObject | undefined>): KubeObject[] {
  const id = idString(object)
  if (!changed.has(id)) return [object]
  const after = changed.get(id)
  return after === undefined ? [] : [after]
}

/** Kustomize decides about the hash suffix after the patches, by an annotation that they may have removed. */
function configAfter(config: ConfigFiles, changed: ReadonlyMap<string, KubeObject | undefined>): ConfigFiles[] {
  const id = idString({ apiVersion: 'v1', kind: 'ConfigMap', metadata: config })
  if (!changed.has(id)) return [config]
  const after = changed.get(id)
  if (after === undefined) return []
  const patched = knownPlainObject(after)
  const metadata = isMap(patched['metadata']) ? patched['metadata'] : {}
  const { [hashAnnotation]: mark, ...annotations } = textsOf(metadata['annotations'])
  const { annotations: _, ...rest } = metadata
  const some = Object.keys(annotations).length > 0
  return [
    {
      ...config,
      labels: textsOf(metadata['labels']),
      annotations,
      files: textsOf(patched['data']),
      onChange: mark === undefined ? 'reload' : 'restart',
      patched: { ...patched, metadata: { ...rest, ...(some ? { annotations } : {}) } },
    },
  ]
}
