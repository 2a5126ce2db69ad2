/** The label of an Application by which rollouts are ordered. */
export const ringLabel = 'thanos-fleet/ring'
