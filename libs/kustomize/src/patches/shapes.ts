import type { KubeObject } from '@thanos-fleet/kubernetes'
import { schemaOf } from '../schema.ts'
import { isMap, knownPlainObject, type Value, type ValueMap } from '../value.ts'
import { emptyShape, learn, type Mismatch, mismatch, type Shape } from './shape.ts'

/**
 * Fields in which Kustomize looks for names of other objects, whatever the cluster has in them: it fails on the way to them
 * without a position. Source: api/internal/konfig/builtinpluginconsts/namereference.go of Kustomize 5.8.1
 */
const containers: Value = [
  {
    name: 'n',
    image: 'n',
    command: ['n'],
    args: ['n'],
    env: [{ name: 'n', value: 'n', valueFrom: { configMapKeyRef: { name: 'n' }, secretKeyRef: { name: 'n' } } }],
    envFrom: [{ configMapRef: { name: 'n' }, secretRef: { name: 'n' } }],
  },
]
const volume: ValueMap = {
  name: 'n',
  configMap: { name: 'n' },
  secret: { secretName: 'n' },
  persistentVolumeClaim: { claimName: 'n' },
  projected: { sources: [{ configMap: { name: 'n' }, secret: { name: 'n' } }] },
  azureFile: { secretName: 'n' },
  ...Object.fromEntries(
    ['cephfs', 'rbd', 'scaleIO', 'iscsi', 'storageos', 'flexVolume'].map((kind) => [
      kind,
      { secretRef: { name: 'n' } },
    ]),
  ),
  csi: { nodePublishSecretRef: { name: 'n' } },
}
const pod: ValueMap = {
  metadata: { name: 'n', labels: {}, annotations: {} },
  spec: {
    containers,
    initContainers: containers,
    volumes: [volume],
    imagePullSecrets: [{ name: 'n' }],
    serviceAccountName: 'n',
    priorityClassName: 'n',
    nodeSelector: {},
  },
}
const claim: Value = { metadata: { name: 'n' }, spec: { storageClassName: 'n', volumeName: 'n' } }

const examples: Readonly<Record<string, ValueMap>> = {
  StatefulSet: { spec: { serviceName: 'n', volumeClaimTemplates: [claim] } },
  PersistentVolumeClaim: { ...claim },
  PersistentVolume: { spec: { storageClassName: 'n', claimRef: { name: 'n' } } },
  Role: { rules: [{ resourceNames: ['n'] }] },
  ClusterRole: { rules: [{ resourceNames: ['n'] }] },
  RoleBinding: { subjects: [{ kind: 'n', name: 'n', namespace: 'n' }], roleRef: { name: 'n' } },
  ClusterRoleBinding: { subjects: [{ kind: 'n', name: 'n', namespace: 'n' }], roleRef: { name: 'n' } },
  ServiceAccount: { secrets: [{ name: 'n' }], imagePullSecrets: [{ name: 'n' }] },
  HorizontalPodAutoscaler: { spec: { scaleTargetRef: { kind: 'n', name: 'n' } } },
  Ingress: {
    spec: {
      ingressClassName: 'n',
      tls: [{ secretName: 'n' }],
      defaultBackend: { service: { name: 'n' } },
      rules: [{ http: { paths: [{ backend: { service: { name: 'n' } } }] } }],
    },
  },
  ConfigMap: { data: {}, binaryData: {} },
}

const workloads: ReadonlySet<string> = new Set(['Deployment', 'StatefulSet', 'DaemonSet'])

/** What objects of each kind look like, learnt from those that a cluster has; workloads tell of each other's pods. */
export class Shapes {
  readonly #known = new Map<string, Shape>()
  readonly #pods = emptyShape()
  readonly #objects: readonly KubeObject[]

  constructor(objects: readonly KubeObject[]) {
    this.#objects = objects
    learn(this.#pods, pod)
    for (const object of objects) if (workloads.has(object.kind)) learn(this.#pods, podOf(object))
  }

  /** The first value of a patch of this object that cannot be meant. */
  mismatch(object: KubeObject, patch: ValueMap): Mismatch | undefined {
    const { apiVersion, kind } = object
    return mismatch(this.#shapeOf(apiVersion, kind), patch, schemaOf(apiVersion, kind) !== undefined)
  }

  #shapeOf(apiVersion: string, kind: string): Shape {
    const key = `${apiVersion} ${kind}`
    const before = this.#known.get(key)
    if (before !== undefined) return before
    const shape = emptyShape()
    learn(shape, { metadata: { labels: {}, annotations: {} }, spec: {}, ...examples[kind] })
    if (workloads.has(kind)) shape.fields?.get('spec')?.fields?.set('template', this.#pods)
    for (const object of this.#objects) {
      if (object.kind === kind && object.apiVersion === apiVersion) learn(shape, knownPlainObject(object))
    }
    this.#known.set(key, shape)
    return shape
  }
}

function podOf(object: KubeObject): Value {
  const { spec } = knownPlainObject(object)
  return (isMap(spec) ? spec['template'] : undefined) ?? {}
}
