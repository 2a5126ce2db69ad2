import {
  type ClusterSpec,
  type Fleet,
  linkFleet,
  loadCluster,
  type LoadedCluster,
  loadFleet,
  noLinks,
  productFleet,
} from '@thanos-fleet/cluster-spec'
import type { Diagnostic } from '@thanos-fleet/diagnostics'
import { fleetCluster, gitopsFiles } from '@thanos-fleet/gitops'
import { isObject } from '@thanos-fleet/json'
import { dependenciesOf, desired, overlayFiles } from '@thanos-fleet/stack'
import { stringify } from 'yaml'
import { extraFolder } from './extra-folder.ts'

/** What a file leads to: what is generated, or why it is refused. */
export type Outcome = { accepted: true; generated: string } | { accepted: false; refusal: string }

/** What a cluster.yaml can be read with. */
export interface Surroundings {
  /** The text of fleet.yaml, where settings are about what it says. */
  fleet?: string
  /** The other clusters of the fleet, where settings name them. */
  others?: readonly unknown[]
}

/** What a cluster.yaml leads to, in its context. */
export function outcomeOfCluster(document: unknown, { fleet, others = [] }: Surroundings = {}): Outcome {
  return clusterIn(document, fleet === undefined ? productFleet : fleetOf(fleet), others)
}

/** What a fleet.yaml leads to, for the clusters of a fleet. */
export function outcomeOfFleet(document: unknown, clusters: readonly unknown[]): Outcome {
  const { fleet, diagnostics } = loadFleet(textOf(document))
  const refusals = diagnostics.filter(({ severity }) => severity === 'error')
  if (fleet === undefined || refusals.length > 0) return refusedFor(refusals)
  const outcomes = clusters.map((cluster) => clusterIn(cluster, fleet, []))
  const refused = outcomes.find(({ accepted }) => !accepted)
  return refused ?? { accepted: true, generated: JSON.stringify([outcomes, [...overlayFiles(fleet)]]) }
}

/**
 * Objects and configuration files are compared, and what Argo CD and Flux get; not the pages for people: a setting that
 * only they show has no effect.
 */
function clusterIn(document: unknown, fleet: Fleet, others: readonly unknown[]): Outcome {
  const loaded = load(document, fleet)
  if (!loaded.ok) return refusedFor(loaded.diagnostics)
  const spec = linked(loaded, others, fleet)
  if (Array.isArray(spec)) return refusedFor(spec)
  const state = desired(spec)
  const cluster = fleetCluster(spec, state, dependenciesOf(spec))
  return { accepted: true, generated: JSON.stringify([state, [...gitopsFiles([cluster], fleet)]]) }
}

function load(document: unknown, fleet: Fleet) {
  const name = isObject(document) && typeof document['name'] === 'string' ? document['name'] : 'x'
  return loadCluster({ path: `clusters/${name}/cluster.yaml`, text: textOf(document) }, extraFolder, fleet)
}

/** A cluster with what others are to it, or what is wrong between them. */
function linked(cluster: LoadedCluster, others: readonly unknown[], fleet: Fleet): ClusterSpec | Diagnostic[] {
  const all = [cluster, ...others.map((other) => load(other, fleet)).filter((other) => other.ok)]
  const names = { names: all.map(({ spec }) => spec.name), gone: [] }
  const { links, diagnostics } = linkFleet(all, names)
  const errors = diagnostics.filter(({ severity }) => severity === 'error')
  return errors.length > 0 ? errors : { ...cluster.spec, links: links.get(cluster.spec.name) ?? noLinks }
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
