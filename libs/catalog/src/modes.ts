/** How a cluster's fresh data reaches queries. */
export const modes = {
  /** Thanos reads from Prometheus, and the sidecars upload its blocks. */
  'sidecar-mode': { production: true, receives: false },
  /** Prometheus pushes to Thanos Receive, which uploads the blocks. */
  'receive-mode': { production: true, receives: true },
  /** sidecar-mode in small, with a folder of one node for a bucket: for trying out, and with no way to another mode. */
  'dev-filesystem-objstore': { production: false, receives: false },
} as const satisfies Record<string, ModeTraits>

interface ModeTraits {
  /** Whether data is kept in an object store, so that a cluster can move to the other mode of production. */
  production: boolean
  /** Whether fresh data is in Thanos Receive, not in Prometheus. */
  receives: boolean
}

export type Mode = keyof typeof modes

/** A mode from which a cluster can move to another. */
export type ProductionMode = { [M in Mode]: (typeof modes)[M]['production'] extends true ? M : never }[Mode]

/** The modes, in the order in which they are listed to people. */
export const modeNames: readonly Mode[] = Object.keys(modes).filter(isMode)

/** The modes between which clusters move, first the one that most move to. */
export const productionModes: readonly ProductionMode[] = modeNames.filter(isProduction).toReversed()

export function isMode(name: string): name is Mode {
  return Object.hasOwn(modes, name)
}

export function isProduction(mode: Mode): mode is ProductionMode {
  return modes[mode].production
}
