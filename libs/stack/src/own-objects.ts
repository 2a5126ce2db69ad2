import { namespaceName } from '@thanos-fleet/catalog'
import type { ClusterSpec, OwnObject } from '@thanos-fleet/cluster-spec'
import { factsOf, namespacesOf } from '@thanos-fleet/connections'
import { ownValue } from '@thanos-fleet/json'
import { idOf, idString, type KubeObject, sameObjectKey } from '@thanos-fleet/kubernetes'
import type { State } from '@thanos-fleet/kustomize'
import { desired } from './desired.ts'
import { textsAt } from './patches/read.ts'

/** What keeps an object in `objects/` from being deployed with the cluster. */
export interface ObjectConflict {
  code: 'generated-object' | 'foreign-namespace' | 'secret-made-twice' | 'encrypted-without-decryption'
  /** Relative to the cluster's folder. */
  file: string
  line: number
  column: number
  message: string
  remedy: string
}

/** Everything that is deployed with a cluster: what is generated, and people's own objects. */
export function deployed(spec: ClusterSpec, state: State = desired(spec)): State {
  return spec.objects.length === 0
    ? state
    : { ...state, objects: [...state.objects, ...spec.objects.map(({ object }) => object)] }
}

/**
 * Finds objects of people's own that meet generated ones, or that do not belong to the cluster.
 * @param decrypts whether the fleet's Flux decrypts what SOPS has encrypted
 */
export function objectConflicts(spec: ClusterSpec, { decrypts }: { decrypts: boolean }): ObjectConflict[] {
  if (spec.objects.length === 0) return []
  const state = desired(spec)
  return [...sameAsGenerated(spec, state), ...foreign(spec), ...madeTwice(spec, state), ...unreadable(spec, decrypts)]
}

function sameAsGenerated({ objects }: ClusterSpec, state: State): ObjectConflict[] {
  const configs = state.configs.map(({ name, namespace }): KubeObject => {
    return { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, namespace } }
  })
  const generated = new Map([...state.objects, ...configs].map((object) => [sameObjectKey(object), object]))
  return objects.flatMap((own) => {
    const other = generated.get(sameObjectKey(own.object))
    if (other === undefined) return []
    const message = `${idString(other)} is a generated object`
    return [
      conflict(own, 'generated-object', message, 'rename it, or write a patch in patches/ to change the generated one'),
    ]
  })
}

/** An object of another namespace could be anyone's; a namespace that is made here is the cluster's. */
function foreign(spec: ClusterSpec): ObjectConflict[] {
  const own = spec.objects.flatMap(({ object }) =>
    idString(object).startsWith('Namespace ') ? [object.metadata.name] : [],
  )
  const ours = namespacesOf(factsOf(spec)).map((kind) => namespaceName(kind, spec.namespace))
  const allowed = new Set(['', ...ours, ...own])
  return spec.objects.flatMap((one) => {
    const { namespace } = idOf(one.object)
    if (allowed.has(namespace)) return []
    return [
      conflict(
        one,
        'foreign-namespace',
        `namespace ${namespace} is not part of this cluster's stack (${ours.join(', ')})`,
        'use one of these namespaces, deploy the object separately, or add the Namespace itself to objects/',
      ),
    ]
  })
}

/** Two that make one Secret overwrite each other's for good. */
function madeTwice({ objects }: ClusterSpec, state: State): ObjectConflict[] {
  const makers = new Map(state.objects.flatMap((object) => secretsOf(object).map((secret) => [secret, object])))
  return objects.flatMap((own) =>
    secretsOf(own.object).flatMap((secret) => {
      const other = makers.get(secret)
      makers.set(secret, own.object)
      if (other === undefined || sameObjectKey(other) === sameObjectKey(own.object)) return []
      return [
        conflict(
          own,
          'secret-made-twice',
          `Secret ${secret} is created by ${idString(other)} too`,
          'keep one of them; in cluster.yaml, `credentials: { secret }` refers to a Secret that is created here',
        ),
      ]
    }),
  )
}

/** The Secrets that come of an object, as `namespace/name`. */
function secretsOf(object: KubeObject): string[] {
  const { group, kind, namespace, name } = idOf(object)
  const at = (...path: string[]) => textsAt(object, ...path)[0]
  const makers: Record<string, string | undefined> = {
    '/Secret': name,
    'bitnami.com/SealedSecret': at('spec', 'template', 'metadata', 'name') ?? name,
    'cert-manager.io/Certificate': at('spec', 'secretName'),
    'external-secrets.io/ExternalSecret': at('spec', 'target', 'name') ?? name,
  }
  const secret = ownValue(makers, `${group}/${kind}`)
  return secret === undefined ? [] : [`${namespace}/${secret}`]
}

function unreadable({ objects }: ClusterSpec, decrypts: boolean): ObjectConflict[] {
  return objects
    .filter(({ encrypted }) => encrypted && !decrypts)
    .map((own) =>
      conflict(
        own,
        'encrypted-without-decryption',
        `${idString(own.object)} is encrypted with SOPS, but nothing decrypts it: pods would get the encrypted text`,
        'set gitops.flux.decryption in clusters/fleet.yaml; with Argo CD, write an ExternalSecret or a SealedSecret',
      ),
    )
}

function conflict(own: OwnObject, code: ObjectConflict['code'], message: string, remedy: string): ObjectConflict {
  return { code, file: own.path, ...own.position, message, remedy }
}
