import type { ImageName } from '@thanos-fleet/images'
import type { Mode } from './modes.ts'
import type { NamespaceKind } from './namespaces.ts'

/** All that is known of a component without its objects: what is said here once is asked for everywhere else. */
export interface Component {
  /** What people call it. */
  title: string
  /** The Service that its clients ask; '' where nobody asks by name. */
  service: string
  /** Ports by the name they have in containers and Services; a number is TCP. */
  ports: Readonly<Record<string, Port>>
  /** The name of the port that serves `/metrics`. */
  metrics: string
  /** The components in whose pods it runs as a further container; empty: it has pods of its own. */
  inPodsOf: readonly string[]
  /** Where its pods are. */
  namespace: NamespaceKind
  /** `host`: a NetworkPolicy does not reach its pods, and to others it is the address of its node. */
  network: 'pod' | 'host'
  /** Its section of cluster.yaml and what that can set; null: nothing of it is set. */
  settings: Settings | null
  /** What decides whether a cluster has it. */
  presence: Presence
  /** The images of its containers. */
  images: readonly ImageName[]
  /** How Prometheus takes its series, where not as usual. */
  scrape: { honorLabels?: true }
  /** How validation proves that the program takes its flags and files. */
  proof: Proof
}

/** A port of a container. */
export type Port = number | { readonly udp: number }

/** A section of cluster.yaml; a dot leads into a mapping. */
export interface Settings {
  section: string
  /** `container`: sizes and flags; `workload`: also replicas and placement; `volume`: also a volume for each pod. */
  kind: 'container' | 'workload' | 'volume'
  /** Who decides how many pods there are: the section, that of its pods, hashrings, nodes, or nobody (`one`: a second does harm). */
  replicas: 'section' | 'pods' | 'hashrings' | 'nodes' | 'one'
}

/** What decides whether a cluster has a component. */
export type Presence =
  /** Its section: `false` switches it off. It is off by default in the modes of `offIn`. */
  | { by: 'section'; offIn: readonly Mode[] }
  /** Nothing: a cluster without it is not worth having. `because` completes "cannot be switched off: …". */
  | { by: 'stack'; because: string }
  /** The rest of cluster.yaml, by a condition in libs/connections. `because` says what to change instead. */
  | { by: 'condition'; because: string }
  /** The components in whose pods it runs: it is beside each of them. */
  | { by: 'pods' }

/** How validation proves a program, with the pinned tool of that name. */
export type Proof = Start & {
  /** What reads its configuration files; null: it has none that a tool can check. */
  configuration: 'promtool' | 'amtool' | 'thanos' | null
}

/** The lines of a program's log that only follow when it has taken its flags and files, in their order. */
type Start = { tool: string; milestones: readonly RegExp[] } | { unchecked: string }
