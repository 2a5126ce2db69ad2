import type { Diagnostic } from '@thanos-fleet/diagnostics'
import { looksLikeClusterYaml, looksLikeInput, looksLikePatches } from '../files/bystanders.ts'

/**
 * What is to be said of a file below `clusters/` that was not generated and that nothing reads. One that somebody may
 * have meant as input is an error: without a word it would have no effect. Any other is only named.
 *
 * @param root the cluster's folder, from the repository's root
 * @param path the file's path, likewise
 */
export function strangerIn(root: string, path: string): Diagnostic {
  const relative = path.slice(root.length + 1)
  const [first = '', ...below] = relative.split('/')
  const remedy =
    first === 'patches' ? patchRemedy(path, below) : looksLikePatches(first) ? folderRemedy : inputRemedy(relative)
  if (remedy !== undefined) return unread(path, remedy)
  return {
    severity: 'warning',
    code: 'stray-file',
    file: path,
    message: 'This file was not generated, and nothing reads it; it is kept.',
    remedy: 'Keep notes in README.md of clusters/ or in docs/, or remove the file.',
  }
}

const folderRemedy = 'Patches are read from a folder named patches, in lower case: move the file there, or remove it.'

function patchRemedy(path: string, below: readonly string[]): string | undefined {
  const [name = ''] = below.slice(-1)
  if (below.length === 0) return 'Make patches a folder of this cluster, with the patches in it.'
  if (!looksLikeInput(path)) return undefined
  if (below.length > 1) return 'Folders of patches/ are not read: move the file into patches/ itself.'
  const stem = name.replace(/^\.+/, '').replace(/\.(ya?ml|json)$/i, '')
  return `Patches are files whose names end in .yaml or .yml, in lower case: rename it to ${stem}.yaml, or remove it.`
}

function inputRemedy(relative: string): string | undefined {
  if (looksLikeClusterYaml(relative))
    return 'A cluster is described by clusters/<name>/cluster.yaml alone: move the settings there, and remove this file.'
  if (!looksLikeInput(relative)) return undefined
  return 'Name it under extra in cluster.yaml, make it a patch in patches/, or move it out of clusters/.'
}

function unread(file: string, remedy: string): Diagnostic {
  return { severity: 'error', code: 'unread-file', file, message: 'Nothing reads this file.', remedy }
}
