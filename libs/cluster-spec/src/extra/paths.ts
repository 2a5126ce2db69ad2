import { posix } from 'node:path'
import type { Finding } from '../finding.ts'
import type { Path } from '../yaml/position.ts'
import { globMatcher } from './glob.ts'

/** The folder of a `cluster.yaml`, as far as its `extra` section may reach. */
export interface ClusterFolder {
  /** Paths of all files below the folder that people wrote, with `/`, relative to it. */
  files(): readonly string[]
  read(path: string): Uint8Array | string
}

/** A file that a pattern matches, and where in cluster.yaml that pattern stands. */
export interface MatchedFile {
  path: string
  pattern: Path
}

/** The files that a list of patterns matches, each once and in the order of their names. */
export function matchedFiles(
  patterns: readonly string[],
  list: Path,
  folder: ClusterFolder | undefined,
): { files: MatchedFile[]; findings: Finding[] } {
  const found = patterns.map((pattern, index) => matching(pattern, [...list, index], folder?.files() ?? []))
  const first = new Map<string, MatchedFile>()
  for (const file of found.flatMap(({ files }) => files)) if (!first.has(file.path)) first.set(file.path, file)
  return {
    files: [...first.values()].toSorted((one, other) => (one.path < other.path ? -1 : 1)),
    findings: found.flatMap(({ findings }) => findings),
  }
}

interface Matching {
  files: MatchedFile[]
  findings: Finding[]
}

function matching(pattern: string, path: Path, all: readonly string[]): Matching {
  const shown = JSON.stringify(pattern)
  const refuse = (code: string, message: string, remedy: string): Matching => ({
    files: [],
    findings: [{ code, path, message, remedy }],
  })
  if (pattern.startsWith('/') || pattern.includes('\\') || pattern.split('/').includes('..')) {
    return refuse(
      'path-outside-folder',
      `${shown} is outside the cluster's folder`,
      'use a path relative to cluster.yaml, with "/" and without ".."',
    )
  }
  const normal = posix.normalize(pattern)
  if (isReserved(normal)) {
    return refuse(
      'reserved-file',
      `${shown} has a reserved meaning in the cluster's folder`,
      'name rules, dashboards or scrape jobs, preferably in their own folder: rules/*.yaml',
    )
  }
  const matches = globMatcher(normal)
  if (matches === undefined) {
    return refuse(
      'bad-glob',
      'the braces expand to more than 100 patterns',
      'write several patterns, or use "*" instead of the braces',
    )
  }
  const files = all.filter((file) => !isReserved(file) && (file === normal || matches(file)))
  if (files.length > 0) return { files: files.map((file) => ({ path: file, pattern: path })), findings: [] }
  return refuse(
    'extra-file-missing',
    `no file matches ${shown}; cluster.yaml, patches, objects and generated files are excluded`,
    'write a file path relative to cluster.yaml, or a glob that matches a file: *, **, ?, [a-z], {a,b}',
  )
}

/** The specification itself, the index of generated files, what is patched in, and people's own objects. */
function isReserved(path: string): boolean {
  return ['cluster.yaml', '.generated'].includes(path) || ['patches', 'objects'].includes(path.split('/')[0] ?? '')
}
