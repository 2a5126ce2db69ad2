/** The namespace of Argo CD, where its own objects are read. */
export const argocdNamespace = 'argocd'

/** The name of the project and of the ApplicationSet. */
export const fleetName = 'thanos-fleet'

/** The label of an Application by which rollouts are ordered. */
export const ringLabel = 'thanos-fleet/ring'
