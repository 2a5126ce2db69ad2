import type { Context } from '@thanos-fleet/component'

/** The rules that each Prometheus evaluates over its own data, with those of the cluster's folder. */
export function localRules({ spec }: Context): Record<string, string> {
  return Object.fromEntries(spec.extra.rules.map(file => [fileName(file.path), file.text]))
}

/** The rules that need the data of all Prometheus, for Thanos Rule. */
export function globalRules(_context: Context): Record<string, string> {
  return {}
}

/** The dashboards of the mode, with those of the cluster's folder. */
export function dashboardFiles({ spec }: Context): Record<string, string> {
  return Object.fromEntries(spec.extra.dashboards.map(file => [fileName(file.path), file.text]))
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}
