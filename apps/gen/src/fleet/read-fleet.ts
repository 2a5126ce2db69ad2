import { type Fleet, loadFleet, productFleet } from '@thanos-fleet/cluster-spec'
import type { Diagnostic } from '@thanos-fleet/diagnostics'
import type { Bound, Generator, Named } from './generator.ts'
import { clustersFolder, fleetFile } from './list-clusters.ts'
import { isDiagnostic, readInside } from './read-inside.ts'

/** What all clusters have in common, where there is such a file. */
export interface FleetText {
  /** Undefined: there is no file. */
  text: Uint8Array | undefined
  diagnostics: Diagnostic[]
}

/** Reads `clusters/fleet.yaml`. */
export function readFleet(repository: string): FleetText {
  const text = readInside(repository, `${clustersFolder}/${fleetFile}`)
  return isDiagnostic(text) ? { text: undefined, diagnostics: [text] } : { text, diagnostics: [] }
}

/** A generator that knows the fleet; undefined where the fleet's file cannot be understood. */
export function bind<Spec extends Named>(generator: Generator<Spec>, { text, diagnostics }: FleetText): Bound<Spec> {
  if (diagnostics.length > 0) return { generator: undefined, diagnostics }
  return generator.forFleet?.(text) ?? { generator, diagnostics: [] }
}

/** Reads and understands `clusters/fleet.yaml`, for commands that look at single clusters. */
export function openFleet(repository: string): { fleet: Fleet; diagnostics: Diagnostic[] } {
  const { text, diagnostics } = readFleet(repository)
  if (text === undefined) return { fleet: productFleet, diagnostics }
  const loaded = loadFleet(text)
  return { fleet: loaded.fleet ?? productFleet, diagnostics: loaded.diagnostics }
}
