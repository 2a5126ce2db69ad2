import { destinationText } from '@thanos-fleet/cluster-spec'
import { isObject } from '@thanos-fleet/json'
import { idOf, type KubeObject, type PersistentVolume } from '@thanos-fleet/kubernetes'
import type { State } from '@thanos-fleet/kustomize'
import type { FleetCluster } from './fleet.ts'

/**
 * What two stacks cannot both have on one Kubernetes cluster, in words that are equal exactly if it is the same:
 * objects outside of namespaces, namespaces themselves, ports of nodes, and folders of nodes. Objects in a namespace
 * belong to it.
 */
export function claimsOf({ objects, configs }: State): string[] {
  const namespaces = new Set([...objects.map((object) => idOf(object)), ...configs].map(({ namespace }) => namespace))
  namespaces.delete('')
  const own = objects.flatMap((object) => {
    const { group, kind, name, namespace } = idOf(object)
    if (namespace !== '') return hostPorts(object)
    if (group === '' && kind === 'Namespace') return []
    return [`the ${kind} ${name}`, ...nodeFolders(object)]
  })
  return [...[...namespaces].map((namespace) => `the namespace ${namespace}`), ...new Set(own)].toSorted()
}

/** The clusters of a fleet that claim what another has on the same Kubernetes cluster. */
export interface Meeting {
  name: string
  /** The cluster that has it first, in the order of names. */
  first: string
  what: string[]
}

interface PodSpec {
  hostNetwork?: boolean | undefined
  containers?: { ports?: { containerPort?: number; hostPort?: number | undefined }[] | undefined }[]
}

function podSpecOf(object: KubeObject): PodSpec | undefined {
  const spec: unknown = Reflect.get(object, 'spec')
  const template: unknown = isObject(spec) ? spec['template'] : undefined
  const pod: unknown = isObject(template) ? template['spec'] : undefined
  return isObject(pod) ? pod : undefined
}

/** Every port of a pod on the network of its node is one of the node. */
function hostPorts(object: KubeObject): string[] {
  const pod = podSpecOf(object)
  const ports = pod?.containers?.flatMap((container) => container.ports ?? []) ?? []
  return ports.flatMap(({ hostPort, containerPort }) => {
    const port = hostPort ?? (pod?.hostNetwork === true ? containerPort : undefined)
    return port === undefined ? [] : [`port ${port} of every node`]
  })
}

function isVolume(object: KubeObject): object is PersistentVolume {
  return object.kind === 'PersistentVolume'
}

function nodeFolders(object: KubeObject): string[] {
  if (!isVolume(object)) return []
  const folder = object.spec?.local?.path
  const terms = object.spec?.nodeAffinity?.required?.nodeSelectorTerms ?? []
  const nodes = terms.flatMap(({ matchExpressions = [] }) => matchExpressions.flatMap(({ values = [] }) => values))
  return folder === undefined ? [] : nodes.map((node) => `the folder ${folder} of node ${node}`)
}

/** The clusters that would write over each other, since they are deployed to one Kubernetes cluster. */
export function meetingsOf(clusters: readonly Pick<FleetCluster, 'name' | 'destination' | 'claims'>[]): Meeting[] {
  const holders = new Map<string, string>()
  return clusters
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap(({ name, destination, claims }): Meeting[] => {
      const place = destinationText(destination)
      const met = new Map<string, string[]>()
      for (const claim of claims) {
        const key = `${place} ${claim}`
        const holder = holders.get(key)
        if (holder === undefined) holders.set(key, name)
        else met.set(holder, [...(met.get(holder) ?? []), claim])
      }
      return [...met].map(([first, what]) => ({ name, first, what }))
    })
}
