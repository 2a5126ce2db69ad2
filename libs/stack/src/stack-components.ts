import { alertmanager } from '@thanos-fleet/alertmanager'
import { isPodName, type PodName } from '@thanos-fleet/catalog'
import type { Built, Context } from '@thanos-fleet/authoring'
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
import { thanosReceiveEdge, thanosReceiveIngestor, thanosReceiveRouter } from '@thanos-fleet/thanos-receive'
import { thanosRule } from '@thanos-fleet/thanos-rule'
import { thanosSidecar } from '@thanos-fleet/thanos-sidecar'
import { thanosStore } from '@thanos-fleet/thanos-store'
import { dashboardFiles, globalRules, localRules } from './contents.ts'

/** A folder of `overlays/base/`, and the function that makes its objects. */
export interface StackComponent {
  /** The folder's name. */
  name: string
  /** The component whose pods the part runs; a cluster has the part where it has the component. null: always. */
  pods: PodName | null
  build(context: Context): Built
}

/** What makes the objects of each component with pods of its own, in the order in which people read them. */
const builders: Record<PodName, StackComponent['build']> = {
  prometheus: prometheusWithNeighbour,
  'thanos-query': thanosQuery,
  'thanos-query-frontend': thanosQueryFrontend,
  'thanos-store': thanosStore,
  'thanos-compact': thanosCompact,
  'thanos-rule': (context) => thanosRule(context, { rules: globalRules(context) }),
  'thanos-receive-router': thanosReceiveRouter,
  'thanos-receive-edge': thanosReceiveEdge,
  'thanos-receive-ingestor': thanosReceiveIngestor,
  'thanos-bucket-web': thanosBucketWeb,
  alertmanager,
  'node-exporter': nodeExporter,
  'kube-state-metrics': kubeStateMetrics,
  memcached,
  grafana: (context) => grafana(context, { dashboards: dashboardFiles(context) }),
}

/** All parts of the stack: the components, and what stands around them. */
export const parts: readonly StackComponent[] = [
  { name: 'foundation', pods: null, build: foundation },
  { name: 'object-store', pods: null, build: objectStore },
  ...Object.keys(builders)
    .filter(isPodName)
    .map((name) => ({ name, pods: name, build: builders[name] })),
  { name: 'ingress', pods: null, build: ingress },
]

/** Prometheus, with Thanos Sidecar in its pod where the mode reads fresh data there. */
function prometheusWithNeighbour(context: Context): Built {
  const neighbour = context.facts.present.has('thanos-sidecar') ? thanosSidecar(context) : null
  return prometheus(context, { rules: localRules(context), neighbour })
}
