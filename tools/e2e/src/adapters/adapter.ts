/**
 * What the test asks of a machine beyond Kubernetes' API: making images known to nodes that have no registry, and
 * faults of whole nodes. Everything else goes through the kubeconfig.
 */
export interface Adapter {
  name: string
  /** The path of the administrator's kubeconfig. */
  kubeconfig: string
  kubectl: string
  /** Whether nodes can pull images from registries; otherwise every image is made from its program. */
  pulls: boolean
  /** Makes the image of an OCI archive known to all nodes, under the reference that the archive names. */
  load(archive: string): Promise<void>
  /** Whether `reference` is there already on every node. */
  has(reference: string): Promise<boolean>
  /** Cuts the power of a node: everything on it ends at once, its disk stays. null: this cluster cannot. */
  stopNode: ((node: string) => Promise<void>) | null
  startNode: ((node: string) => Promise<void>) | null
}
