import { type ClusterSpec, scalables } from '@thanos-fleet/cluster-spec'
import { isObject } from '@thanos-fleet/json'
import type { Last } from '../files/last.ts'
import type { RefusedChange } from './refused-change.ts'

/** Who decides how many pods a Deployment has: `cluster.yaml`, or an autoscaler. */
type Replicas = 'fixed' | 'autoscaled'

/** That of each Deployment that a cluster has, by its section, as `.generated` says it. */
export function replicasState(spec: Parameters<typeof scalables>[0]): Record<string, Replicas> {
  const deployed = scalables(spec).filter(({ isDeployed }) => isDeployed)
  return Object.fromEntries(
    deployed.map(({ path, autoscaling }) => [path.join('.'), autoscaling === null ? 'fixed' : 'autoscaled']),
  )
}

/** Whether `replicasState` can have given a value; an earlier version gave none. */
export function isReplicasState(value: unknown): boolean {
  if (value === undefined) return true
  return isObject(value) && Object.values(value).every((one) => one === 'fixed' || one === 'autoscaled')
}

/**
 * Refuses to switch the autoscaler of a running Deployment on before its replicas have another owner. The controller that
 * applied them owns the field; once it is not generated any more the field goes, and Kubernetes sets 1 until the autoscaler
 * acts. No generated state gives the field another owner: an autoscaler owns what it has changed only, and changes what
 * is applied against it again and again. A folder of an earlier version does not say what the cluster had; it is taken as
 * it is.
 * Source: https://kubernetes.io/docs/reference/using-api/server-side-apply/#transferring-ownership
 */
export function refuseWithoutHandover(last: Last, spec: ClusterSpec): RefusedChange[] {
  const before = last.kind === 'said' ? last.state['replicas'] : undefined
  if (!isObject(before)) return []
  return scalables(spec).flatMap(({ path, autoscaling, isDeployed }): RefusedChange[] => {
    const section = path.join('.')
    if (!isDeployed || before[section] !== 'fixed' || autoscaling === null || autoscaling.handover === 'done') return []
    return [
      {
        code: 'autoscaling-without-handover',
        path: [...path, 'autoscaling'],
        message:
          `${section}.autoscaling is switched on for a running Deployment: its replicas would fall to 1` +
          ' until the autoscaler acts',
        remedy:
          'give the replicas another owner first (docs/operations.md, "Switching autoscaling on"), then write' +
          ' autoscaling: { handover: done }; for a cluster that was never deployed, generate with --force',
      },
    ]
  })
}
