import { componentNames } from '@thanos-fleet/catalog'
import { type ClusterSpec, completeDefaults } from '@thanos-fleet/cluster-spec'
import type { Facts } from './facts.ts'

const defaults = completeDefaults('receive-mode', 'test')

/** For tests: a cluster in which every condition of a connection is met that can be met at the same time. */
export const everySetting: ClusterSpec = {
  ...defaults,
  ingress: {
    kind: 'IngressRoute',
    class: null,
    gateway: null,
    port: null,
    clientAuthority: null,
    controller: { namespace: 'traefik', podLabels: {} },
    tls: { secret: 'x' },
    authentication: { basicAuthSecret: 'x' },
    annotations: {},
    hosts: {
      prometheus: 'a.example',
      query: 'b.example',
      queryGrpc: 'c.example',
      grafana: 'd.example',
      alertmanager: 'e.example',
      bucketWeb: 'f.example',
      rule: 'g.example',
      receive: 'h.example',
      remoteWrite: 'i.example',
    },
  },
  additionalBuckets: [
    {
      name: 'old',
      objectStore: {
        ...{ type: 'GCS', bucket: 'old', prefix: '', ca: null },
        credentials: { workloadIdentity: { annotations: {}, podLabels: {} } },
      },
    },
  ],
  query: { ...defaults.query, extraEndpoints: ['other.example:10901'] },
  links: {
    writers: ['rome'],
    writesTo: { name: 'centre', host: 'write.example', port: 443 },
    reads: [
      {
        name: 'leaf',
        host: 'leaf.example',
        port: 443,
        externalLabels: { cluster: 'leaf' },
        deduplicatesTenants: false,
      },
    ],
  },
  queryFrontend: { ...defaults.queryFrontend, cache: { type: 'memcached' } },
  store: { ...defaults.store, indexCache: { type: 'memcached' } },
  receive: { ...defaults.receive, limits: { ...defaults.receive.limits, tenants: { a: { headSeries: 1 } } } },
  grafana: { ...defaults.grafana, database: { type: 'postgres', urlSecret: { name: 'x', key: 'url' } } },
  networkPolicy: {
    ...defaults.networkPolicy,
    scrapeTargets: [{ namespace: 'shop', ports: [8080] }],
    clients: {
      otlp: [{ namespace: 'otel', podLabels: { app: 'collector' } }],
      remoteWrite: [{ namespace: 'agents', podLabels: { app: 'agent' } }],
    },
  },
  prometheus: {
    ...defaults.prometheus,
    otlp: {},
    remoteWrite: [{ name: 'central', url: 'https://metrics.example.com/api/v1/push' }],
  },
  tracing: { endpoint: 'collector.example.com:4317', clientType: 'grpc', insecure: false, samplingFraction: 0.5 },
  externalAlertmanagers: { addresses: ['alertmanager.example.com:9093'], scheme: 'https' },
}

/** For tests: the facts of that cluster with all components and all ways of data. */
export const everything: Facts = {
  present: new Set(componentNames),
  ways: { sidecars: true, receivers: true, remoteWrite: true, readSidecars: true, readIngestors: true },
  spec: everySetting,
}
