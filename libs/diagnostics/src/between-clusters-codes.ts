/** What cannot be between clusters that read each other; a part of the groups in codes.ts. */
export const betweenClustersCodes = {
  title: 'Clusters that read each other',
  page: 'many-clusters.md',
  codes: {
    'cluster-chosen-twice': 'The two entries could be meant to differ, and one of them would do nothing.',
    'cluster-not-published': 'Query of another cluster reaches a StoreAPI only at a published host.',
    'cluster-read-twice': 'Whatever is read on two ways is transferred and merged twice.',
    'cluster-reads-itself': 'Query has the StoreAPIs of its own cluster anyway.',
    'cluster-without-identity': 'Clusters of a fleet let each other in by their certificates alone.',
    'clusters-in-circle':
      'Query has no guard against being asked by those that it asks: the query runs until its time is up.',
    'copies-not-ignored':
      'Query removes copies by its own list of labels, whatever the clusters that it reads do themselves.',
    'empty-selection': 'A selection that nobody meets is probably misspelt, and the view would lack clusters.',
    'host-of-two-clusters': 'One of the two would be read in the place of the other.',
    'unknown-cluster': 'The view would lack the cluster without a word.',
    'versions-apart': 'Clusters read each other by a protocol that changes with the versions of Thanos.',
  },
}
