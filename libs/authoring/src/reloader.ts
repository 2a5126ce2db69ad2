import { port } from '@thanos-fleet/connections'
import { configReloader } from '@thanos-fleet/flags'
import type { Container, VolumeMount } from '@thanos-fleet/kubernetes'
import { resources, restricted } from './container.ts'
import { type Context, imageOf } from './context.ts'
import { containerPorts } from './thanos.ts'

const component = 'config-reloader'

/**
 * A neighbour for programs that read their files again only when asked: it watches the mounted directories and asks.
 * @param programPort the port of localhost at which the program takes `POST /-/reload`
 * @param mounts the directories to watch
 */
export function reloader(context: Context, programPort: number, mounts: VolumeMount[]): Container {
  return {
    name: component,
    image: imageOf(context, 'config-reloader'),
    imagePullPolicy: 'IfNotPresent',
    args: configReloader({
      'listen-address': `:${port(component, 'reloader-http')}`,
      'reload-url': `http://localhost:${programPort}/-/reload`,
      'watched-dir': mounts.map((mount) => mount.mountPath),
      'watch-interval': '30s',
      'log-level': 'info',
    }),
    ports: containerPorts(component),
    ...reloaderProbes,
    resources: resources({
      cpu: { request: '5m', limit: null },
      memory: { request: '32Mi', limit: '64Mi' },
      ephemeralStorage: { request: '10Mi', limit: '50Mi' },
    }),
    securityContext: restricted,
    terminationMessagePolicy: 'FallbackToLogsOnError',
    volumeMounts: mounts.map((mount) => ({ ...mount, readOnly: true })),
  }
}

const health = { httpGet: { path: '/healthz', port: 'reloader-http' } }

/** It has one health page: it is ready when it lives. */
const reloaderProbes = {
  startupProbe: { ...health, periodSeconds: 2, failureThreshold: 30 },
  readinessProbe: { ...health, periodSeconds: 10, failureThreshold: 3 },
  livenessProbe: { ...health, periodSeconds: 30, failureThreshold: 5 },
}
