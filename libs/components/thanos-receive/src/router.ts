import { autoscaler, type Built, configFiles, type Context, join } from '@thanos-fleet/authoring'
import { hashringsText } from './hashrings.ts'
import { limitsText } from './limits.ts'
import { limitsName, routers } from './routing.ts'

const component = 'thanos-receive-router'

/**
 * Routers of Thanos Receive: take remote writes, find the ingestors by tenant and series, and wait for a quorum. They
 * keep nothing: no volume, no bucket. A changed ring needs no restart and, because ingestors are apart, no flush.
 */
export function thanosReceiveRouter(context: Context): Built {
  const { spec } = context
  const { router: settings, tenant } = spec.receive
  const { autoscaling } = settings
  return join(
    routers(context, {
      component,
      settings,
      autoscaling,
      hashrings: { config: 'thanos-receive-hashrings', text: hashringsText(spec) },
      flags: { 'receive.default-tenant-id': tenant },
      files: { volumes: [], mounts: [] },
    }),
    {
      objects: autoscaling === null ? [] : [autoscaler(spec, component, autoscaling)],
      configs: [configFiles(spec, component, limitsName, { 'limits.yaml': limitsText(context) }, 'reload')],
    },
  )
}
