import { hash } from 'node:crypto'

/** The name of the index in a unit's folder. Hidden, so that nothing takes it for a manifest. */
export const indexName = '.generated'

const header = '# The generated files of this folder and their SHA-256. `sha256sum --check` reads it; do not edit.\n'
const entry = /^([0-9a-f]{64}) {2}(.+)$/

/**
 * Which files of a folder are generated, and with what content: path relative to the folder to the hashes that a
 * generator wrote, or was about to write when it was killed.
 */
export type Ownership = Map<string, Set<string>>

/** A text with the line ends that Git stores: an editor or a clone may have made CRLF of them. */
export function withLineFeeds(text: string): string {
  return text.replaceAll('\r\n', '\n')
}

/** The SHA-256 of a text in UTF-8, as hexadecimal digits. */
export function contentHash(text: string): string {
  return hash('sha256', text)
}

/**
 * Reads an index. Lines that are not entries are passed over, and a file may have several entries: after a merge with
 * conflicts both sides were generated.
 */
export function parseOwnership(text: string): Ownership {
  const owned: Ownership = new Map()
  for (const line of text.split(/\r?\n/)) {
    const [, digest, path] = entry.exec(line) ?? []
    if (digest === undefined || path === undefined) continue
    add(owned, path, digest)
  }
  return owned
}

/**
 * An index without entries that no generator can have written: what people own in a cluster's folder, and paths that
 * leave the folder. A wrong entry, as of a merge by hand, must not make a person's file one that is removed.
 */
export function withoutHandWritten(owned: Ownership): Ownership {
  return new Map([...owned].filter(([path]) => !isHandWritten(path) && staysBelow(path)))
}

function isHandWritten(path: string): boolean {
  return path === 'cluster.yaml' || path === 'fleet.yaml' || path.startsWith('patches/')
}

function staysBelow(path: string): boolean {
  return !path.includes('\\') && path.split('/').every((part) => part !== '' && part !== '.' && part !== '..')
}

/**
 * The text of an index, ordered by path so that a change of one file is a change of one line. The line of the state is
 * first: a merge takes it by itself where the unchanged header lies between it and the entries that others changed.
 *
 * @param state of `stateLine`
 */
export function formatOwnership(owned: Ownership, state: string): string {
  const lines: string[] = []
  for (const path of [...owned.keys()].sort()) {
    for (const digest of [...(owned.get(path) ?? [])].sort()) lines.push(`${digest}  ${path}\n`)
  }
  return state + header + lines.join('')
}

/** What either of two indexes owns: true at every moment between the one and the other. */
export function unionOwnership(one: Ownership, other: Ownership): Ownership {
  const both: Ownership = new Map()
  for (const owned of [one, other]) {
    for (const [path, digests] of owned) for (const digest of digests) add(both, path, digest)
  }
  return both
}

function add(owned: Ownership, path: string, digest: string): void {
  const digests = owned.get(path)
  if (digests === undefined) owned.set(path, new Set([digest]))
  else digests.add(digest)
}
