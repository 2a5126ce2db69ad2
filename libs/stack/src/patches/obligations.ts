import type { ClusterSpec } from '@thanos-fleet/cluster-spec'
import { type PatchedObject, type PatchedState, rendered, type State, withChanges } from '@thanos-fleet/kustomize'
import { ClusterObjects } from '../obligations/cluster-objects.ts'
import { obligations } from '../obligations/index.ts'
import type { Obligation } from '../obligations/obligation.ts'
import type { PatchFinding } from './finding.ts'

/**
 * What a setting demands of other parts of the cluster and gets without the patches but not with them, such as a grace
 * period as long as a query may take.
 */
export function brokenObligations(spec: ClusterSpec, before: State, { state, changes }: PatchedState): PatchFinding[] {
  const objectsOf = (one: State) => new ClusterObjects(spec, rendered(one))
  const [own, patched] = [objectsOf(before), objectsOf(state)]
  return obligations.flatMap((row) => {
    const news = brokenSince(row, own, patched)
    const alone = (change: PatchedObject) => brokenSince(row, own, objectsOf(withChanges(before, [change])))
    // Several changes together can break what none does alone: then it is said at the last of them.
    const change = news.length === 0 ? undefined : (changes.find((one) => alone(one).length > 0) ?? changes.at(-1))
    const place = change?.by.at(-1)
    return change === undefined || place === undefined ? [] : [finding(row, news, change, place)]
  })
}

/** What does not keep an obligation after the patches and did before; that nobody can tell any more counts as well. */
function brokenSince(row: Obligation, own: ClusterObjects, patched: ClusterObjects): string[] {
  const known = answer(row, own)
  if (known === undefined) return []
  return (answer(row, patched) ?? [unknown]).filter((what) => !known.includes(what))
}

const unknown = 'it cannot be told from what the patch leaves'

/** Undefined where the objects are not what the row takes them for: patches may write anything. */
function answer({ applies, broken }: Obligation, cluster: ClusterObjects): string[] | undefined {
  try {
    return applies(cluster) ? broken(cluster) : []
  } catch {
    return undefined
  }
}

function finding(
  { setting, demands, why }: Obligation,
  news: readonly string[],
  { id, before }: PatchedObject,
  place: PatchFinding['place'],
): PatchFinding {
  return {
    // Who takes over a whole file may write it in a form that is not known here.
    severity: before.kind === 'ConfigMap' && news.includes(unknown) ? 'warning' : 'error',
    code: 'patch-breaks-obligation',
    place,
    message: `after the patch of ${id}, ${setting} does not get what it demands: ${demands} (${news.join('; ')}): ${why}`,
    remedy: 'leave the value as it is generated, or change the setting in cluster.yaml, which changes both',
  }
}
