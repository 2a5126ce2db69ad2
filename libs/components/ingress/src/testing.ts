import { type ClusterSpec, completeDefaults, type Ingress } from '@thanos-fleet/cluster-spec'
import { factsOf } from '@thanos-fleet/connections'
import type { KubeObject } from '@thanos-fleet/kubernetes'
import { ingress } from './ingress.ts'

const base: Ingress = {
  kind: 'IngressRoute',
  class: null,
  gateway: null,
  port: null,
  clientAuthority: null,
  controller: { namespace: 'traefik', podLabels: {} },
  annotations: {},
  hosts: {
    prometheus: 'p.example',
    query: 'q.example',
    queryGrpc: 'grpc.example',
    grafana: 'g.example',
    alertmanager: null,
    bucketWeb: null,
    rule: null,
    receive: null,
    remoteWrite: null,
  },
  tls: { secret: 'tls' },
  authentication: { basicAuthSecret: 'users' },
}

/** For tests: what publishes the pages of a cluster. */
export function published(change: Partial<Ingress>, more: Partial<ClusterSpec> = {}): KubeObject[] {
  const spec = { ...completeDefaults('sidecar-mode', 'test'), ...more, ingress: { ...base, ...change } }
  return ingress({ spec, facts: factsOf(spec) }).objects
}

/** For tests: the names of the objects of a kind. */
export const named = (objects: KubeObject[], kind: string) =>
  objects.filter((object) => object.kind === kind).map(({ metadata }) => metadata.name)

/** For tests: the one object of a kind and name. */
export function one(objects: KubeObject[], kind: string, name: string): KubeObject | undefined {
  return objects.find((object) => object.kind === kind && object.metadata.name === name)
}

/** For tests: gRPC between pods is encrypted. */
export const encrypted = { grpcTls: { issuer: { name: 'ca', kind: 'ClusterIssuer' }, step: null } } as const

/** For tests: no page is published. */
export const noHosts: Ingress['hosts'] = {
  ...{ prometheus: null, query: null, queryGrpc: null, grafana: null, alertmanager: null },
  ...{ bucketWeb: null, rule: null, receive: null, remoteWrite: null },
}
