import type { PageName } from '@thanos-fleet/catalog'

export interface Storage {
  /** The StorageClass of all volumes; null leaves the choice to the cluster. */
  class: string | null
  /** Volumes on named nodes, one per replica of each component, in the order of the nodes; null: made by the class. */
  local: {
    path: string
    nodes: string[]
    /** The nodes of each zone, for workloads that are bound to a zone. */ zones?: Record<string, string[]>
    /** The class they have; two stacks on one cluster need two. */ class?: string
  } | null
  /** What happens to the volumes of replicas that are scaled away, and of a deleted StatefulSet. */
  retention: { whenScaled: 'Retain' | 'Delete'; whenDeleted: 'Retain' | 'Delete' }
}

export interface Topology {
  /** The node that carries everything (development mode only). */
  singleNode: string | null
  /** Whether replicas must, should or need not be on different nodes. */
  antiAffinity: 'required' | 'preferred' | 'none'
  /** Whether replicas are spread over zones. */
  zoneSpread: 'required' | 'preferred' | 'none'
}

export interface NetworkPolicySettings {
  enabled: boolean
  /** Where the API server is reached; `0.0.0.0/0` and `::/0` where its addresses are not known. */
  apiServer: { cidrs: string[]; ports: number[] }
  /** The nodes' addresses, for scraping kubelets and node-exporters. */
  nodes: { cidrs: string[] }
  /** Where object stores, alert receivers and databases are reached. */
  external: {
    cidrs: string[]
    /** Ports of what only a Secret or an SRV record names; all others are known from their addresses. */ ports: number[]
    /** Namespaces of the same cluster that addresses in Secrets lead to. */ namespaces: string[]
  }
  /** Ports at which pods listen, by namespace, behind Services that addresses name; without an entry all are allowed. */
  servicePorts: Record<string, number[]>
  /** Where the targets of `extra.scrapeJobs` are. */
  scrapeTargets: ScrapeTargets[]
  /** Pods of other namespaces that may send samples: by OTLP to Prometheus, by remote write to the routers of Receive. */
  clients: { otlp: PodsOfNamespace[]; remoteWrite: PodsOfNamespace[] }
  /** The cluster's name servers: pods, and addresses such as those of caches on the nodes; at which ports they listen. */
  dns: { namespace: string; podLabels: Record<string, string>; cidrs: string[]; ports: number[] }
}

/** Pods of a namespace of the same cluster; without labels all of them. */
export interface PodsOfNamespace {
  namespace: string
  podLabels: Record<string, string>
}

/** Pods of a namespace of the same cluster, or addresses; and their ports. */
export type ScrapeTargets = { ports: number[] } & ({ namespace: string } | { cidrs: string[] })

export interface IssuerRef {
  name: string
  kind: 'Issuer' | 'ClusterIssuer'
}

/**
 * The steps from gRPC in the clear to TLS, or back, in between which servers and clients of both kinds run beside each other:
 * `readers`, Query asks with and without TLS, and no server has it yet; `servers`, they have it, and Query still asks both ways.
 */
export const grpcTlsSteps = ['readers', 'servers'] as const

/** A certificate of an issuer for all gRPC; on the way to it, the step. */
export interface GrpcTls {
  issuer: IssuerRef
  step: (typeof grpcTlsSteps)[number] | null
}

/** Where spans of requests go, by OTLP. */
export interface Tracing {
  /** `host:port` of a collector. */
  endpoint: string
  clientType: 'grpc' | 'http'
  /** Whether the connection is in the clear. */
  insecure: boolean
  /** The share of traces that are kept, 0 to 1, of those that begin here; others follow their caller. */
  samplingFraction: number
}

/** How people reach the web pages. A page without a host is not published. */
export interface Ingress {
  kind: 'IngressRoute' | 'Ingress' | 'Gateway'
  /** Class of the Ingress, IngressRoute or Gateway; null: the controller's default, or not known. */
  class: string | null
  /** The existing Gateway that routes attach to (kind Gateway only); null: one of the cluster's own, of the class. */
  gateway: {
    name: string
    namespace: string
    /** The listener of the pages; null: every listener that lets them. */ sectionName: string | null
    /** The listener of `hosts.queryGrpc`, which asks for client certificates. */ grpcSectionName: string | null
  } | null
  /** The port of the listeners of a Gateway of the cluster's own; null: the usual one of its controller. */
  port: number | null
  /** Pods of the controller, which NetworkPolicies let in. */
  controller: { namespace: string; podLabels: Record<string, string> }
  /** Annotations of every object that publishes a page. */
  annotations: Record<string, string>
  hosts: Record<PageName, string | null>
  /** The certificate of the hosts; null: the existing Gateway has it already. */
  tls: { secret: string } | { issuer: IssuerRef } | null
  authentication:
    | { basicAuthSecret: string }
    | { forwardAuth: string }
    | {
        /** A filter of the gateway does it. */ gatewayFilter: {
          group: string
          kind: string
          name: string
        }
      }
  /** The authority that signs the certificates of those who may read `hosts.queryGrpc`, as a Secret with `ca.crt`. */
  clientAuthority: { secret: string } | null
}
