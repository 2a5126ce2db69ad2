import { hash } from 'node:crypto'
import type { TestRepository } from './repository.ts'

/** Files of a cluster or of `overlays`; `yaml` is hand-written, the others are generated. */
export interface Files {
  yaml?: string
  /** What the index tells of the cluster. */
  state?: object
  [generated: string]: string | object | undefined
}

/** Writes a folder as the generator leaves it: its files, and the index that lists them. */
export function putFiles(repository: TestRepository, folder: string, { yaml, state, ...generated }: Files): void {
  if (yaml !== undefined) repository.write(`${folder}/cluster.yaml`, yaml)
  const lines = state === undefined ? [] : [`# state: ${JSON.stringify({ format: 1, version: '1.0.0', ...state })}`]
  for (const [name, text] of Object.entries(generated)) {
    repository.write(`${folder}/${name}`, String(text))
    lines.push(`${hash('sha256', String(text))}  ${name}`)
  }
  repository.write(`${folder}/.generated`, `${lines.join('\n')}\n`)
}

/** The paths of all files below a folder, from it. */
export function filesBelow(repository: TestRepository, folder: string): string[] {
  return repository
    .files()
    .filter((path) => path.startsWith(`${folder}/`))
    .map((path) => path.slice(folder.length + 1))
}
