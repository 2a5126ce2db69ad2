import { availableParallelism } from 'node:os'
import type { Diagnostic } from '@thanos-fleet/diagnostics'
import type { Generator, Named } from './generator.ts'
import type { ClusterResult, Work } from './result.ts'
import { Session, type SessionOptions } from './session.ts'

/** Carries out the steps of a run, here or in other threads. */
export interface Executor {
  /** @param onResult called for each cluster as it is done, in any order */
  run(work: readonly Work[], onResult: (result: ClusterResult) => void): Promise<void>
  stage(): Promise<Diagnostic[]>
  commit(): Promise<void>
  /** After `commit`: see Session. */
  settled(started: number): Promise<[root: string, digest: string][]>
  discard(): Promise<void>
  close(): Promise<void>
}

/** Where a generator comes from: threads cannot be given one, so they import it. */
export interface GeneratorModule {
  url: string
}

/** Below this many clusters a thread costs more, in loading the generator again, than it saves. */
const clustersPerThread = 12

/** How many threads to use besides this one; 0 for none. */
export function threadsFor(clusters: number): number {
  const threads = Math.min(availableParallelism(), Math.floor(clusters / clustersPerThread))
  return threads < 2 ? 0 : threads
}

/** Does everything in this thread. */
export function inline<Spec extends Named>(
  repository: string,
  generator: Generator<Spec>,
  options: SessionOptions,
): Executor {
  const session = new Session(repository, generator, options)
  return {
    async run(work, onResult) {
      for (const item of work) onResult(session.run(item))
    },
    stage: async () => session.stage(),
    commit: async () => session.commit(),
    settled: async (started) => session.settled(started),
    discard: async () => session.discard(),
    close: async () => {},
  }
}
