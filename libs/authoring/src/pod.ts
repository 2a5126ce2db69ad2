import type { ClusterSpec, Workload } from '@thanos-fleet/cluster-spec'
import {
  type Affinity,
  commonLabels,
  type PodSpec,
  type PodTemplateSpec,
  selectorLabels,
  type TopologySpreadConstraint,
} from '@thanos-fleet/kubernetes'
import { leaving, preStopSeconds, storeApiSeconds } from './graceful-shutdown.ts'

/** Who runs the containers of a pod and owns the files of its volumes. */
export interface User {
  uid: number
  gid: number
}

/** The users that containers run as. */
export const users = {
  /**
   * `nobody`, as in the images of the Prometheus project. Thanos runs as the same user and not as 1001 of its image:
   * the sidecar shares the volume of Prometheus, and all components share that of a FILESYSTEM bucket.
   */
  nobody: { uid: 65534, gid: 65534 },
  grafana: { uid: 472, gid: 472 },
  memcached: { uid: 11211, gid: 11211 },
} as const

export interface PodOptions {
  spec: ClusterSpec
  /** The component, by which Services and policies select the pod. */
  component: string
  /** The workload, which tells the shards of a component apart. */
  workload: string
  settings: Pick<Workload, 'nodeSelector' | 'tolerations' | 'priorityClassName'>
  user: User
  /** Seconds for an orderly end, such as uploading the last block. */
  gracePeriod: number
  /**
   * How many pods serve what this one serves or a part of it, at most: those of all workloads of the component, since who
   * asks for them does not tell workloads apart; default 1.
   */
  componentPods?: number
  podLabels?: Record<string, string>
  podAnnotations?: Record<string, string>
  serviceAccount?: string
  /** Whether the pod talks to the API server; all others get no token. */
  usesKubernetesApi?: boolean
  /** The zone whose nodes may run the pod. */
  zone?: string
  containers: PodSpec['containers']
  initContainers?: PodSpec['initContainers']
  volumes?: PodSpec['volumes']
}

/** The labels of a workload's pods: the component, and which of its workloads they belong to. */
export function podLabels(component: string, workload: string): Record<string, string> {
  return { ...selectorLabels(component), 'app.kubernetes.io/instance': workload }
}

/** A pod as all components have it: restricted, without a token unless needed, spread over nodes and zones. */
export function podTemplate(options: PodOptions): PodTemplateSpec {
  const { spec, component, workload, settings, user } = options
  const seconds = preStopSeconds(spec, component, options.componentPods ?? 1)
  return {
    metadata: {
      labels: { ...commonLabels(component), ...podLabels(component, workload), ...options.podLabels },
      ...(options.podAnnotations === undefined ? {} : { annotations: options.podAnnotations }),
    },
    spec: {
      serviceAccountName: options.serviceAccount ?? component,
      ...pullSecrets(spec),
      automountServiceAccountToken: options.usesKubernetesApi ?? false,
      enableServiceLinks: false,
      terminationGracePeriodSeconds: Math.max(options.gracePeriod, storeApiSeconds(spec, component)) + seconds,
      securityContext: {
        runAsNonRoot: true,
        runAsUser: user.uid,
        runAsGroup: user.gid,
        fsGroup: user.gid,
        fsGroupChangePolicy: 'OnRootMismatch',
        seccompProfile: { type: 'RuntimeDefault' },
      },
      ...(settings.priorityClassName === null ? {} : { priorityClassName: settings.priorityClassName }),
      ...nodes(spec, settings, options.zone),
      ...(settings.tolerations.length === 0 ? {} : { tolerations: settings.tolerations }),
      ...placement(spec, component, workload),
      ...(options.initContainers === undefined ? {} : { initContainers: options.initContainers }),
      containers: leaving(options.containers, seconds),
      ...(options.volumes === undefined || options.volumes.length === 0 ? {} : { volumes: options.volumes }),
    },
  }
}

/** The Secrets by which nodes pull the images of a pod; for the pods that are not made by `podTemplate` too. */
export function pullSecrets({ images }: ClusterSpec): Pick<PodSpec, 'imagePullSecrets'> {
  return images.pullSecrets.length === 0 ? {} : { imagePullSecrets: images.pullSecrets.map((name) => ({ name })) }
}

function nodes(spec: ClusterSpec, settings: PodOptions['settings'], zone?: string): Pick<PodSpec, 'nodeSelector'> {
  const { singleNode } = spec.topology
  const selector = {
    'kubernetes.io/os': 'linux',
    ...settings.nodeSelector,
    ...(singleNode === null ? {} : { 'kubernetes.io/hostname': singleNode }),
    ...(zone === undefined ? {} : { 'topology.kubernetes.io/zone': zone }),
  }
  return { nodeSelector: selector }
}

/** Replicas on different nodes, so that one node takes at most one with it; and evenly over zones, for the same reason. */
function placement(
  spec: ClusterSpec,
  component: string,
  workload: string,
): Pick<PodSpec, 'affinity' | 'topologySpreadConstraints'> {
  const labelSelector = { matchLabels: podLabels(component, workload) }
  const { antiAffinity, zoneSpread } = spec.topology
  return {
    ...(antiAffinity === 'none' ? {} : { affinity: apart(antiAffinity, labelSelector) }),
    ...(zoneSpread === 'none' ? {} : { topologySpreadConstraints: [overZones(zoneSpread, labelSelector)] }),
  }
}

type Selector = NonNullable<TopologySpreadConstraint['labelSelector']>

function apart(strength: 'required' | 'preferred', labelSelector: Selector): Affinity {
  const term = { topologyKey: 'kubernetes.io/hostname', labelSelector }
  return {
    podAntiAffinity:
      strength === 'required'
        ? { requiredDuringSchedulingIgnoredDuringExecution: [term] }
        : { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 100, podAffinityTerm: term }] },
  }
}

function overZones(strength: 'required' | 'preferred', labelSelector: Selector): TopologySpreadConstraint {
  return {
    maxSkew: 1,
    topologyKey: 'topology.kubernetes.io/zone',
    whenUnsatisfiable: strength === 'required' ? 'DoNotSchedule' : 'ScheduleAnyway',
    labelSelector,
  }
}
