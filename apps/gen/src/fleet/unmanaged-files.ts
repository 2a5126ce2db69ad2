import type { Diagnostic } from '@thanos-fleet/diagnostics'
import { looksLikeClusterYaml, looksLikeInput, looksLikeObjects, looksLikePatches } from '../files/bystanders.ts'

/**
 * What is to be said of a file below `clusters/` that was not generated and that nothing reads. One that someone may
 * have meant as input is an error: without a word it would have no effect. Any other is only named.
 *
 * @param root the cluster's folder, from the repository's root
 * @param path the file's path, likewise
 */
export function unmanagedFile(root: string, path: string): Diagnostic {
  const relative = path.slice(root.length + 1)
  const [first = '', ...below] = relative.split('/')
  const remedy =
    first === 'patches' || first === 'objects'
      ? inFolder(first, path, below)
      : (misnamedFolder(first) ?? inputRemedy(relative))
  if (remedy !== undefined) return unread(path, remedy)
  return {
    severity: 'warning',
    code: 'stray-file',
    file: path,
    message: 'not generated, and not read by anything; it was left untouched',
    remedy: 'keep notes in clusters/README.md or docs/, or remove the file',
  }
}

function misnamedFolder(name: string): string | undefined {
  const folder = looksLikePatches(name) ? 'patches' : looksLikeObjects(name) ? 'objects' : undefined
  return folder === undefined ? undefined : `move it to a folder named ${folder} (lower case), or remove it`
}

function inFolder(folder: 'patches' | 'objects', path: string, below: readonly string[]): string | undefined {
  const [name = ''] = below.slice(-1)
  if (below.length === 0) return `make ${folder} a folder that contains the ${folder}`
  if (!looksLikeInput(path)) return undefined
  if (below.length > 1) return `move the file into ${folder}/ itself: its subfolders are not read`
  const stem = name.replace(/^\.+/, '').replace(/\.(ya?ml|json)$/i, '')
  return `rename it to ${stem}.yaml, or remove it: file names of ${folder} end in .yaml or .yml (lower case)`
}

function inputRemedy(relative: string): string | undefined {
  if (looksLikeClusterYaml(relative)) return 'move the settings to clusters/<name>/cluster.yaml, and remove this file'
  if (!looksLikeInput(relative)) return undefined
  return 'list it under extra in cluster.yaml, move a patch into patches/ and an object into objects/, or move it out of clusters/'
}

function unread(file: string, remedy: string): Diagnostic {
  return { severity: 'error', code: 'unread-file', file, message: 'not read by anything', remedy }
}
