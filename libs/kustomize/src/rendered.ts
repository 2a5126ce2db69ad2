import type { KubeObject } from '@thanos-fleet/kubernetes'
import type { State } from './state.ts'

/**
 * The objects that `kustomize build` prints for a state: `configs` have become ConfigMaps, those with
 * `onChange: 'restart'` carry Kustomize's hash suffix, and references to them in pods follow.
 *
 * @returns plain JSON objects (no `undefined`), in no particular order; compare them by identity
 */
export function rendered(state: State): KubeObject[] {
  return [...state.objects]
}
