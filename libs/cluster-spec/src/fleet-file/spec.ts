import type { ImageVersions } from '../delivery.ts'

/** What a team says once for all of its clusters, complete: what `clusters/fleet.yaml` leaves out has its default. */
export interface FleetSpec {
  repository: Repository
  gitops: Gitops
  /** In the order in which they receive a change; null: the rings that clusters name, development first. */
  rings: Ring[] | null
  versions: FleetVersions
}

/** Where controllers and people find the repository. */
export interface Repository {
  /** The form that Argo CD takes: `https://…`, `ssh://…` or `git@host:path`. */
  argocdUrl: string
  /** The form that Flux takes: `https://…` or `ssh://…`. */
  fluxUrl: string
  /**
   * Where a person reads a file: a URL with `{revision}` filled in and `{file}` for its path from the repository's
   * root.
   */
  web: string
  /** A branch, `refs/tags/<tag>` or a commit. */
  revision: string
  /** The folder of `clusters/` and `overlays/` in the repository, without slashes at its ends; '' for its root. */
  path: string
  /** The Secret that the Flux of each cluster reads the repository with. */
  secretRef: string | null
}

export interface Gitops {
  argocd: {
    namespace: string
    /** The name of the AppProject and of the ApplicationSet. */
    project: string
    /** How clusters are called in Argo CD unless they say so themselves. */
    destination: DestinationChoice
  }
  flux: {
    namespace: string
    /** The name of the objects of a cluster's Flux, with `{cluster}`. */
    name: string
    decryption: { provider: 'sops'; secretRef: string | null } | null
  }
}

/** Where a stack is deployed to: by the folder's name, into the cluster of Argo CD itself, or by name or server. */
export type DestinationChoice = 'cluster-name' | 'in-cluster' | { name: string } | { server: string }

export interface Ring {
  name: string
  /** How many clusters of the ring are updated at once; null: all of the first ring, a quarter of each further one. */
  maxUpdate: number | `${number}%` | null
  /** The channel of its clusters; null: theirs. */
  channel: string | null
  /** What the Flux of its clusters follows; null: the revision of the repository. */
  revision: string | null
}

export interface FleetVersions {
  /** Versions on top of those of versions.json, by channel. */
  channels: Record<string, ImageVersions>
  /** What stands in place of a registry or of a prefix of ours. */
  mirrors: Record<string, string>
  /** Secrets of each namespace, by which nodes pull images. */
  pullSecrets: string[]
}
