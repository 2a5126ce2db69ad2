import { modes } from '@thanos-fleet/cluster-spec'
import { nameOf } from '../cluster/kube.ts'
import type { Fault } from '../harness/fault.ts'
import { componentOf, healed, healthOf, stackPods } from '../harness/health.ts'
import { gone, kill } from '../harness/pods.ts'

export const fault: Fault = {
  name: 'kill-pods',
  title: 'Each pod of each component is killed once, one after the other',
  modes: modes.filter((mode) => mode !== 'dev-filesystem-objstore'),
  promise: {
    continues: 'Scraping, writing and queries: every component that they need has another replica.',
    pauses: 'Compaction, bucket web and Grafana, which are single, for the time of a restart.',
    lostSamples: 0,
    // One for each pod of Query Frontend: a connection may reach it in the second of its end.
    failedQueries: 2,
  },
  async run(world, traffic) {
    const before = await healthOf(world)
    const pods = await stackPods(world)
    let longest = { name: '', seconds: 0 }
    for (const pod of pods) {
      const begun = Date.now()
      traffic.note(`${nameOf(pod)} is killed`)
      await kill(world, pod)
      await gone(world, pod)
      await healed(world, before)
      const seconds = (Date.now() - begun) / 1000
      await traffic.calm()
      world.log(`    ${nameOf(pod)} is back after ${seconds.toFixed(0)} s`)
      if (seconds > longest.seconds) longest = { name: nameOf(pod), seconds }
    }
    return [
      { what: 'pods killed', value: `${pods.length} of ${new Set(pods.map(componentOf)).size} components` },
      { what: 'longest until healthy again', value: `${longest.seconds.toFixed(0)} s (${longest.name})` },
    ]
  },
}
