import {
  type Built,
  commonThanosFlags,
  type Context,
  disruptionBudget,
  grpcServerFlags,
  grpcTlsMount,
  podName,
  podsOf,
  readLimitFlags,
  receivedByLabel,
  replicaLabels,
  service,
  serviceAccount,
  statefulSet,
  thanosContainer,
  users,
} from '@thanos-fleet/authoring'
import {
  type ClusterSpec,
  type IngestorWorkload,
  ingestorWorkloads,
  quorumOf,
  type ReceiveSpec,
} from '@thanos-fleet/cluster-spec'
import { components, port } from '@thanos-fleet/connections'
import { thanosReceive as receiveArgs } from '@thanos-fleet/flags'
import type { StatefulSet } from '@thanos-fleet/kubernetes'
import { bucketAccess } from '@thanos-fleet/object-store'
import { ringLabels, zoneRollout } from './zone-rollout.ts'

const component = 'thanos-receive-ingestor'
const data = '/var/thanos/receive'

/** Ingestors of Thanos Receive: store what routers forward, serve it as a StoreAPI and upload it as blocks. */
export function thanosReceiveIngestor(context: Context): Built {
  const { spec } = context
  return {
    objects: [
      serviceAccount(spec, component, bucketAccess(spec).serviceAccountAnnotations),
      service(spec, component, { headless: true }),
      ...ingestorWorkloads(spec.receive).map((workload) => stateful(context, workload)),
      disruptionBudget(spec, component, evictable(spec.receive)),
      ...zoneRollout(spec),
    ],
    configs: [],
  }
}

/** How many ingestors may be away while every series still has its quorum; at least one, or no node could be drained. */
function evictable({ replicationFactor }: ReceiveSpec): number {
  return Math.max(1, replicationFactor - quorumOf(replicationFactor))
}

function stateful(context: Context, { name, zone, replicas, hashring }: IngestorWorkload): StatefulSet {
  const { spec } = context
  const settings = spec.receive.ingestor
  const bucket = bucketAccess(spec)
  const tls = grpcTlsMount(spec)
  return statefulSet({
    spec,
    component,
    workload: name,
    settings,
    user: users.nobody,
    // Flushes the head and uploads the last block on the way out (kube-thanos#118).
    gracePeriod: 900,
    // The next ingestor is replaced only when this one has caught up, or writes lose their quorum (thanos#4831).
    minReadySeconds: 120,
    labels: ringLabels(hashring),
    podLabels: { ...bucket.podLabels, ...ringLabels(hashring) },
    usesKubernetesApi: bucket.usesKubernetesApi,
    ...(zone === null ? {} : { zone }),
    replicas,
    componentPods: podsOf(ingestorWorkloads(spec.receive)),
    service: components[component].service,
    volumeSize: settings.volumeSize,
    containers: [
      thanosContainer(context, component, settings, {
        args: args(spec),
        env: [podName, ...bucket.env],
        mounts: [{ name: 'data', mountPath: data }, ...bucket.mounts, ...tls.mounts],
        startSeconds: 1800,
      }),
    ],
    volumes: [...bucket.volumes, ...tls.volumes],
  })
}

/** Neither a ring file nor a local endpoint: that is what makes a Receive an ingestor only (wiring rule 7). */
function args(spec: ClusterSpec): string[] {
  const { ingestor, tenant } = spec.receive
  const { exemplars } = spec.prometheus
  return receiveArgs(
    {
      ...commonThanosFlags(spec, component, ingestor),
      'grpc-address': `0.0.0.0:${port(component, 'grpc')}`,
      'http-address': `0.0.0.0:${port(component, 'http')}`,
      ...grpcServerFlags(spec),
      'tsdb.path': data,
      'tsdb.retention': ingestor.retention,
      'tsdb.out-of-order.time-window': ingestor.outOfOrderWindow,
      ...(exemplars === null ? {} : { 'tsdb.max-exemplars': exemplars.maxExemplars }),
      label: [`${replicaLabels.receive}="$(POD_NAME)"`, `${receivedByLabel}=${JSON.stringify(spec.name)}`],
      'receive.default-tenant-id': tenant,
      ...readLimitFlags(ingestor.limits),
      ...bucketAccess(spec).flags,
    },
    ingestor.extraFlags,
  )
}
