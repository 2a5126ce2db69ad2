import type { Diagnostic } from '@thanos-fleet/diagnostics'
import type { KubeObject } from '@thanos-fleet/kubernetes'
import { applyPatches } from '@thanos-fleet/kustomize'
import { parse } from 'yaml'
import { problem } from '../files/problems.ts'
import type { Generator, Named } from '../fleet/generator.ts'

interface SmallSpec extends Named {
  /** Generated files, by their path from the cluster's folder. */
  files: Record<string, string>
  /** What changes of the state are checked by: a number may only be followed by itself or the next one. */
  step: number
}

interface ClusterYaml {
  broken?: boolean
  /** A file to copy. */
  include?: string
  files?: Record<string, string>
  step?: number
  /** So many files of so many equal lines. */
  many?: { files: number; lines: number; line: string }
}

/** A generator without Thanos: `cluster.yaml` says itself which files it wants. `broken: true` is an error in it. */
const smallGenerator: Generator<SmallSpec> = {
  read(file, folder) {
    const name = file.path.split('/')[1] ?? ''
    const value: ClusterYaml = parse(new TextDecoder().decode(file.text))
    if (value.broken === true) return { spec: undefined, diagnostics: [mistake(file.path)] }
    const included = value.include === undefined ? undefined : folder.read(value.include)
    const text = included === undefined ? {} : { 'included.txt': new TextDecoder().decode(included) }
    const files = { ...value.files, ...text, ...many(value.many) }
    return { spec: { name, mode: 'small', step: value.step ?? 0, files }, diagnostics: [] }
  },

  remember: ({ step }) => ({ step }),

  checkChange({ path, spec: { name, step } }, last) {
    if (last.kind === 'unsaid') return [problem.stateMissing(`clusters/${name}/.generated`)]
    if (last.kind !== 'said' || last.state['step'] === step || last.state['step'] === step - 1) return []
    return [mistake(path)]
  },

  checkFleet(clusters) {
    const twins = clusters.filter(({ view }) => 'twin' in view && view.twin === true)
    return twins.length < 2 ? [] : twins.map(({ path }) => mistake(path))
  },

  generate({ spec }, patches) {
    const root = `clusters/${spec.name}`
    const relative = patches.map(({ path }) => path.slice(root.length + 1))
    const files = Object.entries(spec.files).map(([path, text]): [string, string] => [`${root}/${path}`, text])
    const { state, findings } = applyPatches({ objects: [service], configs: [] }, patches)
    return {
      files: new Map([...files, [`${root}/kustomization.yaml`, `patches: ${relative.join(' ')}\n`]]),
      summary: smallGenerator.summary(spec),
      state,
      objectCount: 1,
      diagnostics: findings,
    }
  },

  view: ({ files }) => ({ twin: 'twin' in files }),

  summary: ({ name }) => ({ name }),

  shared: (summaries) => [
    {
      root: 'overlays',
      files: new Map([
        ['overlays/base/names', summaries.map((one) => ('name' in one ? `${one.name}\n` : '')).join('')],
      ]),
      handWritten: [],
      deep: true,
    },
  ],
}

function many({ files, lines, line }: ClusterYaml['many'] = { files: 0, lines: 0, line: '' }): Record<string, string> {
  const text = `${line}\n`.repeat(lines)
  return Object.fromEntries(Array.from({ length: files }, (_, index) => [`file-${index}`, text]))
}

const service: KubeObject = {
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { namespace: 'monitoring', name: 'thanos-query' },
}

function mistake(file: string): Diagnostic {
  return { severity: 'error', code: 'mistake', file, line: 1, column: 1, message: 'A mistake.', remedy: 'Correct it.' }
}

export default smallGenerator
