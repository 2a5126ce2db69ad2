import { createHash } from 'node:crypto'
import { idOf, idString, type KubeObject } from '@thanos-fleet/kubernetes'

const longest = 200

/**
 * A file name for each object: `statefulset-thanos-store.yaml`, and `role-prometheus@kube-system.yaml` outside the main
 * namespace. It depends on the object alone, except where two objects differ only in their API group: those whose
 * group is no built-in one then show it, `certificate.cert-manager.io-grafana.yaml`.
 *
 * @param main the namespace that names leave out
 * @returns the names by `idString`
 */
export function fileNames(objects: Iterable<KubeObject>, main: string | undefined): Map<string, string> {
  const byName = new Map<string, KubeObject[]>()
  for (const object of objects) {
    const name = fileName(object, main, false)
    const others = byName.get(name)
    if (others === undefined) byName.set(name, [object])
    else others.push(object)
  }
  const names = new Map<string, string>()
  for (const [name, same] of byName) {
    const ambiguous = new Set(same.map(idString)).size > 1
    for (const object of same) names.set(idString(object), ambiguous ? fileName(object, main, true) : name)
  }
  return names
}

/** The name of the folder, below `config/`, with the files of a generated ConfigMap. */
export function configFolder(name: string, namespace: string, main: string | undefined): string {
  return `config/${safe(name)}${inNamespace(namespace, main)}`
}

function fileName(object: KubeObject, main: string | undefined, withGroup: boolean): string {
  const { group, kind, namespace, name } = idOf(object)
  const type = withGroup && group !== '' ? `${kind}.${group}` : kind
  const stem = `${type.toLowerCase()}-${safe(name)}${inNamespace(namespace, main)}`
  return `${stem.length <= longest ? stem : `${stem.slice(0, longest)}=${digest(stem)}`}.yaml`
}

function inNamespace(namespace: string, main: string | undefined): string {
  return namespace === '' || namespace === main ? '' : `@${safe(namespace)}`
}

/** `:` becomes `_`; what some file system does not allow or not tell apart is written as `=` and hex digits. */
function safe(name: string): string {
  if (/^[a-z0-9][a-z0-9.-]*$/.test(name)) return name
  return [...name]
    .map((character) => {
      if (character === ':') return '_'
      return /[a-z0-9.-]/.test(character) ? character : `=${Buffer.from(character).toString('hex')}`
    })
    .join('')
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8)
}
