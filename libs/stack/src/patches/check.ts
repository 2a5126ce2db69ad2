import type { ClusterSpec } from '@thanos-fleet/cluster-spec'
import type { PatchedState, State } from '@thanos-fleet/kustomize'
import type { PatchFinding } from './finding.ts'
import { brokenConnections } from './connections.ts'
import { brokenObligations } from './obligations.ts'
import { brokenReferences } from './references.ts'
import { replacedFiles } from './replaced-files.ts'
import { renamedSecrets } from './secrets.ts'
import { substitutedObjects } from './substituted.ts'
import { workloadFindings } from './workloads.ts'

/**
 * What hand-written patches do to a cluster beyond the objects that they change: components that are half deleted,
 * references that lead nowhere, settings without effect.
 *
 * @param state what the cluster has without patches
 */
export function checkPatched(spec: ClusterSpec, state: State, patched: PatchedState): PatchFinding[] {
  const { changes } = patched
  if (changes.length === 0) return []
  const ofWorkloads = workloadFindings(changes)
  const isDeleted = ofWorkloads.some(({ code }) => code === 'patch-deletes-component')
  return [
    ...ofWorkloads,
    // Whatever refers to a deleted component goes with it once it is switched off instead.
    ...(isDeleted ? [] : references(spec, state, patched)),
    ...renamedSecrets(state, patched),
    ...replacedFiles(spec, changes),
    ...substitutedObjects(changes),
  ]
}

/** What a reference breaks, a connection breaks too, and what a connection breaks, an obligation: it is said once. */
function references(spec: ClusterSpec, state: State, patched: PatchedState): PatchFinding[] {
  const broken = brokenReferences(state, patched)
  // Where Kustomize would refuse a patch, nothing true is known of what comes of it.
  const isRefused = patched.findings.some(({ severity }) => severity === 'error')
  if (broken.length > 0 || isRefused) return broken
  const connections = brokenConnections(spec, state, patched)
  return connections.length > 0 ? connections : brokenObligations(spec, state, patched)
}
