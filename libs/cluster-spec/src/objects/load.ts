import { posix } from 'node:path'
import { idString, sameObjectKey } from '@thanos-fleet/kubernetes'
import { controlCharacterFinding } from '../extra/content.ts'
import type { ClusterFolder } from '../extra/paths.ts'
import type { Finding } from '../finding.ts'
import { decode } from '../yaml/decode.ts'
import { parseYamlStream } from '../yaml/parse.ts'
import type { OwnObject } from './own-object.ts'
import { readObject } from './read.ts'

/** The folder of a cluster in which people's own objects are. */
export const objectsFolder = 'objects'

/** Whether a file, by its path from the cluster's folder, is read as one of people's own objects. */
export function isObjectFile(path: string): boolean {
  return /^objects\/[^./][^/]*\.ya?ml$/.test(path)
}

/** Reads the files in `objects/`, in the order of their names, within the bounds that `cluster.yaml` has. */
export function loadObjects(folder: ClusterFolder | undefined): { objects: OwnObject[]; findings: Finding[] } {
  const paths = (folder?.files() ?? []).filter(isObjectFile).toSorted()
  const files = paths.map((path) => readFile(path, folder?.read(path) ?? ''))
  const objects = files.flatMap((file) => file.objects)
  return { objects, findings: [...files.flatMap((file) => file.findings), ...duplicates(objects)] }
}

interface ObjectFile {
  objects: OwnObject[]
  findings: Finding[]
}

function readFile(path: string, bytes: Uint8Array | string): ObjectFile {
  const refuse = (findings: readonly Finding[]) => ({
    objects: [],
    findings: findings.map((finding) => ({ ...finding, file: path })),
  })
  if (/^kustomization\.ya?ml$/.test(posix.basename(path))) return refuse([kustomizationFile])
  const text = typeof bytes === 'string' ? bytes : decode(bytes)
  if (typeof text !== 'string') return refuse([text])
  const control = controlCharacterFinding(text)
  if (control !== undefined) return refuse([control])
  const yaml = parseYamlStream(text)
  if (Array.isArray(yaml)) return refuse(yaml)
  const documents = yaml.documents.filter((document) => document.toJS({ maxAliasCount: 100 }) !== null)
  if (documents.length === 0) return refuse([emptyFile])
  const found = documents.map((document) => readObject(document, yaml))
  const findings = found.flatMap(({ read, warnings }) => ('code' in read ? [read] : warnings))
  return {
    objects: found.flatMap(({ read }) => ('code' in read ? [] : [{ path, ...read }])),
    findings: findings.map((finding) => ({ ...finding, file: path })),
  }
}

const kustomizationFile: Finding = {
  code: 'reserved-file',
  position: { line: 1, column: 1 },
  message: 'objects/ cannot be a kustomization of its own',
  remedy: `remove the file: all files in objects/ are part of the cluster's kustomization already`,
}

const emptyFile: Finding = {
  code: 'empty-file',
  position: { line: 1, column: 1 },
  message: 'the file contains no object, which Kustomize rejects',
  remedy: 'write an object, or remove the file',
}

function duplicates(objects: readonly OwnObject[]): Finding[] {
  const first = new Map<string, OwnObject>()
  return objects.flatMap((one): Finding[] => {
    const key = sameObjectKey(one.object)
    const earlier = first.get(key)
    if (earlier === undefined) {
      first.set(key, one)
      return []
    }
    return [
      {
        code: 'duplicate-object',
        file: one.path,
        position: one.position,
        message: `duplicate ${idString(one.object)}: ${earlier.path === one.path ? `line ${earlier.position.line} of this file` : earlier.path} has it too`,
        remedy: 'keep one of them',
      },
    ]
  })
}
