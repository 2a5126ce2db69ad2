import type { ComponentName } from '@thanos-fleet/connections'
import type { MeasuredWorkload } from '@thanos-fleet/migration'

/** A running pod of a component. */
export interface Pod {
  name: string
  /** The value of its label `app.kubernetes.io/instance`: the workload it belongs to. */
  workload: string
  /** Unix milliseconds. */
  started: number
  /** Whether it is on its way out. */
  ending: boolean
  containers: string[]
}

/** What has to be asked of a running cluster: objects of Kubernetes, and pages of the programs in its pods. */
export interface ClusterReader {
  workloads(): Promise<MeasuredWorkload[]>
  pods(component: ComponentName): Promise<Pod[]>
  /**
   * The text of a page of a pod, by HTTP.
   * @param port the number at the pod
   * @throws Error where there is no answer, or one that is not a success
   */
  get(pod: string, port: number, path: string, parameters?: Readonly<Record<string, string>>): Promise<string>
}
