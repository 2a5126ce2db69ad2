import type { ClusterSpec } from '@thanos-fleet/cluster-spec'
import { type PatchedState, rendered, type State } from '@thanos-fleet/kustomize'
import { reachOf } from '../reach/reach.ts'
import type { PatchFinding } from './finding.ts'

/**
 * Connections that work without the patches and not with them: an address that leads to nobody, since a port, a Service or
 * a label is another one, or one that a policy of either end forbids.
 */
export function brokenConnections(spec: ClusterSpec, before: State, { state, changes }: PatchedState): PatchFinding[] {
  const known = new Set(reachOf(spec, rendered(before)).unreachable)
  const broken = reachOf(spec, rendered(state)).unreachable.filter((what) => !known.has(what))
  // A port that is another one breaks every connection to it: the first of an object says it.
  const found = new Map<string, PatchFinding>()
  for (const what of new Set(broken)) {
    const names = changes.filter(({ before: { metadata } }) => what.includes(metadata.name))
    const change = names.find(({ before: { kind } }) => kind !== 'ConfigMap') ?? names[0] ?? changes[0]
    const place = change?.by.at(-1)
    if (change === undefined || place === undefined || found.has(change.id)) continue
    found.set(change.id, {
      // A policy can be meant to be closed, and what other kinds of policies allow instead is not known here.
      severity: change.before.kind === 'NetworkPolicy' ? 'warning' : 'error',
      code: 'patch-breaks-reference',
      place,
      message: `after the patch a connection does not work any more: ${what}`,
      remedy: 'leave addresses, ports and labels as they are, or patch both ends and their policies',
    })
  }
  return [...found.values()]
}
