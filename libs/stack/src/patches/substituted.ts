import type { PatchedObject } from '@thanos-fleet/kustomize'
import { isSubstituted, literalAnnotation } from '../literal.ts'
import type { PatchFinding } from './finding.ts'

/** Objects to which a patch brings dollar signs that Flux would take for its variables. */
export function substitutedObjects(changes: readonly PatchedObject[]): PatchFinding[] {
  const [[key = '', value = ''] = []] = Object.entries(literalAnnotation)
  return changes.flatMap(({ id, before, after, by }): PatchFinding[] => {
    const place = by.at(-1)
    if (after === undefined || place === undefined || isSubstituted(before) || !isSubstituted(after)) return []
    if (after.metadata.annotations?.[key] === value) return []
    return [
      {
        severity: 'error',
        code: 'patch-substituted',
        place,
        message: `the patch gives ${id} a text with \${ or $$, which a Flux Kustomization above this one would substitute`,
        remedy: `add the annotation ${key}: ${value} in the patch`,
      },
    ]
  })
}
