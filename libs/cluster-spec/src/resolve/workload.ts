import type { Autoscaling, Container, Resources } from '../spec.ts'
import type { ClusterInput } from '../schema/cluster.ts'

export type ContainerInput = NonNullable<ClusterInput['sidecar']>
type ResourcesInput = NonNullable<ContainerInput['resources']>
type AutoscalingInput = NonNullable<ClusterInput['query']>['autoscaling']

function resolveResources(base: Resources, input: ResourcesInput | undefined): Resources {
  if (input === undefined) return base
  return {
    cpu: { ...base.cpu, ...input.cpu },
    memory: { ...base.memory, ...input.memory },
    ephemeralStorage: { ...base.ephemeralStorage, ...input.ephemeralStorage },
  }
}

/** The defaults of a component with what its section of `cluster.yaml` says instead; lists and texts are replaced. */
export function override<D extends Container, I extends ContainerInput>(base: D, input: I | undefined) {
  const { resources, ...rest } = input ?? {}
  return { ...base, ...rest, resources: resolveResources(base.resources, resources) }
}

/** The same of a component that answers requests for series; its limits are merged, so that one may be given alone. */
export function overrideReader<
  D extends Container & { limits: object },
  I extends ContainerInput & { limits?: Partial<D['limits']> },
>(base: D, input: I | undefined) {
  return { ...override(base, input), limits: { ...base.limits, ...input?.limits } }
}

/** The autoscaling of a component: absent as by default, switched off, or on with missing numbers filled in. */
export function resolveAutoscaling(
  base: Autoscaling | null,
  replicas: number,
  input: AutoscalingInput,
): Autoscaling | null {
  if (input === undefined) return base
  if (input === false || input === null) return null
  const minReplicas = (input === true ? undefined : input.minReplicas) ?? replicas
  return { minReplicas, maxReplicas: minReplicas * 2, cpuPercent: 70, ...(input === true ? {} : input) }
}
