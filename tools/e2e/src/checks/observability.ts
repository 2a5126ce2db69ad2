import { modes } from '@thanos-fleet/cluster-spec'
import type { Check } from '../check.ts'
import { request } from '../cluster/http.ts'
import type { World } from '../world.ts'
import { notify, setAlert } from './alerts/senders.ts'
import { everyPanel } from './observability/panels.ts'
import { peculiaritiesOf } from './observability/peculiarities.ts'
import { everyRule } from './observability/rules.ts'
import { everyTarget } from './observability/targets.ts'

export const check: Check = {
  name: 'observability',
  title:
    'Every stated pod is scraped, every rule evaluates, every recording rule yields series, and every panel shows data or has a reason not to.',
  modes,
  counterProof: {
    mode: 'dev-filesystem-objstore',
    breaks: 'the container of Store calls its port for metrics by another name than the scrape job',
    patch: 'observability.yaml',
    fails: /every target of prometheus-0 is up; thanos-store has no target/,
  },
  run: (world) =>
    whileAlerting(world, async () => {
      await visit(world)
      // What is scraped comes first: without it, rules and panels have nothing to show.
      const targets = await everyTarget(world)
      const peculiarities = await peculiaritiesOf(world)
      const rules = await everyRule(world, peculiarities)
      await visit(world)
      return [...targets, ...rules, ...(await everyPanel(world, peculiarities))]
    }),
}

/**
 * A page that nobody looks at has no rates: its counter begins with the first visit, and grows with the second. Nor have
 * notifications in a healthy cluster, where no other check has raised an alert before this one.
 */
async function visit(world: World): Promise<void> {
  if (world.spec.alertmanager !== null) await notify(world, 'E2eObservability')
  if (world.spec.bucketWeb !== null) await request(await world.url('thanos-bucket-web'), '/blocks')
}

/** Counters of alerts of Rule begin with the first; a healthy cluster has none. */
async function whileAlerting<Value>(world: World, prove: () => Promise<Value>): Promise<Value> {
  const alert = 'e2e-observability'
  await setAlert(world, alert, 2)
  try {
    return await prove()
  } finally {
    await setAlert(world, alert, 0)
  }
}
