import {
  type Built,
  containerPorts,
  type Context,
  disruptionBudget,
  imageOf,
  resources,
  restricted,
  service,
  serviceAccount,
  statefulSet,
  users,
} from '@thanos-fleet/authoring'
import { components, port } from '@thanos-fleet/connections'
import { amount, type Container } from '@thanos-fleet/kubernetes'

const component = 'memcached'

/** memcached for the caches of Store and Query Frontend: each client spreads its keys over all replicas. */
export function memcached(context: Context): Built {
  const { spec } = context
  return {
    objects: [
      serviceAccount(spec, component),
      // Thanos ends when the name has no address, which would make the start of both a matter of luck.
      service(spec, component, { headless: true, publishNotReady: true }),
      statefulSet({
        spec,
        component,
        workload: component,
        settings: spec.memcached,
        user: users.memcached,
        gracePeriod: 30,
        replicas: spec.memcached.replicas,
        service: components[component].service,
        volumeSize: null,
        containers: [server(context), exporter(context)],
      }),
      disruptionBudget(spec, component),
    ],
    configs: [],
  }
}

function server(context: Context): Container {
  const settings = context.spec.memcached
  const alive = { tcpSocket: { port: 'client' } }
  return {
    name: 'server',
    image: imageOf(context, 'memcached'),
    imagePullPolicy: 'IfNotPresent',
    // Megabytes for items; the largest item as large as Thanos' caches allow (16 MiB).
    args: [
      `--memory-limit=${Math.floor(amount(settings.cacheSize) / 2 ** 20)}`,
      '--max-item-size=16m',
      '--conn-limit=4096',
      `--port=${port(component, 'client')}`,
    ],
    ports: [{ name: 'client', containerPort: port(component, 'client'), protocol: 'TCP' }],
    startupProbe: { ...alive, periodSeconds: 2, failureThreshold: 30 },
    readinessProbe: { ...alive, periodSeconds: 10 },
    livenessProbe: { ...alive, periodSeconds: 30, failureThreshold: 4 },
    resources: resources(settings.resources),
    securityContext: restricted,
    terminationMessagePolicy: 'FallbackToLogsOnError',
  }
}

function exporter(context: Context): Container {
  const health = { httpGet: { path: '/', port: 'metrics' } }
  return {
    name: component,
    image: imageOf(context, 'memcached-exporter'),
    imagePullPolicy: 'IfNotPresent',
    args: [
      `--memcached.address=localhost:${port(component, 'client')}`,
      `--web.listen-address=0.0.0.0:${port(component, 'metrics')}`,
    ],
    ports: containerPorts(component).filter(({ name }) => name === 'metrics'),
    startupProbe: { ...health, periodSeconds: 2, failureThreshold: 30 },
    readinessProbe: { ...health, periodSeconds: 10 },
    livenessProbe: { ...health, periodSeconds: 30, failureThreshold: 4 },
    resources: resources({
      cpu: { request: '10m', limit: null },
      memory: { request: '32Mi', limit: '64Mi' },
      ephemeralStorage: { request: '10Mi', limit: '50Mi' },
    }),
    securityContext: restricted,
    terminationMessagePolicy: 'FallbackToLogsOnError',
  }
}
