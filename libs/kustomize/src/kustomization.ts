import type { ImageRule } from './image.ts'
import type { Move } from './namespace.ts'
import type { ReplicaRule } from './replicas.ts'
import type { ValueMap } from './value.ts'
import { yamlText } from './yaml.ts'

/** An entry of `patches`: a file whose body names its target, or JSON operations with a target beside them. */
export interface PatchEntry {
  path: string
  target?: ValueMap
}

export interface Kustomization {
  resources: readonly string[]
  configMapGenerator?: readonly ValueMap[]
  patches?: readonly PatchEntry[]
  images?: readonly ImageRule[]
  replicas?: readonly ReplicaRule[]
  replacements?: readonly ValueMap[]
}

/** The text of a kustomization.yaml; empty lists are left out. */
export function kustomizationText(kustomization: Kustomization, header: string | undefined): string {
  const { resources, configMapGenerator = [], patches = [] } = kustomization
  const { images = [], replicas = [], replacements = [] } = kustomization
  const value: ValueMap = { apiVersion: 'kustomize.config.k8s.io/v1beta1', kind: 'Kustomization' }
  if (resources.length > 0) value['resources'] = [...resources]
  if (configMapGenerator.length > 0) value['configMapGenerator'] = [...configMapGenerator]
  if (patches.length > 0) value['patches'] = patches.map((patch) => ({ ...patch }))
  if (replicas.length > 0) value['replicas'] = replicas.map((rule) => ({ ...rule }))
  if (images.length > 0) value['images'] = images.map((rule) => ({ ...rule }))
  if (replacements.length > 0) value['replacements'] = [...replacements]
  return yamlText(value, header)
}

/** The entry of `replacements` that puts everything of one namespace into another. */
export function replacementOf(move: Move): ValueMap {
  return {
    sourceValue: move.to,
    targets: [{ select: { namespace: move.from }, fieldPaths: ['metadata.namespace'] }],
  }
}
