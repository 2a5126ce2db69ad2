import type { Duration } from '@thanos-fleet/kubernetes'
import type { ClusterObjects } from './cluster-objects.ts'

/** How long and how much Prometheus keeps, as its file says. */
export function retentionOf(cluster: ClusterObjects): { time: Duration; size?: string } {
  const file = cluster.yaml('prometheus.yaml') as {
    storage: { tsdb: { retention: { time: Duration; size?: string } } }
  }
  return file.storage.tsdb.retention
}

/** Bytes of a size as Prometheus writes it: its units count by 1024, whatever they are called. */
export function bytesOf(size: string): number {
  const [, digits = '', unit = ''] = /^(\d+(?:\.\d+)?)([KMGTPE]?)i?B$/.exec(size) ?? []
  const power = unit === '' ? 0 : 'KMGTPE'.indexOf(unit) + 1
  return digits === '' ? Number.NaN : Number(digits) * 1024 ** power
}
