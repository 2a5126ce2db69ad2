import { alertmanager } from '@thanos-fleet/alertmanager'
import type { Built, Context } from '@thanos-fleet/component'
import type { ComponentName } from '@thanos-fleet/connections'
import { foundation } from '@thanos-fleet/foundation'
import { grafana } from '@thanos-fleet/grafana'
import { ingress } from '@thanos-fleet/ingress'
import { kubeStateMetrics } from '@thanos-fleet/kube-state-metrics'
import { memcached } from '@thanos-fleet/memcached'
import { nodeExporter } from '@thanos-fleet/node-exporter'
import { objectStore } from '@thanos-fleet/object-store'
import { prometheus } from '@thanos-fleet/prometheus'
import { thanosBucketWeb } from '@thanos-fleet/thanos-bucket-web'
import { thanosCompact } from '@thanos-fleet/thanos-compact'
import { thanosQuery } from '@thanos-fleet/thanos-query'
import { thanosQueryFrontend } from '@thanos-fleet/thanos-query-frontend'
import { thanosReceiveIngestor, thanosReceiveRouter } from '@thanos-fleet/thanos-receive'
import { thanosRule } from '@thanos-fleet/thanos-rule'
import { thanosSidecar } from '@thanos-fleet/thanos-sidecar'
import { thanosStore } from '@thanos-fleet/thanos-store'
import { dashboardFiles, globalRules, localRules } from './contents.ts'

/** A folder of `overlays/base/`, and the function that makes its objects. */
export interface StackPart {
  /** The folder's name. */
  name: string
  /** The component whose pods the part runs; a cluster has the part where it has the component. null: always. */
  pods: ComponentName | null
  build(context: Context): Built
}

/**
 * All parts of the stack, in the order in which people read them. A new component is one line here and, for its ports
 * and connections, in libs/connections.
 */
export const parts: readonly StackPart[] = [
  { name: 'foundation', pods: null, build: foundation },
  { name: 'object-store', pods: null, build: objectStore },
  { name: 'prometheus', pods: 'prometheus', build: prometheusWithNeighbour },
  { name: 'thanos-query', pods: 'thanos-query', build: thanosQuery },
  { name: 'thanos-query-frontend', pods: 'thanos-query-frontend', build: thanosQueryFrontend },
  { name: 'thanos-store', pods: 'thanos-store', build: thanosStore },
  { name: 'thanos-compact', pods: 'thanos-compact', build: thanosCompact },
  { name: 'thanos-rule', pods: 'thanos-rule', build: context => thanosRule(context, { rules: globalRules(context) }) },
  { name: 'thanos-receive-router', pods: 'thanos-receive-router', build: thanosReceiveRouter },
  { name: 'thanos-receive-ingestor', pods: 'thanos-receive-ingestor', build: thanosReceiveIngestor },
  { name: 'thanos-bucket-web', pods: 'thanos-bucket-web', build: thanosBucketWeb },
  { name: 'alertmanager', pods: 'alertmanager', build: alertmanager },
  { name: 'node-exporter', pods: 'node-exporter', build: nodeExporter },
  { name: 'kube-state-metrics', pods: 'kube-state-metrics', build: kubeStateMetrics },
  { name: 'memcached', pods: 'memcached', build: memcached },
  { name: 'grafana', pods: 'grafana', build: context => grafana(context, { dashboards: dashboardFiles(context) }) },
  { name: 'ingress', pods: null, build: ingress },
]

/** Prometheus, with Thanos Sidecar in its pod where the mode reads fresh data there. */
function prometheusWithNeighbour(context: Context): Built {
  const neighbour = context.facts.present.has('thanos-sidecar') ? thanosSidecar(context) : null
  return prometheus(context, { rules: localRules(context), neighbour })
}
