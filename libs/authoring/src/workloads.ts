import type { Autoscaling, ClusterSpec } from '@thanos-fleet/cluster-spec'
import {
  commonLabels,
  type Deployment,
  type HorizontalPodAutoscaler,
  type PersistentVolumeClaim,
  type Quantity,
  type StatefulSet,
} from '@thanos-fleet/kubernetes'
import { podLabels, type PodOptions, podTemplate } from './pod.ts'

/** The labels of an object that belongs to one workload of a component. */
function labelsOf(component: string, workload: string): Record<string, string> {
  return { ...commonLabels(component), ...podLabels(component, workload) }
}

/** The pods of a component that has several workloads. */
export function podsOf(workloads: readonly { replicas: number }[]): number {
  return workloads.reduce((sum, { replicas }) => sum + replicas, 0)
}

/** A Deployment. `replicas` is left out where an autoscaler sets it: two owners of one field would fight. */
export function deployment(
  options: PodOptions & { replicas: number; autoscaling?: Autoscaling | null; strategy?: 'RollingUpdate' | 'Recreate' },
): Deployment {
  const { spec, component, workload } = options
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: workload, namespace: spec.namespace, labels: labelsOf(component, workload) },
    spec: {
      ...(options.autoscaling == null ? { replicas: options.replicas } : {}),
      revisionHistoryLimit: 3,
      selector: { matchLabels: podLabels(component, workload) },
      strategy:
        options.strategy === 'Recreate'
          ? { type: 'Recreate' }
          : { type: 'RollingUpdate', rollingUpdate: { maxSurge: 0, maxUnavailable: 1 } },
      template: podTemplate({ componentPods: options.autoscaling?.maxReplicas ?? options.replicas, ...options }),
    },
  }
}

export interface StatefulOptions extends PodOptions {
  settings: PodOptions['settings'] & { storageClass?: string | null }
  replicas: number
  /** The governing headless Service: pods are `<pod>.<service>`. */
  service: string
  /** The size of the volume `data` of each replica; null: none. */
  volumeSize: Quantity | null
  /** Seconds a pod must be ready before the next is replaced. */
  minReadySeconds?: number
  /** Labels of the StatefulSet itself, beside those of every workload. */
  labels?: Record<string, string>
  ordered?: boolean
}

/** A StatefulSet with one volume per replica. Its pods start in parallel unless they depend on each other. */
export function statefulSet(options: StatefulOptions): StatefulSet {
  const { spec, component, workload } = options
  return {
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata: {
      name: workload,
      namespace: spec.namespace,
      labels: { ...labelsOf(component, workload), ...options.labels },
    },
    spec: {
      replicas: options.replicas,
      revisionHistoryLimit: 3,
      serviceName: options.service,
      podManagementPolicy: options.ordered === true ? 'OrderedReady' : 'Parallel',
      ...(options.minReadySeconds === undefined ? {} : { minReadySeconds: options.minReadySeconds }),
      selector: { matchLabels: podLabels(component, workload) },
      updateStrategy: { type: 'RollingUpdate' },
      ...(options.volumeSize === null
        ? {}
        : {
            persistentVolumeClaimRetentionPolicy: {
              whenScaled: spec.storage.retention.whenScaled,
              whenDeleted: spec.storage.retention.whenDeleted,
            },
            volumeClaimTemplates: [dataClaim(options, options.volumeSize)],
          }),
      template: podTemplate({ componentPods: options.replicas, ...options }),
    },
  }
}

/** The volume `data` of a replica, of the component's own class if it has one. */
function dataClaim({ spec, settings }: StatefulOptions, size: Quantity): PersistentVolumeClaim {
  return claim(spec, { name: 'data' }, size, 'ReadWriteOnce', settings.storageClass ?? storageClassOf(spec))
}

/** The StorageClass that volumes on named nodes have unless the cluster says another; nothing provisions it. */
export const localStorageClass = 'local-storage'

/** The class that claims name; undefined leaves the choice to the cluster. */
function storageClassOf(spec: ClusterSpec): string | undefined {
  return spec.storage.local === null
    ? (spec.storage.class ?? undefined)
    : (spec.storage.local.class ?? localStorageClass)
}

/** A claim of a volume. With apiVersion and kind also inside of a StatefulSet, or Argo CD sees a difference forever. */
export function claim(
  spec: ClusterSpec,
  metadata: PersistentVolumeClaim['metadata'],
  size: Quantity,
  accessMode: 'ReadWriteOnce' | 'ReadWriteMany' = 'ReadWriteOnce',
  storageClass = storageClassOf(spec),
): PersistentVolumeClaim {
  return {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata,
    spec: {
      accessModes: [accessMode],
      ...(storageClass === undefined ? {} : { storageClassName: storageClass }),
      resources: { requests: { storage: size } },
    },
  }
}

/** Scales a Deployment by its use of CPU. */
export function autoscaler(
  spec: ClusterSpec,
  component: string,
  { minReplicas, maxReplicas, cpuPercent }: Autoscaling,
): HorizontalPodAutoscaler {
  return {
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: { name: component, namespace: spec.namespace, labels: commonLabels(component) },
    spec: {
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: component },
      minReplicas,
      maxReplicas,
      metrics: [
        {
          type: 'Resource',
          resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: cpuPercent } },
        },
      ],
    },
  }
}
