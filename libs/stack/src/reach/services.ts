import type { KubeObject, Service } from '@thanos-fleet/kubernetes'
import { selects } from '../patches/read.ts'
import { containersOf, type Pods } from './pods.ts'
import type { PortOf } from './policies.ts'

/** Pods, and a port at which they listen. */
export interface Listener {
  pods: Pods
  port: Exclude<PortOf, null>
}

/**
 * Who listens where an address of a Service of the stack leads; none where the Service, its port, the pod that is named or
 * a container that listens there is missing.
 * @param host `service.namespace.svc`, perhaps with the name of a pod before it
 * @param port a number, or the name that an SRV query asks for
 */
export function listenersAt(
  host: string,
  port: number | string,
  objects: readonly KubeObject[],
  all: Pods[],
): Listener[] {
  const labels = host.replace(/\.svc(\.cluster\.local)?$/, '').split('.')
  const [namespace = '', name = '', pod] = labels.toReversed()
  const service = objects.find(
    (object): object is Service =>
      object.kind === 'Service' && object.metadata.name === name && (object.metadata.namespace ?? '') === namespace,
  )
  const selector = service?.spec?.selector
  if (service === undefined || selector === undefined) return []
  const headless = service.spec?.clusterIP === 'None'
  const behind = all
    .filter((one) => one.namespace === namespace && selects(selector, one.labels))
    .filter((one) => pod === undefined || (headless && isPodOf(pod, one)))
  const stated = (service.spec?.ports ?? []).find((one) => one.name === port || one.port === port)
  // DNS gives the pods themselves: whatever port is written is theirs.
  const target =
    headless && typeof port === 'number' ? port : stated === undefined ? null : (stated.targetPort ?? stated.port)
  return target === null ? [] : behind.flatMap((pods) => listening(pods, target))
}

/** The ports of pods that a number or name means. */
export function listening(pods: Pods, port: number | string): Listener[] {
  return containersOf(pods)
    .flatMap(({ ports = [] }) => ports)
    .filter(({ name, containerPort }) => name === port || containerPort === port)
    .map(({ containerPort, protocol }) => ({ pods, port: `${protocol === 'UDP' ? 'UDP' : 'TCP'} ${containerPort}` }))
}

function isPodOf(name: string, { workload, replicas }: Pods): boolean {
  const [, ordinal] = name.startsWith(`${workload}-`) ? (/-(\d+)$/.exec(name) ?? []) : []
  return ordinal !== undefined && name === `${workload}-${ordinal}` && Number(ordinal) < replicas
}
