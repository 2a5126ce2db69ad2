import { type Diagnostic, suggest } from '@thanos-fleet/diagnostics'
import { idString, type KubeObject } from '@thanos-fleet/kubernetes'
import { type Document, isMap, isScalar } from 'yaml'
import type { State } from '../state.ts'
import { missingContainers } from './containers.ts'
import { LossCheck, type Report } from './loss-check.ts'
import type { PatchFile } from './patch-file.ts'

/**
 * Finds patches that Kustomize would refuse without saying where, or that match nothing.
 *
 * @param state what the cluster runs before the patches
 */
export function checkPatches(files: readonly PatchFile[], state: State): Diagnostic[] {
  if (files.length === 0) return []
  const known = new Map([...state.objects, ...state.configs.map(configMap)].map((object) => [idString(object), object]))
  return files.flatMap((file) => checkFile(file, known))
}

/** The objects (idString) that patches name, whether they exist or not. */
export function patchedObjects(files: readonly PatchFile[]): Set<string> {
  const documents = files.flatMap((file) => file.documents)
  return new Set(
    documents
      .map((document) => identityOf(document))
      .filter((object) => object !== undefined)
      .map(idString),
  )
}

function configMap({ name, namespace }: State['configs'][number]): KubeObject {
  return { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, namespace } }
}

/** The objects that patches may name, each as the patches so far have made it. */
type Objects = Map<string, KubeObject>

function checkFile(file: PatchFile, known: Objects): Diagnostic[] {
  const { documents } = file
  const losses = new LossCheck(file.text)
  const report: Report = (offset, code, message, remedy) => {
    return { severity: 'error', code, file: file.path, ...file.positionAt(offset), message, remedy }
  }
  if (documents.length === 0)
    return [report(0, 'empty-patch', 'the patch is empty', 'write a patch, or remove the file')]
  const found = documents.flatMap((document) => checkDocument(document, { known, losses, report }))
  return [...found, ...losses.unused(file.path)]
}

interface Context {
  known: Objects
  losses: LossCheck
  report: Report
}

function checkDocument(document: Document, { known, losses, report }: Context): Diagnostic[] {
  const start = document.range?.[0] ?? 0
  const identity = identityOf(document)
  if (identity === undefined) {
    const remedy = 'write a strategic merge patch, which names the object it changes'
    return [report(start, 'patch-without-identity', 'a patch needs apiVersion, kind and metadata.name', remedy)]
  }
  const wanted = idString(identity)
  const object = known.get(wanted)
  if (object !== undefined) {
    const { diagnostics, after } = losses.check(document, object, report)
    if (after !== undefined) known.set(wanted, after)
    return [...checkContainers(document, object, report), ...diagnostics]
  }
  const remedy = remedyFor(wanted, new Set(known.keys()))
  return [report(nameOffset(document) ?? start, 'patch-matches-nothing', `no object matches ${wanted}`, remedy)]
}

function checkContainers(document: Document, object: KubeObject, report: Report): Diagnostic[] {
  return missingContainers(document, object).map(({ name, offset, known }) =>
    report(
      offset,
      'patch-matches-no-container',
      `${idString(object)} has no container ${name}: the patch would add one without an image`,
      `remove this part of the patch, or name one of ${known.join(', ')}`,
    ),
  )
}

function identityOf(document: Document): KubeObject | undefined {
  const [apiVersion, kind, name, namespace] = [
    text(document, ['apiVersion']),
    text(document, ['kind']),
    text(document, ['metadata', 'name']),
    text(document, ['metadata', 'namespace']),
  ]
  if (apiVersion === undefined || kind === undefined || name === undefined) return undefined
  return { apiVersion, kind, metadata: namespace === undefined ? { name } : { name, namespace } }
}

function text(document: Document, path: readonly string[]): string | undefined {
  const value: unknown = isMap(document.contents) ? document.getIn(path) : undefined
  return typeof value === 'string' ? value : undefined
}

function nameOffset(document: Document): number | undefined {
  const node: unknown = document.getIn(['metadata', 'name'], true)
  return isScalar(node) ? node.range?.[0] : undefined
}

function remedyFor(wanted: string, known: ReadonlySet<string>): string {
  const near = withOtherNamespace(wanted, known) ?? suggest(wanted, known)
  if (near !== undefined) return `did you mean ${near}?`
  return 'use an object listed in README.md of the folder; new objects go into objects/'
}

/** The same object but for a missing or different namespace, which is the easiest mistake. */
function withOtherNamespace(wanted: string, known: ReadonlySet<string>): string | undefined {
  const bare = (id: string) => id.replace(/ [^ ]*\//, ' ')
  return [...known].find((id) => bare(id) === bare(wanted))
}
