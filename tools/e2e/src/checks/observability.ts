import { modes } from '@thanos-fleet/cluster-spec'
import type { Check } from '../check.ts'
import { everyPanel } from './observability/panels.ts'
import { everyRule } from './observability/rules.ts'
import { everyTarget } from './observability/targets.ts'

export const check: Check = {
  name: 'observability',
  title: 'Every stated pod is scraped, every rule evaluates, every recording rule yields series, and every panel shows data or has a reason not to.',
  modes,
  counterProof: {
    mode: 'dev-filesystem-objstore',
    breaks: 'the container of Store calls its port for metrics by another name than the scrape job',
    patch: 'observability.yaml',
    fails: /every target of prometheus-0 is up; thanos-store has no target at thanos-store-0/,
  },
  // What is scraped comes first: without it, rules and panels have nothing to show.
  run: async world => [...await everyTarget(world), ...await everyRule(world), ...await everyPanel(world)],
}
