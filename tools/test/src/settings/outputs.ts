import { type Fleet, loadCluster, loadFleet, productFleet } from '@thanos-fleet/cluster-spec'
import type { Diagnostic } from '@thanos-fleet/diagnostics'
import { fleetCluster, gitopsFiles } from '@thanos-fleet/gitops'
import { isObject } from '@thanos-fleet/json'
import { dependenciesOf, desired, overlayFiles } from '@thanos-fleet/stack'
import { stringify } from 'yaml'
import { extraFolder } from './extra-folder.ts'

/** What a file leads to: what is generated, or why it is refused. */
export type Outcome = { accepted: true; generated: string } | { accepted: false; refusal: string }

/** What a cluster.yaml leads to. @param fleet the text of fleet.yaml */
export function outcomeOfCluster(document: unknown, fleet?: string): Outcome {
  return clusterIn(document, fleet === undefined ? productFleet : fleetOf(fleet))
}

/** What a fleet.yaml leads to, for the clusters of a fleet. */
export function outcomeOfFleet(document: unknown, clusters: readonly unknown[]): Outcome {
  const { fleet, diagnostics } = loadFleet(textOf(document))
  const refusals = diagnostics.filter(({ severity }) => severity === 'error')
  if (fleet === undefined || refusals.length > 0) return refusedFor(refusals)
  const outcomes = clusters.map((cluster) => clusterIn(cluster, fleet))
  const refused = outcomes.find(({ accepted }) => !accepted)
  return refused ?? { accepted: true, generated: JSON.stringify([outcomes, [...overlayFiles(fleet)]]) }
}

/**
 * Objects and configuration files are compared, and what Argo CD and Flux get; not the pages for people: a setting that
 * only they show has no effect.
 */
function clusterIn(document: unknown, fleet: Fleet): Outcome {
  const name = isObject(document) && typeof document['name'] === 'string' ? document['name'] : 'x'
  const loaded = loadCluster({ path: `clusters/${name}/cluster.yaml`, text: textOf(document) }, extraFolder, fleet)
  if (!loaded.ok) return refusedFor(loaded.diagnostics)
  const { spec } = loaded
  const state = desired(spec)
  const cluster = fleetCluster(spec, state, dependenciesOf(spec))
  return { accepted: true, generated: JSON.stringify([state, [...gitopsFiles([cluster], fleet)]]) }
}

/** YAML without aliases, also where parts of a document are one object: they may not be nested. */
function textOf(document: unknown): string {
  return stringify(document, { aliasDuplicateObjects: false })
}

function refusedFor(diagnostics: readonly Diagnostic[]): Outcome {
  return { accepted: false, refusal: diagnostics.map(({ message }) => message).join('; ') }
}

function fleetOf(text: string): Fleet {
  const { fleet, diagnostics } = loadFleet(text)
  if (fleet === undefined) throw new Error(JSON.stringify(diagnostics))
  return fleet
}
