import type { Pod } from './reader.ts'

/** Collects what could not be measured: one program that does not answer is a finding, not the end of the measurement. */
export class Asked {
  readonly failures: string[] = []

  /** The result for each pod; those that failed are left out and named. Pods that are ending are not asked. */
  async each<Result>(pods: readonly Pod[], measure: (pod: Pod) => Promise<Result>): Promise<Result[]> {
    const asked = pods.filter(({ ending }) => !ending)
    const results = await Promise.all(asked.map((pod) => this.one(pod.name, () => measure(pod))))
    return results.filter((result) => result !== null)
  }

  /** @returns null where it failed */
  async one<Result>(what: string, measure: () => Promise<Result>): Promise<Result | null> {
    try {
      return await measure()
    } catch (error) {
      this.failures.push(`${what}: ${error instanceof Error ? error.message : String(error)}`)
      return null
    }
  }
}
