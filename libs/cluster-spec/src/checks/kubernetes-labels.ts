import type { Finding } from '../finding.ts'
import { type BucketSetting, bucketsOf } from '../buckets.ts'
import { sectionsOf } from '../sections.ts'
import type { ClusterSpec } from '../spec.ts'
import { pathText } from '../issues/describe.ts'
import type { Path } from '../yaml/position.ts'
import type { Check } from './check.ts'
import { ownedBecause } from './owned-labels.ts'

const subdomain = '[a-z0-9]([-a-z0-9]*[a-z0-9])?([.][a-z0-9]([-a-z0-9]*[a-z0-9])?)*'

/** As Kubernetes checks keys of labels, annotations and taints. */
export const qualifiedName = new RegExp(
  `^(?=[^/]{1,253}(/|$))(${subdomain}/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$`,
)
export const labelValue = /^([A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?$/

/** A mapping that becomes labels or annotations of Kubernetes objects, or selects by labels. */
interface Mapping {
  path: Path
  entries: Record<string, string>
  /** A selector names labels of others; the rest is put on objects of ours. */
  kind: 'labels' | 'annotations' | 'selector'
}

function mappings(spec: ClusterSpec): Mapping[] {
  return [
    { path: ['labels'], entries: spec.labels, kind: 'labels' },
    { path: ['annotations'], entries: spec.annotations, kind: 'annotations' },
    { path: ['pods', 'labels'], entries: spec.pods.labels, kind: 'labels' },
    { path: ['pods', 'annotations'], entries: spec.pods.annotations, kind: 'annotations' },
    ...sectionsOf(spec).flatMap(({ path, settings }) => ofSection(path, settings)),
    ...bucketsOf(spec).flatMap(ofIdentity),
    { path: ['networkPolicy', 'dns', 'podLabels'], entries: spec.networkPolicy.dns.podLabels, kind: 'selector' },
    ...ofIngress(spec),
  ]
}

function ofSection(path: Path, settings: ReturnType<typeof sectionsOf>[number]['settings']): Mapping[] {
  if (!('nodeSelector' in settings)) return []
  return [
    { path: [...path, 'nodeSelector'], entries: settings.nodeSelector, kind: 'selector' },
    { path: [...path, 'podLabels'], entries: settings.podLabels, kind: 'labels' },
    { path: [...path, 'podAnnotations'], entries: settings.podAnnotations, kind: 'annotations' },
  ]
}

function ofIngress({ ingress }: ClusterSpec): Mapping[] {
  if (ingress === null) return []
  return [
    { path: ['ingress', 'controller', 'podLabels'], entries: ingress.controller.podLabels, kind: 'selector' },
    { path: ['ingress', 'annotations'], entries: ingress.annotations, kind: 'annotations' },
  ]
}

function ofIdentity({ path: bucket, store }: BucketSetting): Mapping[] {
  if (store.type === 'FILESYSTEM' || !('workloadIdentity' in store.credentials)) return []
  const { annotations, podLabels } = store.credentials.workloadIdentity
  const path: Path = [...bucket, 'credentials', 'workloadIdentity']
  return [
    { path: [...path, 'annotations'], entries: annotations, kind: 'annotations' },
    { path: [...path, 'podLabels'], entries: podLabels, kind: 'labels' },
  ]
}

/**
 * The API server refuses an object with more than 256 KiB of annotations, keys included. Some are the stack's own.
 * Source: k8s.io/apimachinery/pkg/api/validation, TotalAnnotationSizeLimitB
 */
const mostAnnotations = 240 * 1024

export const annotationSizes: Check = (spec) =>
  mappings(spec).flatMap(({ path, entries, kind }): Finding[] => {
    // Those of the cluster are on every object, beside its own.
    const all = [...Object.entries(entries), ...(path[0] === 'annotations' ? [] : Object.entries(spec.annotations))]
    const size = Buffer.byteLength(all.flat().join(''))
    if (kind !== 'annotations' || size <= mostAnnotations) return []
    return [
      {
        code: 'annotations-too-large',
        path,
        at: 'key',
        message: `${pathText(path)}: ${Math.ceil(size / 1024)} KiB of annotations; Kubernetes takes 256 KiB, with those of the stack`,
        remedy: `write at most ${mostAnnotations / 1024} KiB`,
      },
    ]
  })

/** Kubernetes refuses labels and annotations of another form. */
export const kubernetesLabels: Check = (spec) =>
  mappings(spec).flatMap(({ path, entries, kind }) =>
    Object.entries(entries).flatMap(([name, value]): Finding[] => {
      const goodName = qualifiedName.test(name)
      if (goodName && (kind === 'annotations' || labelValue.test(value))) return []
      return [
        {
          code: 'bad-kubernetes-label',
          path: [...path, name],
          at: goodName ? 'value' : 'key',
          message: goodName
            ? `${pathText(path)}: "${value}" is not a valid label value`
            : `${pathText(path)}: "${name}" is not a valid label key`,
          remedy: goodName
            ? 'use at most 63 letters, digits, "-", "_" and ".", starting and ending with a letter or digit'
            : 'write name or domain/name, for example kubernetes.io/os',
        },
      ]
    }),
  )

/** Labels and annotations of ours, of Kubernetes and of GitOps tools keep the value that they are given there. */
export const ownedLabels: Check = (spec) =>
  mappings(spec)
    .filter(({ kind }) => kind !== 'selector')
    .flatMap(({ path, entries, kind }) =>
      Object.keys(entries).flatMap((name): Finding[] => {
        const because = ownedBecause(name)
        if (because === undefined) return []
        return [
          {
            code: 'owned-label',
            path: [...path, name],
            at: 'key',
            message: `${pathText(path)}: the ${kind === 'labels' ? 'label' : 'annotation'} "${name}" cannot be set: ${because}`,
            remedy: 'remove it, or use a name with a domain of your own: example.com/name',
          },
        ]
      }),
    )
