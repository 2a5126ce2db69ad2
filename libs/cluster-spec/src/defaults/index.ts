import {
  components,
  isProduction,
  type Mode,
  modeNames,
  modes as modeTraits,
  optionalNames,
  sectionOf,
} from '@thanos-fleet/catalog'
import type { ClusterSpec } from '../spec.ts'
import type { CompleteSpec } from './complete.ts'
import { development } from './development.ts'
import { production } from './production.ts'

/** The modes, in the order in which they are listed to people. */
export const modes = modeNames

/** Components that a mode does without unless they are asked for, by their sections. */
function absent(mode: Mode): { [section: string]: null } {
  const off = optionalNames.filter((name) => components[name].presence.offIn.includes(mode))
  return Object.fromEntries(off.map((name) => [sectionOf(name), null]))
}

/** What every component has in a mode once it is switched on. */
export function completeDefaults(mode: Mode, name: string): CompleteSpec {
  const defaults = isProduction(mode) ? production : development
  // Ingestors write blocks that overlap; see `mergesOverlaps`.
  const compact = { ...defaults.compact, verticalCompaction: modeTraits[mode].receives }
  return { ...defaults, compact, mode, name, externalLabels: { cluster: name }, gitops: { destination: { name } } }
}

/**
 * The whole specification of a cluster that says nothing but its name and its mode.
 * The bases of `overlays/<mode>` are made from it.
 */
export function modeDefaults(mode: Mode, name: string): ClusterSpec & Pick<CompleteSpec, 'objectStore'> {
  return { ...completeDefaults(mode, name), ...absent(mode) }
}
