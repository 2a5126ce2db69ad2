import type { Failure } from './failure.ts'
import type { Conformity } from './kubeconform.ts'
import type { Objection } from './kube-score.ts'

/** What validation found about one cluster. */
export interface ClusterReport {
  cluster: string
  objects: number
  /** Objects in which kustomize and the model differ. */
  differences: number
  conformity: Conformity[]
  /** Configurations that promtool and amtool checked. */
  configurations: number
  /** Containers whose program was started with its own arguments and files. */
  started: number
  unchecked: string[]
  objections: Objection[]
  failures: Failure[]
  milliseconds: number
}
