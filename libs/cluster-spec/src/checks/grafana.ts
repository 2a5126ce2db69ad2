import type { Check } from './check.ts'

/** Replicas that share one SQLite file destroy it; replicas with a file each answer differently. */
export const grafanaDatabase: Check = ({ grafana }) => {
  if (grafana === null || grafana.replicas === 1 || grafana.database !== null) return []
  return [
    {
      code: 'grafana-replicas-without-database',
      path: ['grafana', 'replicas'],
      also: [['grafana', 'database']],
      message: `grafana has ${grafana.replicas} replicas but no external database`,
      remedy: 'write replicas: 1, or add grafana.database with type and urlSecret',
    },
  ]
}
