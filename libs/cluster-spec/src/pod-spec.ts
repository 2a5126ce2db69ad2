/** What one container has beside what it needs to run here. */
export interface ContainerExtras {
  /** Environment variables by name. */
  extraEnv: Record<string, EnvSource>
  /** Volumes by a name of one's own, each mounted in the container. */
  extraVolumes: Record<string, ExtraVolume>
}

/** What all pods of a component have beside what they need to run here. */
export interface PodSettings {
  podLabels: Record<string, string>
  podAnnotations: Record<string, string>
  hostAliases: HostAlias[]
  /** What a node must meet, all of it, to carry the pods. */
  nodeAffinity: NodeRequirement[]
}

/** What every pod and every container has: the same, by shorter names. */
export interface PodsSpec extends ContainerExtras {
  labels: Record<string, string>
  annotations: Record<string, string>
  hostAliases: HostAlias[]
}

/** A text, or a key of an existing Secret or ConfigMap. */
export type EnvSource = string | { secret: string; key: string } | { configMap: string; key: string }

export type ExtraVolume = { mountPath: string } & (
  | { /** An existing Secret. */ secret: string }
  | { /** An existing ConfigMap. */ configMap: string }
  | { /** An existing claim. */ claim: string }
  | { /** The size of a directory that is empty whenever a pod starts. */ emptyDir: string }
)

/** Names that pods find at an address without asking the name server. */
export interface HostAlias {
  ip: string
  hostnames: string[]
}

export interface NodeRequirement {
  /** The label of a node. */
  key: string
  operator: 'In' | 'NotIn' | 'Exists' | 'DoesNotExist'
  values?: string[]
}
