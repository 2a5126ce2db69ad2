/** What cannot be between clusters that read each other or send to each other; a part of the groups in codes.ts. */
export const betweenClustersCodes = {
  title: 'Between clusters',
  page: 'many-clusters.md',
  codes: {
    'centre-without-receive': 'Remote writes need Receive at the other end, for as long as anybody writes.',
    'cluster-chosen-twice': 'The two entries could be meant to differ, and one of them would do nothing.',
    'cluster-not-published': 'Other clusters reach a cluster only at a published host.',
    'cluster-read-twice': 'Whatever is read on two ways is transferred and merged twice.',
    'cluster-reads-itself': 'Query has the StoreAPIs of its own cluster anyway.',
    'cluster-sends-to-itself': 'Its Prometheus writes to its own Receive anyway, if it has one.',
    'cluster-without-identity': 'Clusters of a fleet let each other in by their certificates alone.',
    'clusters-in-circle':
      'Query has no guard against being asked by those that it asks: the query runs until its time is up.',
    'copies-not-ignored':
      'Query removes copies by its own list of labels, whatever the clusters that it reads do themselves.',
    'data-left-behind': 'What a cluster kept itself is in a bucket and on volumes that only its own Thanos reads.',
    'empty-selection': 'A selection that nobody meets is probably misspelt, and the view would lack clusters.',
    'host-of-two-clusters': 'One of the two would be called in the place of the other.',
    'host-without-writers': 'Routers for other clusters are there while some send.',
    'remote-write-not-reachable':
      'The tenant of a write is in the certificate of its sender, which only a connection that is passed on has.',
    'sends-and-reads': 'Query is at the cluster that gets the samples.',
    'sends-outside-receive-mode': 'A cluster that sends has no sidecars and no data on the way between modes.',
    'tenant-of-two-clusters': 'Samples, limits and series of one tenant cannot be told apart.',
    'unknown-cluster': 'The view would lack the cluster without a word.',
    'versions-apart': 'Clusters read each other by a protocol that changes with the versions of Thanos.',
  },
}
