import { isObject } from '@thanos-fleet/json'
import { isKubeObject, type KubeObject, scopeOfKind } from '@thanos-fleet/kubernetes'
import type { Document } from 'yaml'
import type { Finding } from '../finding.ts'
import { find, type Path, type Position } from '../yaml/position.ts'
import type { YamlStream } from '../yaml/parse.ts'
import { isEncrypted, plainValueOf } from './encrypted.ts'
import type { OwnObject } from './own-object.ts'

/** What a document says, or why it cannot be an object of the cluster. */
export type ReadObject = Omit<OwnObject, 'path'> | Finding

/** Reads one document of a file in `objects/`. */
export function readObject(document: Document, { positionAt }: YamlStream): { read: ReadObject; warnings: Finding[] } {
  const value: unknown = document.toJS({ maxAliasCount: 100 })
  const at = (path: Path): Position => {
    const { key, value: node } = find(document, path)
    return positionAt((key ?? node)?.range?.[0] ?? document.range?.[0] ?? 0)
  }
  const wrong = (message: string, remedy: string, path: Path = [], code = 'bad-object') => ({
    read: { code, position: at(path), message, remedy },
    warnings: [],
  })
  if (!isObject(value)) return wrong('expected a Kubernetes object, found something else', identityRemedy)
  if (!isKubeObject(value) || value.metadata.name === '' || !isTextOrAbsent(value.metadata.namespace)) {
    return wrong('a Kubernetes object needs apiVersion, kind and metadata.name, all strings', identityRemedy)
  }
  const problem = problemOf(value)
  if (problem !== undefined) return wrong(problem.message, problem.remedy, problem.path)
  const plain = value.apiVersion === 'v1' && value.kind === 'Secret' ? plainValueOf(value) : undefined
  if (plain !== undefined) return wrong(plainSecret(value, plain), secretRemedy, plain, 'plain-secret')
  const read = { position: at([]), encrypted: isEncrypted(value), object: value }
  return { read, warnings: unknownScope(value, at(['kind'])) }
}

const identityRemedy =
  'write one object in each document; with SOPS, encrypt only its values: --encrypted-regex "^(data|stringData)$"'

const secretRemedy =
  'encrypt it with SOPS (sops --encrypt --encrypted-regex "^(data|stringData)$"), or write an ExternalSecret or a SealedSecret'

function plainSecret({ metadata }: KubeObject, path: Path): string {
  return `Secret ${metadata.name} has the readable value ${path.join('.')}: everyone with access to the repository could read it`
}

interface Problem {
  path: Path
  message: string
  remedy: string
}

/** What Kustomize or the API server would make something else of. */
function problemOf(object: KubeObject): Problem | undefined {
  const { apiVersion, kind } = object
  if ([apiVersion, kind, object.metadata.name].some((text) => text.startsWith('ENC['))) {
    return { path: [], message: 'apiVersion, kind or metadata.name is encrypted', remedy: identityRemedy }
  }
  if (!/^([a-z0-9]([-a-z0-9.]*[a-z0-9])?\/)?v[0-9]+((alpha|beta)[0-9]+)?$/.test(apiVersion)) {
    const remedy = 'write group/version in lower case, or v1 for the core group'
    return { path: ['apiVersion'], message: `${JSON.stringify(apiVersion)} is not an API version`, remedy }
  }
  if (!/^[A-Z][A-Za-z0-9]*$/.test(kind)) {
    const message = `${JSON.stringify(kind)} is not a kind`
    return { path: ['kind'], message, remedy: 'write the kind in CamelCase: ExternalSecret' }
  }
  if (kind.endsWith('List') && 'items' in object) {
    const remedy = 'write its items as documents of their own, separated by "---"'
    return { path: ['kind'], message: `${kind} is a list of objects, not an object`, remedy }
  }
  if (apiVersion.startsWith('kustomize.config.k8s.io/')) {
    const remedy = `remove it: all files in objects/ are part of the cluster's kustomization already`
    return { path: ['apiVersion'], message: `${kind} configures Kustomize and is not a Kubernetes object`, remedy }
  }
  return annotationProblem(object) ?? scopeProblem(object)
}

/** Annotations by which Kustomize drops an object, or changes others. */
const ofKustomize = /^(internal\.|kustomize\.)?config\.(kubernetes|k8s)\.io\//

function annotationProblem({ metadata }: KubeObject): Problem | undefined {
  const key = Object.keys(metadata.annotations ?? {}).find((annotation) => ofKustomize.test(annotation))
  if (key === undefined) return undefined
  const path = ['metadata', 'annotations', key]
  const message = `the annotation ${key} is an instruction to Kustomize, which may drop or rename the object`
  return { path, message, remedy: 'remove the annotation' }
}

function scopeProblem({ apiVersion, kind, metadata }: KubeObject): Problem | undefined {
  const scope = scopeOfKind(groupOf(apiVersion), kind)
  if (scope === 'cluster' && metadata.namespace !== undefined) {
    const message = `${kind} is cluster-scoped and has no namespace`
    return { path: ['metadata', 'namespace'], message, remedy: 'remove metadata.namespace' }
  }
  if (scope !== 'namespace' || (metadata.namespace ?? '') !== '') return undefined
  const message = `${kind} ${metadata.name} has no namespace: Flux would put it into "default"`
  return { path: ['metadata', 'name'], message, remedy: 'write metadata.namespace' }
}

function unknownScope({ apiVersion, kind, metadata }: KubeObject, position: Position): Finding[] {
  if (metadata.namespace !== undefined || scopeOfKind(groupOf(apiVersion), kind) !== undefined) return []
  return [
    {
      severity: 'warning',
      code: 'object-scope-unknown',
      position,
      message: `${kind} ${metadata.name} has no namespace, and it is not known whether its kind needs one`,
      remedy: 'write metadata.namespace if it does; otherwise the object is taken for a cluster-scoped one',
    },
  ]
}

function groupOf(apiVersion: string): string {
  const slash = apiVersion.indexOf('/')
  return slash < 0 ? '' : apiVersion.slice(0, slash)
}

function isTextOrAbsent(value: unknown): boolean {
  return value === undefined || (typeof value === 'string' && value !== '')
}
