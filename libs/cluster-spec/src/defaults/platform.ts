import { fleetDefaults, runbookUrlOf } from '../fleet-file/defaults.ts'
import type { ClusterSpec, ObjectStore } from '../spec.ts'

type Platform = Pick<
  ClusterSpec,
  | 'ring'
  | 'channel'
  | 'images'
  | 'runbookUrl'
  | 'namespace'
  | 'namespaces'
  | 'labels'
  | 'annotations'
  | 'pods'
  | 'additionalBuckets'
  | 'storage'
  | 'topology'
  | 'security'
  | 'networkPolicy'
  | 'grpcTls'
  | 'identity'
  | 'tracing'
  | 'ingress'
> & { objectStore: ObjectStore }

const everywhere = ['0.0.0.0/0', '::/0']

/**
 * The address of NodeLocal DNSCache, and the port at which the name servers of OpenShift listen beside the usual one.
 * Sources: https://kubernetes.io/docs/tasks/administer-cluster/nodelocaldns/, https://github.com/openshift/cluster-dns-operator
 */
const nameServers = { cidrs: ['169.254.20.10/32'], ports: [53, 5353] }

/** The surroundings of the stack in production. */
export const productionPlatform: Platform = {
  ring: 'production',
  channel: 'stable',
  images: { mirrors: {}, pullSecrets: [], versions: {} },
  runbookUrl: runbookUrlOf(fleetDefaults.repository),
  namespace: 'thanos',
  namespaces: true,
  labels: {},
  annotations: {},
  pods: { labels: {}, annotations: {}, hostAliases: [], extraEnv: {}, extraVolumes: {} },
  // Stands in bases only: a cluster.yaml of a production mode must name its own bucket.
  objectStore: {
    type: 'S3',
    bucket: 'thanos',
    endpoint: 's3.example.com',
    region: null,
    insecure: false,
    bucketLookupType: 'auto',
    prefix: '',
    sse: null,
    ca: null,
    credentials: { secret: { name: 'thanos-objstore' } },
  },
  additionalBuckets: [],
  storage: { class: null, local: null, retention: { whenScaled: 'Retain', whenDeleted: 'Retain' } },
  topology: { singleNode: null, antiAffinity: 'required', zoneSpread: 'preferred' },
  security: { fixedUsers: true },
  networkPolicy: {
    enabled: true,
    apiServer: { cidrs: everywhere, ports: [443, 6443] },
    nodes: { cidrs: everywhere },
    external: { cidrs: everywhere, ports: [443], namespaces: [] },
    servicePorts: {},
    scrapeTargets: [],
    clients: { otlp: [], remoteWrite: [] },
    dns: { namespace: 'kube-system', podLabels: { 'k8s-app': 'kube-dns' }, ...nameServers },
  },
  grpcTls: null,
  identity: null,
  tracing: null,
  ingress: null,
}
