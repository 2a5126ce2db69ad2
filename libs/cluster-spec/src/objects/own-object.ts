import type { KubeObject } from '@thanos-fleet/kubernetes'
import type { Position } from '../yaml/position.ts'

/** An object of people's own, from a file in `objects/`. */
export interface OwnObject {
  /** Of its file, relative to the cluster's folder. */
  path: string
  /** Where it begins in the file. */
  position: Position
  /** Whether SOPS has encrypted it; then its values say nothing. */
  encrypted: boolean
  /** As it is in the file. For reading: Kustomize is given the file itself. */
  object: KubeObject
}
