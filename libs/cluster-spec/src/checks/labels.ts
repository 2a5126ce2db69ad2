import type { Finding } from '../finding.ts'
import type { ClusterSpec } from '../spec.ts'
import type { Path } from '../yaml/position.ts'
import type { Check } from './check.ts'

/** Labels by which replicas or tenants differ; a cluster that sets one would make its replicas equal. */
const reserved = new Set(['replica', 'prometheus_replica', 'receive_replica', 'rule_replica', 'tenant_id'])

/** External labels tell this cluster's series and blocks from all others: there must be one, and they must be usable. */
export const externalLabels: Check = ({ externalLabels: labels }) => {
  const entries = Object.entries(labels)
  if (entries.length === 0) {
    return [{
      code: 'no-external-labels',
      path: ['externalLabels'],
      at: 'key',
      message: 'externalLabels is empty: blocks of this cluster could not be told from others, and sidecars do not start',
      remedy: 'write at least one label, or remove the line: the default is cluster: <name>',
    }]
  }
  return entries.flatMap(([name, value]) => {
    const path = ['externalLabels', name]
    if (!/^[a-zA-Z_][a-zA-Z0-9_]*$/.test(name)) {
      return [{
        code: 'bad-label-name', path, at: 'key' as const,
        message: `externalLabels: "${name}" is not the name of a Prometheus label`,
        remedy: 'use letters, digits and "_", with no digit first',
      }]
    }
    if (reserved.has(name) || name.startsWith('__')) {
      return [{
        code: 'reserved-label', path, at: 'key' as const,
        message: `externalLabels: "${name}" is set by the stack itself`,
        remedy: `use another name; reserved are ${[...reserved].join(', ')}, and all that begin with "__"`,
      }]
    }
    return /^$|\$|\p{Cc}/u.test(value) ? [badValue(path, name, value)] : []
  })
}

/** An empty label is no label, and Prometheus replaces `$name` by an environment variable. */
function badValue(path: Path, name: string, value: string): Finding {
  const why = value === '' ? 'an empty value is no label'
    : value.includes('$') ? '"$" would be replaced by an environment variable'
    : 'control characters cannot be shown'
  return {
    code: 'bad-label-value', path,
    message: `externalLabels.${name}: ${why}`,
    remedy: 'write one line of text that is not empty and without "$"',
  }
}

const qualifiedName = /^([a-z0-9]([-a-z0-9.]*[a-z0-9])?\/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/
const labelValue = /^([A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?$/

/** A mapping that becomes labels or annotations of Kubernetes objects. */
interface Mapping {
  path: Path
  entries: Record<string, string>
  annotations: boolean
}

function mappings(spec: ClusterSpec): Mapping[] {
  const workloads = { ...spec, router: spec.receive.router, ingestor: spec.receive.ingestor }
  const names = ['prometheus', 'query', 'queryFrontend', 'store', 'compact', 'rule', 'bucketWeb', 'alertmanager',
    'kubeStateMetrics', 'grafana', 'memcached', 'router', 'ingestor'] as const
  const ofWorkloads = names.flatMap((name) => {
    const workload = workloads[name]
    const path: Path = name === 'router' || name === 'ingestor' ? ['receive', name] : [name]
    return workload === null ? [] : [
      { path: [...path, 'nodeSelector'], entries: workload.nodeSelector, annotations: false },
      { path: [...path, 'podAnnotations'], entries: workload.podAnnotations, annotations: true },
    ]
  })
  const dns = { path: ['networkPolicy', 'dns', 'podLabels'], entries: spec.networkPolicy.dns.podLabels, annotations: false }
  const controller = spec.ingress === null ? []
    : [{ path: ['ingress', 'controller', 'podLabels'], entries: spec.ingress.controller.podLabels, annotations: false }]
  return [...ofWorkloads, ...ofIdentity(spec), dns, ...controller]
}

function ofIdentity({ objectStore }: ClusterSpec): Mapping[] {
  if (objectStore.type === 'FILESYSTEM' || !('workloadIdentity' in objectStore.credentials)) return []
  const { annotations, podLabels } = objectStore.credentials.workloadIdentity
  const path: Path = ['objectStore', 'credentials', 'workloadIdentity']
  return [
    { path: [...path, 'annotations'], entries: annotations, annotations: true },
    { path: [...path, 'podLabels'], entries: podLabels, annotations: false },
  ]
}

/** Kubernetes refuses labels and annotations of another form. */
export const kubernetesLabels: Check = (spec) =>
  mappings(spec).flatMap(({ path, entries, annotations }) =>
    Object.entries(entries).flatMap(([name, value]): Finding[] => {
      const goodName = qualifiedName.test(name)
      if (goodName && (annotations || labelValue.test(value))) return []
      return [{
        code: 'bad-kubernetes-label',
        path: [...path, name],
        at: goodName ? 'value' : 'key',
        message: goodName ? `${path.join('.')}: "${value}" cannot be the value of a label` : `${path.join('.')}: "${name}" cannot be a key`,
        remedy: goodName
          ? 'use at most 63 letters, digits, "-", "_" and ".", with a letter or digit at both ends'
          : 'write name or domain/name, for example kubernetes.io/os',
      }]
    }))
