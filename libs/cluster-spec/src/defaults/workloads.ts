import type { Quantity } from '@thanos-fleet/kubernetes'
import type { Container, PodSettings, ReadLimits, Resources, StatefulWorkload, Workload } from '../spec.ts'

/** Sizes of one container: CPU request (no limit: throttling delays probes), memory request and limit, disk. */
export interface Size {
  cpu: Quantity
  memory: readonly [request: Quantity, limit: Quantity]
  disk?: readonly [request: Quantity, limit: Quantity]
}

/** Disk outside of volumes: logs and temporary files. */
const usualDisk = ['64Mi', '512Mi'] as const

/** The default of Thanos: whoever asks may get everything. */
export const noReadLimits: ReadLimits = { requestSeries: 0, requestSamples: 0 }

/** Pods with nothing beside what they need. */
export const noPodSettings: PodSettings = { podLabels: {}, podAnnotations: {}, hostAliases: [], nodeAffinity: [] }

/** The resources of a size. */
export function resourcesOf({ cpu, memory, disk = usualDisk }: Size): Resources {
  return {
    cpu: { request: cpu, limit: null },
    memory: { request: memory[0], limit: memory[1] },
    ephemeralStorage: { request: disk[0], limit: disk[1] },
  }
}

/** A container of a size, else as usual. */
export function containerOf(size: Size): Container {
  return { resources: resourcesOf(size), logLevel: 'info', extraFlags: {}, extraEnv: {}, extraVolumes: {} }
}

/** A component of so many pods of a size, else as usual. */
export function workloadOf(replicas: number, size: Size): Workload {
  return {
    ...containerOf(size),
    replicas,
    nodeSelector: {},
    tolerations: [],
    priorityClassName: null,
    ...noPodSettings,
  }
}

/** A component of so many pods of a size with a volume each, else as usual. */
export function statefulOf(replicas: number, size: Size, volumeSize: Quantity): StatefulWorkload {
  return { ...workloadOf(replicas, size), volumeSize, storageClass: null }
}
