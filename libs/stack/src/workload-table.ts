import { isWorkload, type PodSpec, type Workload } from '@thanos-fleet/kubernetes'
import type { State } from '@thanos-fleet/kustomize'

/** A row for each workload: name, kind, replicas, images, volume, ports. */
export function workloadsOf({ objects }: State): string[][] {
  return objects.filter(isWorkload).map(workloadRow)
}

/** The row of one workload. */
export function workloadRow(workload: Workload): string[] {
  // A patch may have taken the pods away; that the API server refuses it is told by validation.
  const pod = workload.spec !== undefined && 'template' in workload.spec ? workload.spec.template.spec : undefined
  return [
    workload.metadata.name,
    workload.kind,
    replicas(workload),
    unique(pod, (container) => [short(container.image ?? '')]),
    volume(workload),
    unique(pod, (container) => (container.ports ?? []).map((port) => `${port.name} ${port.containerPort}`)),
  ]
}

function replicas(workload: Workload): string {
  if (workload.kind === 'DaemonSet') return 'one per node'
  return workload.spec?.replicas === undefined ? 'by its autoscaler' : String(workload.spec.replicas)
}

function volume(workload: Workload): string {
  if (workload.kind !== 'StatefulSet') return ''
  const claims = workload.spec?.volumeClaimTemplates ?? []
  return claims.map((claim) => claim.spec?.resources?.requests?.['storage'] ?? '').join(', ')
}

/** `thanos:v0.42.4` of `quay.io/thanos/thanos:v0.42.4@sha256:…`. */
function short(image: string): string {
  return image.replace(/@.*$/, '').replace(/^.*\//, '')
}

function unique(pod: PodSpec | undefined, of: (container: PodSpec['containers'][number]) => string[]): string {
  return [...new Set((pod?.containers ?? []).flatMap(of))].join(', ')
}
