import { configMapBytes, mostConfigMapBytes } from '@thanos-fleet/kubernetes'
import type { Finding } from '../finding.ts'
import type { ExtraFiles } from '../resolve/cluster.ts'
import type { ClusterInput } from '../schema/cluster.ts'
import type { ExtraFile } from '../spec.ts'
import { decode } from '../yaml/decode.ts'
import { type ExtraSection, extraContent, extraSections } from './content.ts'
import { duplicateFindings, type NamesOfFile } from './duplicates.ts'
import { extraKey, nameFindings } from './file-names.ts'
import { type ClusterFolder, matchedFiles } from './paths.ts'

/** Reads the files that `extra` names. Within one section, files are in the order of their names. */
export function loadExtra(
  input: ClusterInput['extra'],
  folder: ClusterFolder | undefined,
): { files: ExtraFiles; findings: Finding[] } {
  const files: ExtraFiles = { scrapeJobs: [], rules: [], globalRules: [], dashboards: [], alertTemplates: [] }
  const findings: Finding[] = []
  for (const section of extraSections) {
    const matched = matchedFiles(input?.[section] ?? [], ['extra', section], folder)
    const names = nameFindings(matched.files, section)
    findings.push(...matched.findings, ...names)
    // What is not loaded need not be read: it may be anything.
    const unloadable = names.filter(({ code }) => code === 'bad-file-name').map(({ path }) => path)
    const read = matched.files
      .filter(({ pattern }) => !unloadable.includes(pattern))
      .map(({ path }) => readExtra(path, section, folder))
    findings.push(...read.flatMap((one) => one.findings), ...duplicateFindings(read))
    files[section].push(...read.flatMap(({ file }) => file ?? []))
  }
  return { files, findings }
}

interface ReadExtra extends NamesOfFile {
  file?: ExtraFile
  findings: Finding[]
}

function readExtra(path: string, section: ExtraSection, folder: ClusterFolder | undefined): ReadExtra {
  const refuse = (finding: Finding): ReadExtra => ({ path, names: [], findings: [{ ...finding, file: path }] })
  const bytes = folder?.read(path) ?? ''
  const text = typeof bytes === 'string' ? bytes : bytes.length > mostConfigMapBytes ? tooLarge : decode(bytes)
  if (typeof text !== 'string') return refuse(text)
  if (configMapBytes(extraKey(path), text) > mostConfigMapBytes) return refuse(tooLarge)
  const { findings, names } = extraContent(section, text)
  return { path, names, file: { path, text }, findings: findings.map((finding) => ({ ...finding, file: path })) }
}

const tooLarge: Finding = {
  code: 'file-too-large',
  position: { line: 1, column: 1 },
  message: `larger than ${mostConfigMapBytes / 1024} KiB, the most that fits into a ConfigMap (1 MiB in Kubernetes, minus metadata)`,
  remedy: 'split it into several files',
}
