import type { Diagnostic } from '@thanos-fleet/diagnostics'
import type { ClusterResult, Work } from './result.ts'
import type { SessionOptions } from './session.ts'

/** What a thread is started with. */
export interface WorkerData {
  repository: string
  generatorUrl: string
  /** Of `clusters/fleet.yaml`; undefined: there is none. */
  fleetText: Uint8Array | undefined
  options: SessionOptions
}

/** What the main thread asks. */
export type Request =
  | { do: 'run'; work: Work[] }
  | { do: 'stage' }
  | { do: 'commit' }
  | { do: 'settled'; started: number }
  | { do: 'discard' }

/** What a thread answers; exactly one answer for each request. */
export type Reply =
  | { done: 'run'; results: ClusterResult[] }
  | { done: 'stage'; problems: Diagnostic[] }
  | { done: 'settled'; units: [root: string, digest: string][] }
  | { done: 'commit' | 'discard' }
