import { distance } from '@thanos-fleet/diagnostics'

/**
 * Names that editors, operating systems, Git and the generator itself leave in any folder; docs/gen.md lists them. A
 * folder of such a name counts with all below it.
 */
const bystanders: readonly RegExp[] = [
  /^\.(git|gitkeep|keep|gitignore|gitattributes|editorconfig|sops\.yaml|idea|vscode)$/,
  /^(\.DS_Store|Thumbs\.db|desktop\.ini)$/,
  /^\.#|^#.*#$|~$|\.sw[a-z]$|\.tmp$/,
]

/** Whether a path, of `/` between its parts, is or lies below something that nobody means as input. */
export function isBystander(path: string): boolean {
  return path.split('/').some((name) => bystanders.some((pattern) => pattern.test(name)))
}

/** What people write for this generator or for Kustomize, in any spelling of the ending. */
const inputEnding = /\.(ya?ml|json5?|jsonnet|libsonnet|toml)$/i

/** Whether someone may have meant a file as input: YAML or JSON, or a name that is nearly `cluster.yaml`. */
export function looksLikeInput(path: string): boolean {
  return inputEnding.test(path) || looksLikeClusterYaml(path)
}

/** Whether a file's name is `cluster.yaml` or nearly so, such as `Cluster.YML`, `clusters.yaml.bak` or `clutser.yaml`. */
export function looksLikeClusterYaml(path: string): boolean {
  const name = lastPart(path).toLowerCase()
  const words = name.split(/[^a-z0-9]+/)
  const isYaml = !/[a-z0-9]\./.test(name) || words.some((word) => word === 'json' || isNear(word, 'yaml'))
  return isYaml && words.some((word) => isNear(word, 'cluster'))
}

/** Whether a folder's name is nearly `patches`. */
export function looksLikePatches(path: string): boolean {
  return isNear(lettersOf(path), 'patches') || /^patch/i.test(lastPart(path))
}

/** Whether a folder's name is nearly `objects`, or what other tools call such a folder. */
export function looksLikeObjects(path: string): boolean {
  return isNear(lettersOf(path), 'objects') || /^(manifest|resource)s?$/i.test(lastPart(path))
}

function lettersOf(path: string): string {
  return lastPart(path)
    .toLowerCase()
    .replace(/[^a-z]/g, '')
}

function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

/** At most two slips of a finger apart. */
function isNear(word: string, wanted: string): boolean {
  return distance(word, wanted, 2) <= 2
}
