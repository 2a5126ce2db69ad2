import { modes } from '@thanos-fleet/cluster-spec'
import type { Check } from '../check.ts'
import { toldOnce } from './alerts/once.ts'
import { withAlerts } from './alerts/scene.ts'
import { silenceHolds } from './alerts/silence.ts'

export const check: Check = {
  name: 'alerts',
  title:
    'An alert of Prometheus and one of Rule, sent by each replica to each Alertmanager, are told once; a silence set on one holds on the other and survives restarts of both.',
  modes,
  beside: true,
  counterProof: {
    mode: 'sidecar-mode',
    breaks: 'Alertmanagers are not told of each other',
    patch: 'alerts.yaml',
    fails: /E2eAlert was told 2 times instead of once/,
  },
  run: (world) =>
    withAlerts(world, async (scene) => [...(await toldOnce(world, scene)), ...(await silenceHolds(world, scene))]),
}
