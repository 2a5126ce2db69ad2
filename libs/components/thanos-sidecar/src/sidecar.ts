import {
  commonThanosFlags,
  type Context,
  grpcServerFlags,
  grpcTlsMount,
  readLimitFlags,
  thanosContainer,
} from '@thanos-fleet/authoring'
import { port } from '@thanos-fleet/connections'
import { thanosSidecar as sidecarArgs } from '@thanos-fleet/flags'
import type { Container, Volume } from '@thanos-fleet/kubernetes'
import { bucketAccess } from '@thanos-fleet/object-store'

const component = 'thanos-sidecar'

/** Where Prometheus, the neighbour in the pod, keeps its data; the sidecar mounts the same volume at the same place. */
const data = { name: 'data', mountPath: '/prometheus' }

/**
 * Thanos Sidecar: serves the fresh data of the Prometheus in its pod as a StoreAPI and uploads its finished blocks.
 * It is no workload of its own but a part of Prometheus' pod.
 */
export function thanosSidecar(context: Context): {
  container: Container
  volumes: Volume[]
  podLabels: Record<string, string>
  serviceAccountAnnotations: Record<string, string>
} {
  const { spec } = context
  const bucket = bucketAccess(spec)
  const tls = grpcTlsMount(spec)
  const args = sidecarArgs(
    {
      ...commonThanosFlags(spec, component, spec.sidecar),
      'prometheus.url': `http://localhost:${port('prometheus', 'http')}`,
      // Replaying a write-ahead log takes Prometheus minutes; the sidecar waits instead of restarting.
      'prometheus.ready_timeout': '10m',
      'tsdb.path': data.mountPath,
      'grpc-address': `0.0.0.0:${port(component, 'grpc')}`,
      'http-address': `0.0.0.0:${port(component, 'sidecar-http')}`,
      ...grpcServerFlags(spec),
      ...readLimitFlags(spec.sidecar.limits),
      ...bucket.flags,
    },
    spec.sidecar.extraFlags,
  )
  return {
    container: thanosContainer(context, component, spec.sidecar, {
      args,
      env: bucket.env,
      mounts: [data, ...bucket.mounts, ...tls.mounts],
      startSeconds: 900,
    }),
    volumes: [...bucket.volumes, ...tls.volumes],
    podLabels: bucket.podLabels,
    serviceAccountAnnotations: bucket.serviceAccountAnnotations,
  }
}
