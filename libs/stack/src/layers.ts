import {
  type ClusterSpec,
  completeDefaults,
  type Fleet,
  type Mode,
  modeDefaults,
  modes,
  productFleet,
  dataPathsOf,
} from '@thanos-fleet/cluster-spec'
import type { Context } from '@thanos-fleet/authoring'
import { type Facts, factsOf, factsWith } from '@thanos-fleet/connections'
import type { State } from '@thanos-fleet/kustomize'
import { buildComponent, desired, stackComponentsOf } from './desired.ts'
import { literal } from './literal.ts'
import { parts, type StackComponent } from './stack-components.ts'

/** One folder of `overlays/base/`. */
export interface BaseLayer {
  name: string
  state: State
}

/**
 * The bases: every part as it is where nothing special is asked for. They do not decide where fresh data comes from, so
 * Prometheus has no sidecar here and Query reads Store only; a mode adds its own way.
 */
export function bases(fleet: Fleet = productFleet): readonly BaseLayer[] {
  const known = baseLayers.get(fleet)
  if (known !== undefined) return known
  const made = parts.map((part) => ({
    name: part.name,
    state: literal(buildComponent(part, baseContext(part, fleet))),
  }))
  baseLayers.set(fleet, made)
  return made
}

const baseLayers = new WeakMap<Fleet, BaseLayer[]>()

function baseContext({ pods }: StackComponent, fleet: Fleet): Context {
  // With all optional components switched on, so that each has a base.
  const complete = modes.map((mode) => ({ ...completeDefaults(mode, 'example'), ...fleet.common }))
  const [first] = complete
  if (first === undefined) throw new RangeError('there is no mode')
  const spec = complete.find((spec) => pods !== null && factsOf(spec).present.has(pods)) ?? first
  const facts = factsWith(spec, { ...dataPathsOf(spec), sidecars: false, readSidecars: false })
  return { spec, facts: { ...facts, present: new Set([...facts.present, ...(pods === null ? [] : [pods])]) } }
}

/** The state of a mode whose clusters set nothing. */
export function modeState(mode: Mode, fleet: Fleet = productFleet): State {
  const states = modeStates.get(fleet) ?? new Map<Mode, State>()
  modeStates.set(fleet, states)
  const known = states.get(mode)
  if (known !== undefined) return known
  const state = desired({ ...modeDefaults(mode, mode), ...fleet.common })
  states.set(mode, state)
  return state
}

const modeStates = new WeakMap<Fleet, Map<Mode, State>>()

/** The names of the bases a mode is built from. */
export function basesOfMode(mode: Mode): string[] {
  return baseNames(factsOf(modeDefaults(mode, mode)))
}

/** The names of the bases of the parts that a cluster has and its mode has not. */
export function extraBases(spec: ClusterSpec): string[] {
  const known = new Set(basesOfMode(spec.mode))
  return baseNames(factsOf(spec)).filter((name) => !known.has(name))
}

/** What some bases produce together. */
export function baseState(names: readonly string[], fleet: Fleet = productFleet): State {
  const chosen = bases(fleet)
    .filter((base) => names.includes(base.name))
    .map((base) => base.state)
  return { objects: chosen.flatMap((state) => state.objects), configs: chosen.flatMap((state) => state.configs) }
}

function baseNames(facts: Facts): string[] {
  const present = new Set(stackComponentsOf(facts).map((part) => part.name))
  return bases()
    .filter(({ name, state }) => present.has(name) && state.objects.length + state.configs.length > 0)
    .map((base) => base.name)
}
