import type { Finding } from '../finding.ts'
import { sectionsOf } from '../sections.ts'
import type { ClusterSpec } from '../spec.ts'
import type { Path } from '../yaml/position.ts'
import type { Check } from './check.ts'

const qualifiedName = /^([a-z0-9]([-a-z0-9.]*[a-z0-9])?\/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/
const labelValue = /^([A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?$/

/** A mapping that becomes labels or annotations of Kubernetes objects. */
interface Mapping {
  path: Path
  entries: Record<string, string>
  annotations: boolean
}

function mappings(spec: ClusterSpec): Mapping[] {
  const ofWorkloads = sectionsOf(spec).flatMap(({ path, settings }): Mapping[] =>
    'nodeSelector' in settings
      ? [
          { path: [...path, 'nodeSelector'], entries: settings.nodeSelector, annotations: false },
          { path: [...path, 'podAnnotations'], entries: settings.podAnnotations, annotations: true },
        ]
      : [],
  )
  const dns = {
    path: ['networkPolicy', 'dns', 'podLabels'],
    entries: spec.networkPolicy.dns.podLabels,
    annotations: false,
  }
  const controller =
    spec.ingress === null
      ? []
      : [
          {
            path: ['ingress', 'controller', 'podLabels'],
            entries: spec.ingress.controller.podLabels,
            annotations: false,
          },
        ]
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
      return [
        {
          code: 'bad-kubernetes-label',
          path: [...path, name],
          at: goodName ? 'value' : 'key',
          message: goodName
            ? `${path.join('.')}: "${value}" is not a valid label value`
            : `${path.join('.')}: "${name}" is not a valid label key`,
          remedy: goodName
            ? 'use at most 63 letters, digits, "-", "_" and ".", starting and ending with a letter or digit'
            : 'write name or domain/name, for example kubernetes.io/os',
        },
      ]
    }),
  )
