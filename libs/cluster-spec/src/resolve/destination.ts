import type { DestinationChoice } from '../fleet-file/spec.ts'
import type { Destination } from '../delivery.ts'

/** The cluster of Argo CD itself, by the name that Argo CD gives it. */
const inCluster = 'in-cluster'

/** Where a choice leads for a cluster: the folder's name takes the place of `{cluster}`. */
export function resolveDestination(choice: DestinationChoice, cluster: string): Destination {
  if (choice === 'cluster-name') return { name: cluster }
  if (choice === 'in-cluster') return { name: inCluster }
  return 'name' in choice
    ? { name: choice.name.replaceAll('{cluster}', cluster) }
    : { server: choice.server.replaceAll('{cluster}', cluster) }
}

/** A text that is equal for two destinations if they are one Kubernetes cluster. */
export function destinationText(destination: Destination): string {
  const text = 'name' in destination ? destination.name : destination.server.replace(/\/$/, '').toLowerCase()
  return text === 'https://kubernetes.default.svc' ? inCluster : text
}
