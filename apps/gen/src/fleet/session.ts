import { performance } from 'node:perf_hooks'
import { commit, discard, stageAll, type Staged } from '../files/apply.ts'
import { isEmpty, type PlanOptions } from '../files/plan.ts'
import type { Plan } from '../files/unit.ts'
import type { Diagnostic } from '@thanos-fleet/diagnostics'
import type { Generator, Named } from './generator.ts'
import { planCluster } from './plan-cluster.ts'
import { readCluster } from './read-cluster.ts'
import { type ClusterResult, summarize, type Work } from './result.ts'
import { settledUnits } from './settle.ts'

export interface SessionOptions extends PlanOptions {
  /** Whether results carry the differences with their texts, for `check`. */
  differences: boolean
}

/**
 * The clusters that one thread takes care of, from reading to writing. Their texts never leave it: what other threads
 * get to know are specifications, diagnostics and numbers.
 */
export class Session<Spec extends Named> {
  readonly #repository: string
  readonly #generator: Generator<Spec>
  readonly #options: SessionOptions
  readonly #plans: Plan[] = []
  #staged: Staged[] = []
  #committed = 0

  constructor(repository: string, generator: Generator<Spec>, options: SessionOptions) {
    this.#repository = repository
    this.#generator = generator
    this.#options = options
  }

  /** Plans a cluster, or only reads it, if just the fleet has to be complete. */
  run({ name, only, links }: Work): ClusterResult {
    if (only === 'read') {
      const start = performance.now()
      const { spec, diagnostics, defaulted, places } = readCluster(this.#repository, name, this.#generator)
      const [view, summary] = spec === undefined ? [] : [this.#generator.view(spec), this.#generator.summary(spec)]
      const milliseconds = performance.now() - start
      const nothing = { waits: false, counts: undefined, differences: [] }
      return { name, mode: spec?.mode, view, summary, defaulted, places, diagnostics, milliseconds, ...nothing }
    }
    const planned = planCluster(this.#repository, name, this.#generator, this.#options, links)
    if (planned.plan !== undefined) this.#plans.push(planned.plan)
    return summarize(planned, this.#options.differences)
  }

  /** Writes everything beside its place. */
  stage(): Diagnostic[] {
    const { staged, problems } = stageAll(
      this.#plans.filter((plan) => !isEmpty(plan)),
      this.#repository,
    )
    this.#staged = staged
    return problems
  }

  commit(): void {
    this.#committed = Date.now()
    for (const staged of this.#staged) commit(this.#repository, staged)
    this.#staged = []
  }

  /** After `commit`: fingerprints of the clusters that were planned, by their folders. */
  settled(started: number): [root: string, digest: string][] {
    return settledUnits(this.#repository, this.#plans, { started, committed: this.#committed })
  }

  discard(): void {
    for (const { plan } of this.#staged) discard(this.#repository, plan.root)
    this.#staged = []
  }
}
