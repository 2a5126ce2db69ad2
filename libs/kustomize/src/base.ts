import { overlay } from './overlay.ts'
import type { Files, State } from './state.ts'

export interface BaseOptions {
  /** The namespace most objects live in: the names of their files leave it out. */
  namespace?: string
  /** Text for a comment at the head of every YAML file, without `#`, may have several lines. */
  header?: string
}

/** A folder whose `kustomize build` is `rendered(state)`: a kustomization, one file per object, the config files. */
export function base(state: State, options: BaseOptions = {}): Files {
  return overlay({ resources: [], from: { objects: [], configs: [] }, to: state, ...options })
}
