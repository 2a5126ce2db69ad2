import { posix } from 'node:path'
import type { Finding } from './finding.ts'
import { extraContent } from './extra-content.ts'
import type { ExtraFiles } from './resolve/cluster.ts'
import type { ClusterInput } from './schema/cluster.ts'
import type { ExtraFile } from './spec.ts'
import { decode } from './yaml/decode.ts'
import type { Path } from './yaml/position.ts'

/** The folder of a `cluster.yaml`, as far as its `extra` section may reach. */
export interface ClusterFolder {
  /** Paths of all files below the folder, with `/`, relative to it. */
  files(): readonly string[]
  read(path: string): Uint8Array | string
}

const sections = ['scrapeJobs', 'rules', 'dashboards'] as const
export type ExtraSection = (typeof sections)[number]

/** Reads the files that `extra` names. Within one section, files are in the order of their names. */
export function loadExtra(
  input: ClusterInput['extra'],
  folder: ClusterFolder | undefined,
): { files: ExtraFiles; findings: Finding[] } {
  const files: ExtraFiles = { scrapeJobs: [], rules: [], dashboards: [] }
  const findings: Finding[] = []
  for (const section of sections) {
    const patterns = input?.[section] ?? []
    const found = patterns.map((pattern, index) => matching(pattern, ['extra', section, index], folder))
    findings.push(...found.flatMap((one) => one.findings))
    const paths = [...new Set(found.flatMap((one) => one.paths))].toSorted()
    findings.push(...sameName(paths, section))
    for (const path of paths) {
      const read = readExtra(path, section, folder)
      findings.push(...read.findings)
      if (read.file !== undefined) files[section].push(read.file)
    }
  }
  return { files, findings }
}

function matching(
  pattern: string,
  path: Path,
  folder: ClusterFolder | undefined,
): { paths: string[]; findings: Finding[] } {
  const refuse = (code: string, message: string, remedy: string) => ({
    paths: [],
    findings: [{ code, path, message, remedy }],
  })
  if (pattern.startsWith('/') || pattern.includes('\\') || pattern.split('/').includes('..')) {
    return refuse(
      'path-outside-folder',
      `${JSON.stringify(pattern)} leads out of the cluster's folder`,
      'write a path relative to cluster.yaml, with "/" and without ".."',
    )
  }
  const normal = posix.normalize(pattern)
  const paths = (folder?.files() ?? []).filter((file) => file === normal || posix.matchesGlob(file, normal))
  if (paths.length > 0) return { paths, findings: [] }
  return refuse(
    'extra-file-missing',
    `no file matches ${JSON.stringify(pattern)}`,
    'write the path of a file relative to cluster.yaml, or a glob that matches one',
  )
}

/** Files of a section become keys of one ConfigMap, by their names alone. */
function sameName(paths: readonly string[], section: ExtraSection): Finding[] {
  return paths.flatMap((path, index): Finding[] => {
    const first = paths.findIndex((other) => posix.basename(other) === posix.basename(path))
    if (first === index) return []
    return [
      {
        code: 'duplicate-name',
        path: ['extra', section],
        at: 'key',
        message: `extra.${section}: ${paths[first] ?? ''} and ${path} have one name`,
        remedy: 'rename one of the files',
      },
    ]
  })
}

function readExtra(
  path: string,
  section: ExtraSection,
  folder: ClusterFolder | undefined,
): { file?: ExtraFile; findings: Finding[] } {
  const bytes = folder?.read(path) ?? ''
  const text = typeof bytes === 'string' ? bytes : decode(bytes)
  if (typeof text !== 'string') return { findings: [{ ...text, file: path }] }
  return {
    file: { path, text },
    findings: extraContent(section, text).map((finding) => ({ ...finding, file: path })),
  }
}
