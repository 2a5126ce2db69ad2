import type { PatchPlace } from '@thanos-fleet/kustomize'

/** Something that hand-written patches do to a cluster and its author should know. */
export interface PatchFinding {
  severity: 'error' | 'warning'
  code: string
  /** The patch, and where in it. */
  place: Pick<PatchPlace, 'file' | 'line' | 'column'>
  message: string
  remedy: string
}
