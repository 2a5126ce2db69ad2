import { modes } from '@thanos-fleet/catalog'
import type { Check } from './check.ts'

/** Whoever calls other clusters shows them a certificate, and knows who signs theirs. */
export const identityOfCaller: Check = ({ query, sendsTo, identity }) => {
  if (identity !== null) return []
  const calls = [
    ...(query.clusters.length === 0
      ? []
      : [{ path: ['query', 'clusters'], does: 'reads other clusters, which ask for a certificate' }]),
    ...(sendsTo === null ? [] : [{ path: ['sendsTo'], does: 'is another cluster, which asks for a certificate' }]),
  ]
  return calls.map(({ path, does }) => ({
    code: 'cluster-without-identity',
    path,
    also: [['identity']],
    message: `${path.join('.')} ${does}, and identity is not set`,
    remedy:
      'write identity: {client: {secret}, authority: {secret}} into defaults.all of fleet.yaml, so that all clusters have one authority',
  }))
}

/** Samples are pushed as in receive-mode, only further, and no step leads here from data of one's own. */
export const sendsInReceiveMode: Check = ({ mode, migration, sendsTo }) => {
  if (sendsTo === null || (modes[mode].receives && migration === null)) return []
  return [
    {
      code: 'sends-outside-receive-mode',
      path: ['sendsTo'],
      also: [['mode'], ['migration']],
      message:
        migration === null
          ? `sendsTo is for clusters of receive-mode, and this one is of ${mode}`
          : `sendsTo, while this cluster moves to ${migration.to}: samples would have two ways`,
      remedy:
        migration === null ? 'write mode: receive-mode, or remove sendsTo' : 'remove sendsTo, or end the move first',
    },
  ]
}

/** There is no Query that could read. */
export const sendsWithoutReading: Check = ({ sendsTo, query }) =>
  sendsTo === null || query.clusters.length === 0
    ? []
    : [
        {
          code: 'sends-and-reads',
          path: ['query', 'clusters'],
          also: [['sendsTo']],
          message: `query.clusters: a cluster that sends to ${sendsTo} has no Query that could read others`,
          remedy: `let ${sendsTo} read them, or remove sendsTo`,
        },
      ]
