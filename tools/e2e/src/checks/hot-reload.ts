import { modes } from '@thanos-fleet/cluster-spec'
import { seconds } from '@thanos-fleet/kubernetes'
import type { Check, Figure } from '../check.ts'
import { expect } from '../failure.ts'
import type { World } from '../world.ts'
import { whileChanged } from './hot-reload/change.ts'
import { extraEndpoint, namesOf } from './hot-reload/edits.ts'
import { effectsOf, measured } from './hot-reload/effects.ts'
import { restarted, startedPods } from './hot-reload/pods.ts'
import { newIngestorTakes, removeIngestor } from './hot-reload/ring.ts'

/**
 * Seconds. A kubelet writes a changed ConfigMap into pods when it next looks at them, after 90 s at most (its
 * syncFrequency of one minute, and half as much at random); programs or their reloaders look every 30 s; what is left is
 * for a scrape and an evaluation.
 */
const promised = 150

export const check: Check = {
  name: 'hot-reload',
  title: 'Changed rules, scrape jobs, endpoints, routes of alerts and hashrings take effect without a restart.',
  modes,
  counterProof: {
    mode: 'dev-filesystem-objstore',
    breaks: 'the reloader of Rule watches another directory than that of the rules',
    patch: 'hot-reload.yaml',
    fails: /every change is in effect; a rule of Rule not at thanos-rule-0$/,
  },
  async run(world) {
    const before = await startedPods(world)
    const ingestors = await ingestorsOf(world)
    try {
      return await changed(world, before, ingestors)
    } finally {
      await removeIngestor(world, ingestors)
    }
  },
}

async function changed(
  world: World,
  before: Awaited<ReturnType<typeof startedPods>>,
  ingestors: readonly string[],
): Promise<Figure[]> {
  const names = namesOf(Date.now().toString(36))
  const groupInterval = `${seconds(world.spec.alertmanager?.groupInterval ?? '5m') + 1}s`
  const [store] = await world.kube.podsOf(world.namespace, 'thanos-store')
  const endpoint = extraEndpoint(store?.status?.podIP ?? '')
  const effects = effectsOf(world, names, groupInterval, endpoint)
  return whileChanged(world, names, groupInterval, endpoint, async () => {
    const times = await measured(world, effects, promised)
    const others = restarted(before, await startedPods(world))
    expect(others.length === 0, `restarted: ${others.join(', ')}`)
    const ring = await newIngestorTakes(world, ingestors)
    await world.until('a recording of Rule is queryable', { seconds: 60 }, async () =>
      world.spec.rule === null || (await world.query(names.globalRecording)).series.length === 1
        ? { done: undefined }
        : { missing: 'no series' },
    )
    return [
      ...[...times].map(([{ what }, milliseconds]) => ({
        what,
        value: `${(milliseconds / 1000).toFixed(0)} s`,
        promised: `${promised} s`,
      })),
      { what: 'pods that were restarted', value: `0 of ${before.length}`, promised: '0' },
      ...ring,
    ]
  })
}

function ingestorsOf(world: World): Promise<string[]> {
  return world.mode === 'receive-mode' ? world.podNames('thanos-receive-ingestor') : Promise.resolve([])
}
