import type { Resources } from '@thanos-fleet/cluster-spec'
import { amount, type Container, type Probe, type ResourceRequirements } from '@thanos-fleet/kubernetes'

/** Requests and limits as a container states them. A limit of CPU is optional: it throttles where a request suffices. */
export function resources({ cpu, memory, ephemeralStorage }: Resources): ResourceRequirements {
  return {
    requests: { cpu: cpu.request, memory: memory.request, 'ephemeral-storage': ephemeralStorage.request },
    limits: {
      ...(cpu.limit === null ? {} : { cpu: cpu.limit }),
      memory: memory.limit,
      'ephemeral-storage': ephemeralStorage.limit,
    },
  }
}

/** What Pod Security "restricted" asks of a container, and a root file system nobody can write to. */
export const restricted: NonNullable<Container['securityContext']> = {
  allowPrivilegeEscalation: false,
  readOnlyRootFilesystem: true,
  capabilities: { drop: ['ALL'] },
}

/**
 * The soft memory limit of the Go runtime, for programs that do not set it themselves: nine tenths of the hard limit,
 * in bytes, so that garbage is collected before the kernel kills the process. Source: https://pkg.go.dev/runtime
 */
export function goMemoryLimit({ memory }: Resources): { name: string; value: string } {
  return { name: 'GOMEMLIMIT', value: String(Math.floor(amount(memory.limit) * 0.9)) }
}

/** The pod's own name, for labels and addresses that tell replicas apart. */
export const podName = { name: 'POD_NAME', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } }

export interface Probes {
  startupProbe: Probe
  readinessProbe: Probe
  livenessProbe: Probe
}

/** How a container is asked whether it works; what is left out is as usual. */
export interface ProbeOptions {
  /** The path that says whether it may get requests. */
  ready?: string
  /** The path that says whether it works at all. */
  healthy?: string
  /** How long a start may take. */
  startSeconds?: number
  /** For how long it keeps its place in Services after it has said that it is not ready; at its start for none. */
  unreadySeconds?: number
}

/**
 * The three probes over HTTP. The startup probe gives a slow start its time (replaying a write-ahead log, reading index
 * headers) without making the liveness probe slow to notice a hang.
 * @param port the name of the container's port
 */
export function probes(
  port: string,
  { ready = '/-/ready', healthy = '/-/healthy', startSeconds = 120, unreadySeconds = 15 }: ProbeOptions = {},
  readyPort = port,
): Probes {
  const http = (path: string, port: string) => ({ httpGet: { path, port } })
  const failures = (seconds: number) => ({
    periodSeconds: 5,
    failureThreshold: Math.ceil(seconds / 5),
    timeoutSeconds: 3,
  })
  return {
    startupProbe: { ...http(healthy, port), ...failures(startSeconds) },
    readinessProbe: { ...http(ready, readyPort), ...failures(unreadySeconds) },
    livenessProbe: { ...http(healthy, port), periodSeconds: 30, failureThreshold: 8, timeoutSeconds: 5 },
  }
}
