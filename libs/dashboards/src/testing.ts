import { componentNames, modeNames } from '@thanos-fleet/catalog'
import type { ActiveParts } from './dashboards.ts'

/** For tests: every variable of every dashboard, with a value as Grafana would put it in. */
export const exampleValues = {
  variables: { cluster: 'example', namespace: 'thanos', node: '.*' },
  rateInterval: '1m',
}

export const modes = modeNames

/** For tests: a cluster of a mode that has every component. */
export function everything(mode: ActiveParts['mode']): ActiveParts {
  return { mode, components: new Set(componentNames) }
}
