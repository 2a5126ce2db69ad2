import { type DataPathSettings, dataPathsOf } from './data-paths.ts'
import type { Autoscaling, ClusterSpec } from './spec.ts'

/** A component that an autoscaler can scale. */
export interface Scalable {
  /** Its section in `cluster.yaml`. */
  path: string[]
  /** null: the number of its pods is fixed. */
  autoscaling: Autoscaling | null
  /** Whether the cluster has its Deployment. */
  isDeployed: boolean
}

/** All components with the setting `autoscaling`. */
export function scalables(
  spec: DataPathSettings & Pick<ClusterSpec, 'query' | 'queryFrontend' | 'receive'>,
): Scalable[] {
  const { query, queryFrontend, receive } = spec
  return [
    { path: ['query'], autoscaling: query.autoscaling, isDeployed: spec.sendsTo === null },
    { path: ['queryFrontend'], autoscaling: queryFrontend?.autoscaling ?? null, isDeployed: queryFrontend !== null },
    {
      path: ['receive', 'router'],
      autoscaling: receive.router.autoscaling,
      isDeployed: dataPathsOf(spec).receivers,
    },
  ]
}
