import { isObject } from '@thanos-fleet/json'
import { idString, isWorkload, type KubeObject } from '@thanos-fleet/kubernetes'
import type { PatchedObject, PatchedState, State } from '@thanos-fleet/kustomize'
import type { PatchFinding } from './finding.ts'
import { selects, textsAt, valuesAt } from './read.ts'

/** A reference of an object that leads nowhere. */
interface Dangling {
  /** The object that refers, by `idString`. */
  from: string
  /** What it refers to, by `idString` or in words. */
  to: string
  /** Completes "after the patch …": `has no volume data`. */
  what: string
}

/**
 * References that hold without the patches and lead nowhere with them: names of ConfigMaps, accounts, claims, Services
 * and workloads, mounts of volumes, names of ports, selectors of pods. What a cluster refers to outside of it, such as
 * Secrets, is not looked at.
 */
export function brokenReferences(before: State, { state, changes }: PatchedState): PatchFinding[] {
  const known = new Set(danglingIn(before).map(({ from, to }) => `${from} ${to}`))
  const dangling = [...danglingIn(state), ...calls(state, changes)]
  const broken = dangling.filter(({ from, to }) => !known.has(`${from} ${to}`))
  return broken.flatMap((dangling) => findingOf(dangling, changes))
}

/** Objects and files with the address of a Service that a patch deletes. */
function calls({ objects, configs }: State, changes: readonly PatchedObject[]): Dangling[] {
  const gone = changes.filter(({ before, after }) => before.kind === 'Service' && after === undefined)
  return gone.flatMap(({ id, before: { metadata } }) => {
    const address = new RegExp(`\\b${metadata.name}\\.${metadata.namespace ?? ''}\\.svc\\b`)
    const what = `has the address of ${id}, which does not exist`
    const files = configs.filter((config) => address.test(JSON.stringify(config.files)))
    return [
      ...objects.filter((object) => address.test(JSON.stringify(object))).map(idString),
      ...files.map((config) => idString({ apiVersion: 'v1', kind: 'ConfigMap', metadata: config })),
    ].map((from) => ({ from, to: id, what }))
  })
}

function findingOf({ from, to, what }: Dangling, changes: readonly PatchedObject[]): PatchFinding[] {
  // Whoever changed what is referred to broke the reference; else who changed what refers.
  const change =
    changes.find(({ id }) => id === to) ??
    changes.find(({ id }) => id === from) ??
    changes.find(({ before }) => isWorkload(before)) ??
    changes[0]
  const place = change?.by.at(-1)
  if (place === undefined) return []
  return [
    {
      severity: 'error',
      code: 'patch-breaks-reference',
      place,
      message: `after the patch ${from} ${what}`,
      remedy: 'leave in the patch what others refer to, or patch these too',
    },
  ]
}

/** A pod template with what it belongs to. */
interface Pods {
  id: string
  namespace: string
  labels: unknown
  ports: ReadonlySet<string>
}

function danglingIn({ objects, configs }: State): Dangling[] {
  const ids = new Set(objects.map(idString))
  for (const metadata of configs) ids.add(idString({ apiVersion: 'v1', kind: 'ConfigMap', metadata }))
  const pods = objects.filter(isWorkload).map(podsOf)
  return objects.flatMap((object) => [
    ...namesIn(object).filter(({ to }) => !ids.has(to)),
    ...(isWorkload(object) ? insidePods(object) : []),
    ...selections(object, pods),
  ])
}

function podsOf(object: KubeObject): Pods {
  const ports = textsAt(object, 'spec', 'template', 'spec', 'containers', 'ports', 'name')
  const [labels] = valuesAt(object, 'spec', 'template', 'metadata', 'labels')
  return { id: idString(object), namespace: object.metadata.namespace ?? '', labels, ports: new Set(ports) }
}

/** Where objects name others of their namespace. */
const named: readonly { path: readonly string[]; apiVersion: string; kind: string }[] = [
  ...[
    ['volumes', 'configMap', 'name'],
    ['volumes', 'projected', 'sources', 'configMap', 'name'],
    ['containers', 'env', 'valueFrom', 'configMapKeyRef', 'name'],
    ['containers', 'envFrom', 'configMapRef', 'name'],
    ['initContainers', 'env', 'valueFrom', 'configMapKeyRef', 'name'],
    ['initContainers', 'envFrom', 'configMapRef', 'name'],
  ].map((path) => ({ path: ['spec', 'template', 'spec', ...path], apiVersion: 'v1', kind: 'ConfigMap' })),
  { path: ['spec', 'template', 'spec', 'serviceAccountName'], apiVersion: 'v1', kind: 'ServiceAccount' },
  {
    path: ['spec', 'template', 'spec', 'volumes', 'persistentVolumeClaim', 'claimName'],
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
  },
  { path: ['spec', 'serviceName'], apiVersion: 'v1', kind: 'Service' },
  { path: ['spec', 'routes', 'services', 'name'], apiVersion: 'v1', kind: 'Service' },
  { path: ['spec', 'rules', 'http', 'paths', 'backend', 'service', 'name'], apiVersion: 'v1', kind: 'Service' },
  { path: ['spec', 'rules', 'backendRefs', 'name'], apiVersion: 'v1', kind: 'Service' },
]

function namesIn(object: KubeObject): Dangling[] {
  const { namespace } = object.metadata
  const from = idString(object)
  const simple = named.flatMap(({ path, apiVersion, kind }) =>
    textsAt(object, ...path).map((name) =>
      reference({ apiVersion, kind, metadata: { name, namespace: namespace ?? '' } }),
    ),
  )
  const [scaled] = valuesAt(object, 'spec', 'scaleTargetRef')
  const [role] = valuesAt(object, 'roleRef')
  return [...simple, ...typed(scaled, namespace), ...typed(role, namespace)]

  function reference(target: KubeObject): Dangling {
    const to = idString(target)
    return { from, to, what: `refers to ${to}, which does not exist` }
  }

  function typed(value: unknown, place: string | undefined): Dangling[] {
    if (!isObject(value)) return []
    const { kind, name, apiVersion = `${String(value['apiGroup'])}/v1` } = value
    if (typeof kind !== 'string' || typeof name !== 'string' || typeof apiVersion !== 'string') return []
    const metadata = { name, namespace: kind.startsWith('Cluster') ? '' : (place ?? '') }
    return [reference({ apiVersion, kind, metadata })]
  }
}

/** Mounts without their volume, and probes of ports without that name. */
function insidePods(object: KubeObject): Dangling[] {
  const from = idString(object)
  const [pod] = valuesAt(object, 'spec', 'template', 'spec')
  const claims = textsAt(object, 'spec', 'volumeClaimTemplates', 'metadata', 'name')
  const volumes = new Set([...textsAt(pod, 'volumes', 'name'), ...claims])
  const mounts = ['containers', 'initContainers'].flatMap((list) => textsAt(pod, list, 'volumeMounts', 'name'))
  const probes = valuesAt(pod, 'containers').flatMap((container) => {
    const ports = new Set(textsAt(container, 'ports', 'name'))
    const probed = ['livenessProbe', 'readinessProbe', 'startupProbe'].flatMap((probe) =>
      textsAt(container, probe, 'httpGet', 'port'),
    )
    return probed.filter((port) => !ports.has(port))
  })
  return [
    ...mounts
      .filter((name) => !volumes.has(name))
      .map((name) => ({ from, to: name, what: `mounts the volume ${name}, which it has not` })),
    ...probes.map((name) => ({ from, to: name, what: `probes the port ${name}, which it has not` })),
  ]
}

/** Selectors that select no pods, and ports of Services that their pods have not. */
function selections(object: KubeObject, pods: readonly Pods[]): Dangling[] {
  const path = selectorOf[object.kind]
  if (path === undefined) return []
  const [selector] = valuesAt(object, ...path)
  if (!isObject(selector) || Object.keys(selector).length === 0) return []
  const from = idString(object)
  const chosen = pods.filter(
    ({ namespace, labels }) => namespace === (object.metadata.namespace ?? '') && selects(selector, labels),
  )
  if (chosen.length === 0) return [{ from, to: from, what: 'selects no pods' }]
  if (object.kind !== 'Service') return []
  const missing = textsAt(object, 'spec', 'ports', 'targetPort').filter(
    (port) => !chosen.some(({ ports }) => ports.has(port)),
  )
  return missing.map((port) => ({
    from,
    to: chosen[0]?.id ?? from,
    what: `sends to the port ${port}, which its pods have not`,
  }))
}

const selectorOf: Readonly<Record<string, readonly string[]>> = {
  Service: ['spec', 'selector'],
  PodDisruptionBudget: ['spec', 'selector', 'matchLabels'],
  NetworkPolicy: ['spec', 'podSelector', 'matchLabels'],
  Deployment: ['spec', 'selector', 'matchLabels'],
  StatefulSet: ['spec', 'selector', 'matchLabels'],
  DaemonSet: ['spec', 'selector', 'matchLabels'],
}
