import type { BaseOptions } from './base.ts'
import type { Files, State } from './state.ts'

export interface OverlayInput extends BaseOptions {
  /** Folders of the kustomizations this one builds on, relative to its own folder. */
  resources: readonly string[]
  /** What those produce together. */
  from: State
  /** What this kustomization has to produce (before the hand-written patches). */
  to: State
  /** Hand-written strategic-merge patches, relative paths, applied after the generated ones. */
  patches?: readonly string[]
}

/** The smallest natural overlay: a folder whose `kustomize build` is `rendered(to)`, given the folders of `from`. */
export function overlay(input: OverlayInput): Files {
  return new Map(input.resources.map((path) => [path, '']))
}
