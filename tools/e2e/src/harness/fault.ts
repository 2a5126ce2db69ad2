import type { Figure } from '../check.ts'
import type { ClusterName } from '../workspace/clusters.ts'
import type { World } from '../world.ts'
import type { Question, Way } from './reader.ts'
import type { Traffic } from './traffic.ts'

/** Something that breaks while samples are written and read, and what holds meanwhile. */
export interface Fault {
  /** Short and stable: `--only`, reports and docs/reliability.md use it. */
  name: string
  /** What happens, as a person would say it. */
  title: string
  /** The clusters that it is done to; unlike a check it takes minutes, so that `everything` has only what differs there. */
  modes: readonly ClusterName[]
  /** Needs a machine whose nodes can be switched off. */
  needsNodePower?: boolean
  promise: Promised
  /** Runs the fault, measurement and all, where something is so that it needs, and takes that back again. */
  where?: <Value>(world: World, run: () => Promise<Value>) => Promise<Value>
  /** What the reader asks; default: the sum over the target's series. */
  question?: (world: World) => Question
  /** How the reader finds Query Frontend; default: by the name of its Service, as Grafana does. */
  asks?: Way
  /**
   * Breaks it, waits, and repairs it again, also when something in between fails.
   * @returns what else was measured, beside samples and queries
   * @throws CheckFailure when something else than samples and queries is not as promised
   */
  run(world: World, traffic: Traffic): Promise<Figure[]>
}

/** What people may rely on during a fault, and after it. */
export interface Promised {
  continues: string
  pauses: string
  /** Slots of one scrape interval in which the target was scraped, and of which no sample can be read afterwards. */
  lostSamples: number
  /** Queries through Query Frontend, one each second, that were not answered. */
  failedQueries: number
}
