import type { Diagnostic } from '@thanos-fleet/diagnostics'
import { performance } from 'node:perf_hooks'
import { join } from 'node:path'
import { planUnit, type PlanOptions } from '../files/plan.ts'
import { problem } from '../files/problems.ts'
import { errorCode, listTree } from '../files/tree.ts'
import type { Plan, Unit } from '../files/unit.ts'
import type { Generator, Named } from './generator.ts'
import { clustersFolder } from './list-clusters.ts'
import { readCluster } from './read-cluster.ts'
import { checkPatches, type PatchFile } from './patches.ts'
import { isDiagnostic, readInside } from './read-inside.ts'

/** A cluster's plan and what the report says of it. */
export interface PlannedCluster<Spec extends Named> {
  name: string
  /** Undefined if cluster.yaml was refused. */
  spec: Spec | undefined
  objects: number
  plan: Plan | undefined
  diagnostics: Diagnostic[]
  milliseconds: number
}

/** Everything about one cluster that can be known without writing. */
export function planCluster<Spec extends Named>(
  repository: string,
  name: string,
  generator: Generator<Spec>,
  options: PlanOptions,
): PlannedCluster<Spec> {
  const start = performance.now()
  const { spec, diagnostics, used } = readCluster(repository, name, generator)
  const planned: PlannedCluster<Spec> = { name, spec, objects: 0, plan: undefined, diagnostics, milliseconds: 0 }
  if (spec !== undefined) {
    const root = `${clustersFolder}/${name}`
    const state = generator.desired(spec)
    planned.objects = state.objects.length + state.configs.length
    const patches = readPatches(repository, root, planned.diagnostics)
    planned.diagnostics.push(...checkPatches(patches, state))
    const files = generator.clusterFiles(spec, patches.map(({ path }) => path.slice(root.length + 1)))
    const unit: Unit = { root, files, handWritten: [`${root}/cluster.yaml`, `${root}/patches/`, ...used], deep: true }
    planned.plan = planUnit(repository, unit, options)
    planned.diagnostics.push(...planned.plan.problems)
  }
  planned.milliseconds = performance.now() - start
  return planned
}

function readPatches(repository: string, root: string, diagnostics: Diagnostic[]): PatchFile[] {
  return patchNames(repository, root, diagnostics).flatMap((name) => {
    const path = `${root}/patches/${name}`
    const bytes = readInside(repository, path) ?? problem.unreadable(path, 'ENOENT')
    const text = isDiagnostic(bytes) ? bytes : decode(path, bytes)
    if (typeof text === 'string') return [{ path, text }]
    diagnostics.push(text)
    return []
  })
}

function patchNames(repository: string, root: string, diagnostics: Diagnostic[]): string[] {
  try {
    const tree = listTree(join(repository, root, 'patches'), false)
    return [...tree.keys()].filter((name) => /^[^.].*\.ya?ml$/.test(name)).sort()
  } catch (error) {
    diagnostics.push(problem.unreadable(`${root}/patches`, errorCode(error)))
    return []
  }
}

function decode(path: string, bytes: Uint8Array): string | Diagnostic {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return problem.notUtf8(path)
  }
}
