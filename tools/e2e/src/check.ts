import type { ClusterName } from './workspace/clusters.ts'
import type { World } from './world.ts'

/** One thing that is proven on a running cluster. */
export interface Check {
  /** Short and stable: `--only` and reports use it. */
  name: string
  /** What holds when the check passes, as a sentence. */
  title: string
  /** The clusters that it is for; one with everything on has what its mode has. */
  modes: readonly ClusterName[]
  /** Whether it may run at the same time as its neighbours in the list that say so too. */
  beside?: boolean
  /** A manifest that is broken on purpose, which the check must fail on; without it nobody knows that it can. */
  counterProof: CounterProof
  /** Proves it, or throws. What was measured is part of the report. @throws CheckFailure */
  run(world: World): Promise<Figure[]>
}

/** How a check is shown to fail. */
export interface CounterProof {
  /** A cluster in which the broken manifest matters. */
  mode: ClusterName
  /** What is broken, as a sentence. */
  breaks: string
  /** The Kustomize patch, a file of `counter-proofs/`; it may have several documents. */
  patch: string
  /** What the failure must say, so that it is not another failure by chance. */
  fails: RegExp
}

/** One measured value, with its unit in words: `{ what: 'samples read back', value: '481 of 481' }`. */
export interface Figure {
  what: string
  value: string
  /** What was promised, where there is a promise to compare with. */
  promised?: string
}
