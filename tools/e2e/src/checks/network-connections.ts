import { factsOf } from '@thanos-fleet/connections'
import { modes } from '@thanos-fleet/cluster-spec'
import type { Check, Figure } from '../check.ts'
import { expect } from '../failure.ts'
import { messageOf } from '../cluster/until.ts'
import type { World } from '../world.ts'
import { Comparison } from './network/compare.ts'
import { statedEdges } from './network/edges.ts'
import { gossips } from './network/gossip.ts'
import { edgesIn } from './network/observe.ts'
import { ownersOf, podRanges } from './network/owners.ts'
import { Parties } from './network/parties.ts'
import { networks } from './network/sockets.ts'
import { stir, whileRuleAlerts } from './network/triggers.ts'

/**
 * Blocks are cut every two minutes, and a client keeps an idle connection for 90 s (Go's http.Transport); the rest is
 * the kubelet's delay in handing on a changed rule file, up to 90 s, and the reloader's.
 */
const patience = 240

/** Who connects to whom, as the sockets of all pods show it, beside the table of connections. */
export const check: Check = {
  name: 'connections',
  title: 'The connections in the cluster are those that the model states: none missing, none more.',
  modes,
  beside: true,
  counterProof: {
    mode: 'dev-filesystem-objstore',
    breaks: 'the policy of Store does not let Query in',
    patch: 'network-connections.yaml',
    fails: /missing: .*thanos-query → thanos-store:10901/,
  },
  async run(world) {
    const stated = statedEdges(factsOf(world.spec), replicas(world))
    const begun = Date.now()
    const comparison = new Comparison(stated.keys())
    await whileRuleAlerts(world, () => seeAll(world, comparison))
    const { missing, more, observed } = comparison
    const evidence = {
      'observed.txt': observed.join('\n'),
      'missing.txt': missing.join('\n'),
      'more.txt': more.join('\n'),
    }
    expect(missing.length === 0, `missing: ${missing.join('; ')}`, evidence)
    expect(more.length === 0, `more than stated: ${more.join('; ')}`, evidence)
    const pings = await world.until('Alertmanagers answer each other over UDP', { seconds: 30 }, () =>
      replicas(world) > 1 ? gossips(world) : Promise.resolve({ done: 0 }),
    )
    return [
      { what: 'stated', value: `${stated.size} pairs of pods and ports` },
      { what: 'observed', value: String(observed.length) },
      { what: 'missing', value: '0', promised: '0' },
      { what: 'more', value: '0', promised: '0' },
      { what: 'looked for', value: `${((Date.now() - begun) / 1000).toFixed(0)} s` },
      {
        what: 'gossip over UDP, which no socket shows',
        value: replicas(world) > 1 ? `${pings} answered pings in Alertmanager's own metrics` : 'one Alertmanager: none',
      },
    ] satisfies Figure[]
  },
}

function replicas({ spec }: World): number {
  return spec.alertmanager?.replicas ?? 0
}

/** Looks until everything stated was seen, or time is over; what is missing then is for the caller to judge. */
async function seeAll(world: World, comparison: Comparison): Promise<void> {
  const parties = new Parties(world.spec)
  const ranges = await podRanges(world)
  await world
    .until('every stated connection is seen', { seconds: patience, every: 3 }, async () => {
      const stirred = await stir(world).then(
        () => '',
        (error: unknown) => `; ${messageOf(error)}`,
      )
      const seen = await networks(world.kube)
      parties.learn(await ownersOf(world, seen))
      comparison.add(edgesIn(seen, parties, ranges))
      return comparison.missing.length === 0
        ? { done: undefined }
        : { missing: comparison.missing.join('; ') + stirred }
    })
    .catch((error: unknown) => {
      world.log(`    ${messageOf(error)}`)
    })
}
