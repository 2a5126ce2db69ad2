import type { ClusterSpec } from '@thanos-fleet/cluster-spec'
import { type ComponentName, components, portOf, portsOf, protocolOf } from '@thanos-fleet/connections'
import {
  commonLabels,
  type PodDisruptionBudget,
  selectorLabels,
  type Service,
  type ServiceAccount,
} from '@thanos-fleet/kubernetes'

/**
 * The ServiceAccount of a component, which has no token unless a pod asks for one.
 * @param name of one of several that the component has
 */
export function serviceAccount(
  spec: ClusterSpec,
  component: string,
  annotations: Record<string, string> = {},
  namespace = spec.namespace,
  name = component,
): ServiceAccount {
  return {
    apiVersion: 'v1',
    kind: 'ServiceAccount',
    metadata: {
      name,
      namespace,
      labels: commonLabels(component),
      ...(Object.keys(annotations).length === 0 ? {} : { annotations }),
    },
    automountServiceAccountToken: false,
  }
}

/**
 * The Service of a component, with the ports of every part of the stack that runs in its pods.
 * @param parts the component itself, and those beside it in the pod that others call
 * @param options.headless one DNS record per pod, for those who must know each
 */
export function service(
  spec: ClusterSpec,
  component: ComponentName,
  {
    headless = false,
    parts = [component],
    name = components[component].service,
    ports,
    publishNotReady = false,
  }: {
    headless?: boolean
    parts?: ComponentName[]
    name?: string
    /** The names of the ports to publish; by default all. */
    ports?: string[]
    publishNotReady?: boolean
  } = {},
): Service {
  const all = parts.flatMap((part) =>
    portsOf(part).map((name) => ({ name, port: portOf(part, name), protocol: protocolOf(part, name) })),
  )
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name, namespace: spec.namespace, labels: commonLabels(component) },
    spec: {
      ...(headless ? { clusterIP: 'None' } : { type: 'ClusterIP' }),
      ...(publishNotReady ? { publishNotReadyAddresses: true } : {}),
      selector: selectorLabels(component),
      ports: all
        .filter(({ name }) => ports === undefined || ports.includes(name))
        .map(({ name, port, protocol }) => ({
          name,
          port,
          targetPort: name,
          protocol,
        })),
    },
  }
}

/**
 * How many pods of a component an eviction may take at once. Pods that are not ready do not hold up the drain of a node:
 * they protect nothing. Source: https://kubernetes.io/docs/tasks/run-application/configure-pdb/
 */
export function disruptionBudget(spec: ClusterSpec, component: string, maxUnavailable = 1): PodDisruptionBudget {
  return {
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: { name: component, namespace: spec.namespace, labels: commonLabels(component) },
    spec: {
      maxUnavailable,
      unhealthyPodEvictionPolicy: 'AlwaysAllow',
      selector: { matchLabels: selectorLabels(component) },
    },
  }
}
