import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { eachLimited, ensureTools } from '@thanos-fleet/cli-tools'
import type { ClusterSpec } from '@thanos-fleet/cluster-spec'
import type { State } from '@thanos-fleet/kustomize'
import { ensureSchemas } from '@thanos-fleet/schemas'
import { build } from './build.ts'
import { checkConfigurations } from './configuration.ts'
import { kubeconform } from './kubeconform.ts'
import { kubeScore } from './kube-score.ts'
import { compareWithModel } from './model.ts'
import { type SeparatedCluster, separateOwn } from './own-objects.ts'
import { Programs } from './programs/index.ts'
import type { ClusterReport } from './report.ts'

export { buildFor } from '@thanos-fleet/cli-tools'
import type { Failure } from './failure.ts'
export type { Failure } from './failure.ts'
export type { Conformity } from './kubeconform.ts'
export type { Objection } from './kube-score.ts'
export type { ClusterReport } from './report.ts'
export { type Shared, validateShared } from './shared.ts'
export { scoreTable, table } from './table.ts'

/** A cluster to validate. */
export interface Validated {
  spec: ClusterSpec
  /** Its folder, absolute. */
  folder: string
  /** What it has to be built to, hand-written patches applied. */
  state: State
}

export interface ValidateOptions {
  /** Told what goes on, a line at a time. */
  log: (line: string) => void
  /** Only kustomize, the model and kubeconform: what can break by editing a specification. */
  quick?: boolean
}

/** Validates the real `kustomize build` of every cluster with the real tools. Nothing is written into the repository. */
export async function validate(
  clusters: readonly Validated[],
  { log, quick = false }: ValidateOptions,
): Promise<ClusterReport[]> {
  const tools = await ensureTools(undefined, { log })
  await ensureSchemas({ log })
  const work = mkdtempSync(join(tmpdir(), 'thanos-fleet-'))
  try {
    const built = await eachLimited(clusters, availableParallelism(), async ({ spec, folder }) => {
      const result = separateOwn(spec, await build(tools.kustomize, spec.name, folder))
      writeFileSync(join(work, `${spec.name}.yaml`), result.text)
      writeFileSync(join(work, `${spec.name}.own.yaml`), result.ownText)
      return result
    })
    log(`kustomize built ${clusters.length} cluster(s)`)
    const files = new Map(clusters.map(({ spec }) => [spec.name, join(work, `${spec.name}.yaml`)]))
    const conform = await kubeconform(tools.kubeconform, files)
    const ownFiles = clusters
      .filter(({ spec }) => spec.objects.length > 0)
      .map(({ spec }): [string, string] => [spec.name, join(work, `${spec.name}.own.yaml`)])
    const ownConform = await kubeconform(tools.kubeconform, new Map(ownFiles), { unknownKinds: true })
    log('kubeconform has validated them')
    const programs = new Programs(tools)
    return await eachLimited(clusters, availableParallelism(), async (cluster, index) => {
      const report = await inspect(cluster, built[index] ?? nothing, files.get(cluster.spec.name) ?? '')
      log(`${cluster.spec.name}: ${report.failures.length === 0 ? 'ok' : `${report.failures.length} failure(s)`}`)
      return report
    })

    async function inspect(
      { spec, state }: Validated,
      { objects, own, failures }: SeparatedCluster,
      file: string,
    ): Promise<ClusterReport> {
      const begin = performance.now()
      const differences = compareWithModel(spec, [...objects, ...own], state)
      const of = ({ cluster }: Failure) => cluster === spec.name
      const malformed = conform.failures.filter(of)
      // What follows reads objects as Kubernetes would: one of another form, as by a patch, has no arguments to start with.
      const [configurations, started, score] =
        quick || malformed.length > 0 || failures.length > 0
          ? [
              { checked: 0, failures: [] },
              { started: 0, unchecked: [], failures: [] },
              { objections: [], failures: [] },
            ]
          : await Promise.all([
              checkConfigurations(tools, spec.name, objects),
              programs.check(spec.name, objects),
              kubeScore(tools['kube-score'], spec, file),
            ])
      return {
        cluster: spec.name,
        objects: objects.length + own.length,
        differences: differences.length,
        conformity: conform.conformity.get(spec.name) ?? [],
        configurations: configurations.checked,
        started: started.started,
        unchecked: started.unchecked,
        objections: score.objections,
        failures: [
          ...failures,
          ...differences,
          ...malformed,
          ...ownConform.failures.filter(of),
          ...configurations.failures,
          ...started.failures,
          ...score.failures,
        ],
        milliseconds: performance.now() - begin,
      }
    }
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

const nothing: SeparatedCluster = { text: '', objects: [], own: [], ownText: '', failures: [] }
