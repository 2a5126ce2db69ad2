import { hasCertificates, type Workload } from '@thanos-fleet/cluster-spec'
import {
  type Built,
  containerPorts,
  type Context,
  deployment,
  disruptionBudget,
  goMemoryLimit,
  imageOf,
  probes,
  resources as limits,
  restricted,
  service,
  serviceAccount,
  users,
} from '@thanos-fleet/authoring'
import { port } from '@thanos-fleet/connections'
import { kubeStateMetrics as kubeStateMetricsArgs } from '@thanos-fleet/flags'
import type { Container } from '@thanos-fleet/kubernetes'
import { access, resources } from './access.ts'
import { certificateMetrics } from './certificates.ts'

const component = 'kube-state-metrics'

/** kube-state-metrics: what Kubernetes wants and has of its objects, as series. */
export function kubeStateMetrics(context: Context): Built {
  const { spec } = context
  const settings = spec.kubeStateMetrics
  if (settings === null) return { objects: [], configs: [] }
  return {
    objects: [
      serviceAccount(spec, component),
      ...access(spec),
      service(spec, component, { headless: true }),
      deployment({
        spec,
        component,
        workload: component,
        settings,
        user: users.nobody,
        gracePeriod: 30,
        usesKubernetesApi: true,
        replicas: settings.replicas,
        // Two at once would count every object twice.
        strategy: 'Recreate',
        containers: [container(context, settings)],
      }),
      disruptionBudget(spec, component),
    ],
    configs: [],
  }
}

function container(context: Context, settings: Workload): Container {
  return {
    name: component,
    image: imageOf(context, 'kube-state-metrics'),
    imagePullPolicy: 'IfNotPresent',
    args: kubeStateMetricsArgs(
      {
        port: port(component, 'http-metrics'),
        'telemetry-port': port(component, 'telemetry'),
        resources: Object.values(resources).flat().sort().join(','),
        ...(hasCertificates(context.spec)
          ? { 'custom-resource-state-config': JSON.stringify(certificateMetrics) }
          : {}),
      },
      settings.extraFlags,
    ),
    env: [goMemoryLimit(settings.resources)],
    ports: containerPorts(component),
    ...probes('http-metrics', { healthy: '/livez', ready: '/readyz' }, 'telemetry'),
    resources: limits(settings.resources),
    securityContext: restricted,
    terminationMessagePolicy: 'FallbackToLogsOnError',
  }
}
