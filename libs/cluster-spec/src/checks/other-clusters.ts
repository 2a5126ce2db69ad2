import type { Check } from './check.ts'

/** Whoever reads other clusters shows them a certificate, and knows who signs theirs. */
export const identityOfReader: Check = ({ query, identity }) => {
  if (query.clusters.length === 0 || identity !== null) return []
  return [
    {
      code: 'cluster-without-identity',
      path: ['query', 'clusters'],
      also: [['identity']],
      message: 'query.clusters reads other clusters, which ask for a certificate, and identity is not set',
      remedy:
        'write identity: {client: {secret}, authority: {secret}} into defaults.all of fleet.yaml, so that all clusters have one authority',
    },
  ]
}
