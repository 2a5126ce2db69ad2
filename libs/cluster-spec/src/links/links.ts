import type { Mode } from '@thanos-fleet/catalog'
import type { IssuerRef } from '../platform-spec.ts'

/** Clusters that another one means: one by its name, or all that have what is given. */
export type ClusterChoice = string | ClusterSelector

/** What clusters have to have; together, all of it. */
export interface ClusterSelector {
  ring?: string
  mode?: Mode
  externalLabels?: Record<string, string>
}

/** The certificate that a cluster shows to other clusters, and who signs theirs. */
export interface Identity {
  /** An existing Secret with `tls.crt` and `tls.key`, or the issuer of cert-manager that makes it. */
  client: { secret: string } | { issuer: IssuerRef }
  /** Who signs the certificates of the fleet, as an existing Secret with `ca.crt`. */
  authority: { secret: string }
  /** Whether the hosts of clusters have certificates of public authorities instead. */
  publicHosts: boolean
}

/** A cluster whose StoreAPI Query of another one reads. */
export interface ReadCluster {
  name: string
  /** Where its StoreAPI is published. */
  host: string
  port: number
  externalLabels: Record<string, string>
  /** Whether one series is a copy of another that differs only in its tenant. */
  deduplicatesTenants: boolean
}

/** A cluster to which another one sends its samples. */
export interface WrittenCluster {
  name: string
  /** Where its edge routers are published. */
  host: string
  port: number
}

/** What follows for a cluster from what it and others say of each other; no setting of its own. */
export interface Links {
  /** In the order of their names. */
  reads: ReadCluster[]
  /** The clusters that send to this one, each as the tenant of its name, in the order of their names. */
  writers: string[]
  /** The cluster that this one sends to. */
  writesTo: WrittenCluster | null
}

export const noLinks: Links = { reads: [], writers: [], writesTo: null }
