import type { ClusterSpec, GrafanaSpec, RuleSpec, Workload } from '../spec.ts'

/** A ClusterSpec in which no component is absent: what a component has once it is switched on. */
export interface CompleteSpec extends ClusterSpec {
  rule: RuleSpec
  bucketWeb: Workload
  grafana: GrafanaSpec
}
