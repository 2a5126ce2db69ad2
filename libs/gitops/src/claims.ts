import { optionalNames, sectionOf } from '@thanos-fleet/catalog'
import { destinationText } from '@thanos-fleet/cluster-spec'
import { isObject } from '@thanos-fleet/json'
import { idOf, type KubeObject, type PersistentVolume } from '@thanos-fleet/kubernetes'
import type { State } from '@thanos-fleet/kustomize'
import type { Claim } from './claim.ts'
import type { FleetCluster } from './fleet.ts'

/** Objects outside of namespaces, namespaces themselves, ports and folders of nodes. Objects in a namespace belong to it. */
export function claimsOf({ objects, configs }: State): Claim[] {
  const namespaces = new Set([...objects.map((object) => idOf(object)), ...configs].map(({ namespace }) => namespace))
  namespaces.delete('')
  const own = objects.flatMap((object): Claim[] => {
    const { group, kind, name, namespace } = idOf(object)
    if (namespace !== '') return hostPorts(object)
    if (group === '' && kind === 'Namespace') return []
    const instead = kind === 'StorageClass' ? 'another storage.local.class' : otherNamespace
    return [{ what: `the ${kind} ${name}`, instead }, ...nodeFolders(object)]
  })
  const all = [...namespaces].map((namespace) => ({ what: `the namespace ${namespace}`, instead: otherNamespace }))
  const once = new Map([...all, ...own].map((claim) => [claim.what, claim]))
  return [...once.values()].toSorted((a, b) => (a.what < b.what ? -1 : 1))
}

/** Objects outside of namespaces have that of the stack in their names. */
const otherNamespace = 'another namespace'

/** The clusters of a fleet that claim what another has on the same Kubernetes cluster. */
export interface Meeting {
  name: string
  /** The cluster that has it first, in the order of names. */
  first: string
  what: Claim[]
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
function hostPorts(object: KubeObject): Claim[] {
  const pod = podSpecOf(object)
  const ports = pod?.containers?.flatMap((container) => container.ports ?? []) ?? []
  return ports.flatMap(({ hostPort, containerPort }) => {
    const port = hostPort ?? (pod?.hostNetwork === true ? containerPort : undefined)
    return port === undefined ? [] : [{ what: `port ${port} of every node`, instead: withoutPods(object) }]
  })
}

/** One node-exporter measures a node for everybody, so one of the stacks can do without. */
function withoutPods({ metadata }: KubeObject): string {
  const component = optionalNames.find((name) => name === metadata.labels?.['app.kubernetes.io/name'])
  return component === undefined ? 'another port by a patch' : `${sectionOf(component)}: false`
}

function isVolume(object: KubeObject): object is PersistentVolume {
  return object.kind === 'PersistentVolume'
}

function nodeFolders(object: KubeObject): Claim[] {
  if (!isVolume(object)) return []
  const folder = object.spec?.local?.path
  const terms = object.spec?.nodeAffinity?.required?.nodeSelectorTerms ?? []
  const nodes = terms.flatMap(({ matchExpressions = [] }) => matchExpressions.flatMap(({ values = [] }) => values))
  const instead = 'another storage.local.path'
  return folder === undefined ? [] : nodes.map((node) => ({ what: `the folder ${folder} of node ${node}`, instead }))
}

/** The clusters that would write over each other, since they are deployed to one Kubernetes cluster. */
export function meetingsOf(clusters: readonly Pick<FleetCluster, 'name' | 'destination' | 'claims'>[]): Meeting[] {
  const holders = new Map<string, string>()
  return clusters
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap(({ name, destination, claims }): Meeting[] => {
      const place = destinationText(destination)
      const met = new Map<string, Claim[]>()
      for (const claim of claims) {
        const key = `${place} ${claim.what}`
        const holder = holders.get(key)
        if (holder === undefined) holders.set(key, name)
        else met.set(holder, [...(met.get(holder) ?? []), claim])
      }
      return [...met].map(([first, what]) => ({ name, first, what }))
    })
}
