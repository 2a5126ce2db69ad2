import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { eachLimited, ensureTools } from '@thanos-fleet/cli-tools'
import { ensureSchemas } from '@thanos-fleet/schemas'
import { build } from './build.ts'
import { kubeconform } from './kubeconform.ts'
import type { ClusterReport } from './report.ts'

/** What belongs to no cluster: a folder with a kustomization, or a file of plain manifests. */
export type Shared = { name: string } & ({ folder: string } | { file: string })

/**
 * Builds bases, modes and GitOps objects and validates them with kubeconform: people apply them by themselves, as remote
 * bases or to bootstrap a controller, so each must be right on its own.
 */
export async function validateShared(all: readonly Shared[], log: (line: string) => void): Promise<ClusterReport[]> {
  const tools = await ensureTools(undefined, { log })
  await ensureSchemas({ log })
  const work = mkdtempSync(join(tmpdir(), 'thanos-fleet-'))
  try {
    const begin = performance.now()
    const built = await eachLimited(all, availableParallelism(), async (shared, index) => {
      const result =
        'folder' in shared
          ? await build(tools.kustomize, shared.name, shared.folder)
          : { text: readFileSync(shared.file, 'utf8'), objects: [], failures: [] }
      const file = join(work, `${index}.yaml`)
      writeFileSync(file, result.text)
      return { file, ...result }
    })
    const files = new Map(all.map(({ name }, index) => [name, built[index]?.file ?? '']))
    const { conformity, failures } = await kubeconform(tools.kubeconform, files)
    log(`${all.length} bases, modes and GitOps objects built and validated`)
    return all.map(({ name }, index): ClusterReport => ({
      cluster: name,
      objects: conformity.get(name)?.[0]?.valid ?? 0,
      differences: 0,
      conformity: conformity.get(name) ?? [],
      configurations: 0,
      started: 0,
      unchecked: [],
      objections: [],
      failures: [...(built[index]?.failures ?? []), ...failures.filter((failure) => failure.cluster === name)],
      milliseconds: (performance.now() - begin) / all.length,
    }))
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}
