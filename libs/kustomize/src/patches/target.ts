import type { KubeObject } from '@thanos-fleet/kubernetes'
import type { ValueMap } from '../value.ts'

/** An object as the patches so far have made it. */
export interface Target {
  /** Undefined once a patch has deleted it. */
  object: (ValueMap & KubeObject) | undefined
  /** As it was before any patch. */
  first: ValueMap
  /** The patches that were applied to it. */
  by: PatchPlace[]
}

/** Where one patch is. */
export interface PatchPlace {
  /** Its file, from the repository's root. */
  file: string
  line: number
  column: number
  /** Where the patch says a field; undefined if it does not. */
  locate(path: readonly (string | number)[]): { line: number; column: number } | undefined
}
