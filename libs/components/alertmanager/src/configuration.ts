import type { AlertmanagerSpec } from '@thanos-fleet/cluster-spec'
import type { Json } from '@thanos-fleet/kubernetes'
import { receiverConfig } from './receivers.ts'

/** The configuration of Alertmanager. Source of the keys: https://prometheus.io/docs/alerting/latest/configuration/ */
export function configuration(settings: AlertmanagerSpec): Json {
  return {
    route: {
      receiver: settings.defaultReceiver,
      group_by: settings.groupBy,
      group_wait: settings.groupWait,
      group_interval: settings.groupInterval,
      repeat_interval: settings.repeatInterval,
      ...(settings.routes.length === 0
        ? {}
        : {
            routes: settings.routes.map(({ receiver, matchers, continue: goOn }) => ({
              receiver,
              matchers,
              ...(goOn ? { continue: true } : {}),
            })),
          }),
    },
    inhibit_rules: [
      {
        // Who knows that something is broken need not hear that it is slow.
        source_matchers: ['severity="critical"'],
        target_matchers: ['severity=~"warning|info"'],
        equal: ['alertname', 'cluster', 'namespace'],
      },
    ],
    receivers: settings.receivers.map(receiverConfig),
  }
}
