import type { Places } from '@thanos-fleet/cluster-spec'
import type { Diagnostic } from '@thanos-fleet/diagnostics'
import { performance } from 'node:perf_hooks'
import { problem } from '../files/problems.ts'
import { planUnit, type PlanOptions } from '../files/plan.ts'
import type { Plan } from '../files/unit.ts'
import type { Generator, Named } from './generator.ts'
import { clustersFolder } from './list-clusters.ts'
import { memberOf } from './member.ts'
import { readCluster } from './read-cluster.ts'
import { patchPaths, readPatches } from './patch-files.ts'
import { unmanagedFile } from './unmanaged-files.ts'

/** A cluster's plan and what the report says of it. */
export interface PlannedCluster<Spec extends Named> {
  name: string
  /** Undefined if cluster.yaml was refused. */
  spec: Spec | undefined
  view: object | undefined
  summary: object | undefined
  defaulted: object | undefined
  places: Places | undefined
  objects: number
  /** Whether it names others, and what they are to it was not given. */
  waits: boolean
  plan: Plan | undefined
  diagnostics: Diagnostic[]
  milliseconds: number
}

/**
 * Everything about one cluster that can be known without writing.
 * @param links what it is to other clusters; without it, a cluster that names others is only read
 */
export function planCluster<Spec extends Named>(
  repository: string,
  name: string,
  generator: Generator<Spec>,
  options: PlanOptions,
  links?: object,
): PlannedCluster<Spec> {
  const start = performance.now()
  const { spec: read, diagnostics, used, defaulted, locate, places } = readCluster(repository, name, generator)
  const spec = links === undefined || read === undefined ? read : (generator.linked?.(read, links) ?? read)
  const waits = links === undefined && spec !== undefined && generator.dependsOnOthers?.(spec) === true
  const planned: PlannedCluster<Spec> = {
    name,
    spec,
    view: spec === undefined ? undefined : generator.view(spec),
    summary: undefined,
    defaulted,
    places,
    objects: 0,
    waits,
    plan: undefined,
    diagnostics,
    milliseconds: 0,
  }
  if (spec !== undefined && !waits) {
    const root = `${clustersFolder}/${name}`
    const member = memberOf(name, spec, locate)
    const patches = readPatches(repository, root, planned.diagnostics)
    const { files, summary, objectCount, diagnostics: found } = generator.generate(member, patches)
    planned.summary = summary
    planned.objects = objectCount
    planned.diagnostics.push(...found)
    // Where an index is missing, an old generated file looks like one that a person wrote.
    planned.diagnostics.push(...used.filter((path) => files.has(path)).map(problem.generatedInput))
    const handWritten = [`${root}/cluster.yaml`, ...patchPaths(repository, root), ...used]
    const known = { cluster: name, state: generator.remember?.(spec), understands: generator.understands }
    planned.plan = planUnit(repository, { root, files, handWritten, deep: true, ...known }, options)
    planned.diagnostics.push(
      ...planned.plan.problems,
      ...planned.plan.unmanaged.map((path) => unmanagedFile(root, path)),
      ...(generator.checkChange?.(member, planned.plan.last) ?? []),
    )
  }
  planned.milliseconds = performance.now() - start
  return planned
}
