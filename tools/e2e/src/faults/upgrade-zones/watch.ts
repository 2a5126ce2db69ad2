import { setTimeout as pause } from 'node:timers/promises'
import { isReady, nameOf } from '../../cluster/kube.ts'
import { messageOf } from '../../cluster/until.ts'
import { type IngestorPod, ingestorPods } from '../../workspace/rings.ts'
import type { World } from '../../world.ts'
import { zonesAway } from './zones.ts'

/** Which zones were away while ingestors were replaced. */
export class ZoneWatch {
  readonly #world: World
  readonly #ingestors: readonly IngestorPod[]
  readonly #order: string[] = []
  readonly #together = new Set<string>()
  readonly #stopped = new AbortController()
  readonly #loop: Promise<void>

  /** Looks twice a second until it is stopped. */
  constructor(world: World) {
    this.#world = world
    this.#ingestors = ingestorPods(world.spec.receive)
    this.#loop = this.#run()
  }

  /** What was seen: zones in the order in which they went, and zones of one ring that were away at once. */
  async stop(): Promise<{ order: string[]; together: string[] }> {
    this.#stopped.abort()
    await this.#loop
    return { order: this.#order, together: [...this.#together] }
  }

  async #run(): Promise<void> {
    while (!this.#stopped.signal.aborted) {
      await this.#look().catch((error: unknown) => {
        this.#world.log(`    ${messageOf(error)}`)
      })
      await pause(500, undefined, { signal: this.#stopped.signal }).catch(() => undefined)
    }
  }

  async #look(): Promise<void> {
    const pods = await this.#world.kube.podsOf(this.#world.namespace, 'thanos-receive-ingestor')
    const away = zonesAway(this.#ingestors, new Set(pods.filter(isReady).map(nameOf)))
    for (const [ring, zones] of away) {
      for (const zone of zones) if (this.#order.at(-1) !== zone) this.#order.push(zone)
      if (zones.length > 1) this.#together.add(`${zones.join(' and ')} of ${ring}`)
    }
  }
}
