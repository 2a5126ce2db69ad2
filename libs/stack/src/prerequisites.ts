import { ownValue } from '@thanos-fleet/json'
import { idOf, isGroupOfKubernetes, isWorkload, type KubeObject } from '@thanos-fleet/kubernetes'
import type { State } from '@thanos-fleet/kustomize'
import { textsAt } from './patches/read.ts'

/** Where a group of kinds that is not of Kubernetes comes from, and which setting asks for objects of it. */
export interface Provider {
  comesWith: string
  /** The setting of cluster.yaml. */
  neededBy: string
}

/** Of every group of which objects are generated. */
export const providers: Readonly<Record<string, Provider>> = {
  'traefik.io': { comesWith: 'Traefik 3', neededBy: '`ingress`' },
  'gateway.networking.k8s.io': { comesWith: 'Gateway API', neededBy: '`ingress.kind: Gateway`' },
  'gateway.envoyproxy.io': { comesWith: 'Envoy Gateway', neededBy: '`ingress.class`' },
  'cert-manager.io': { comesWith: 'cert-manager', neededBy: '`grpcTls`, `ingress.tls.issuer`' },
  'external-secrets.io': {
    comesWith: 'External Secrets Operator',
    neededBy: '`objectStore.credentials`, `additionalBuckets`',
  },
}

/** Kinds of one version of a group that the API server must know. */
export interface NeededKinds {
  apiVersion: string
  group: string
  kinds: string[]
  /** null: nothing that is generated needs it, but objects of people's own in `objects/` do. */
  provider: Provider | null
}

/** What must be in a Kubernetes cluster before a stack is deployed to it. */
export interface Prerequisites {
  kinds: NeededKinds[]
  /** StorageClasses that are not part of the stack; null is the default one. */
  storageClasses: (string | null)[]
  /** Whether an autoscaler needs the CPU use of pods, which the Metrics API has. */
  metricsApi: boolean
}

/** The prerequisites of a stack: a function of its objects, so that none is forgotten. */
export function prerequisitesOf({ objects }: Pick<State, 'objects'>): Prerequisites {
  return {
    kinds: neededKinds(objects),
    storageClasses: storageClasses(objects),
    metricsApi: objects.some((object) => object.kind === 'HorizontalPodAutoscaler'),
  }
}

function neededKinds(objects: readonly KubeObject[]): NeededKinds[] {
  // A definition that is applied with the objects is there in time: appliers take definitions first.
  const brought = new Set(
    objects.flatMap((object) =>
      object.kind === 'CustomResourceDefinition'
        ? [`${textsAt(object, 'spec', 'group')[0]}/${textsAt(object, 'spec', 'names', 'kind')[0]}`]
        : [],
    ),
  )
  const byVersion = new Map<string, NeededKinds>()
  for (const object of objects) {
    const { apiVersion, kind } = object
    const { group } = idOf(object)
    if (isGroupOfKubernetes(group) || brought.has(`${group}/${kind}`)) continue
    const needed = byVersion.get(apiVersion) ?? {
      apiVersion,
      group,
      kinds: [],
      provider: ownValue(providers, group) ?? null,
    }
    if (!needed.kinds.includes(kind)) needed.kinds.push(kind)
    byVersion.set(apiVersion, needed)
  }
  return [...byVersion.values()]
    .map((needed) => ({ ...needed, kinds: needed.kinds.toSorted() }))
    .toSorted((one, other) => (one.apiVersion < other.apiVersion ? -1 : 1))
}

function storageClasses(objects: readonly KubeObject[]): (string | null)[] {
  const own = new Set(objects.flatMap(({ kind, metadata }) => (kind === 'StorageClass' ? [metadata.name] : [])))
  const used = new Set(objects.flatMap(classesOfClaims))
  return [...used]
    .filter((name) => name === null || (name !== '' && !own.has(name)))
    .toSorted((one, other) => ((one ?? '') < (other ?? '') ? -1 : 1))
}

/** The classes of the claims that an object is or makes; null where it leaves the class to the cluster. */
function classesOfClaims(object: KubeObject): (string | null)[] {
  if (object.kind === 'PersistentVolumeClaim') return [textsAt(object, 'spec', 'storageClassName')[0] ?? null]
  if (!isWorkload(object) || object.kind !== 'StatefulSet') return []
  return (object.spec?.volumeClaimTemplates ?? []).map(({ spec }) => spec?.storageClassName ?? null)
}
