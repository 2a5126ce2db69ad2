import { type BaseOptions, overlay } from './overlay.ts'
import type { Files, State } from './state.ts'

/** A folder whose `kustomize build` is `rendered(state)`: a kustomization, one file per object, the config files. */
export function base(state: State, options: BaseOptions = {}): Files {
  return overlay({ resources: [], from: { objects: [], configs: [] }, to: state, ...options })
}
