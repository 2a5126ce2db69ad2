import { componentNames } from '@thanos-fleet/catalog'
import type { Active } from '../active.ts'

const receivers = ['thanos-receive-router', 'thanos-receive-edge', 'thanos-receive-ingestor']
const everywhere = componentNames.filter((name) => !['thanos-sidecar', ...receivers].includes(name))

const common = {
  notifies: true,
  alertmanagers: 2,
  prometheusReplicas: 3,
  compactors: 1,
  certificates: true,
  namespaces: ['thanos', 'thanos-nodes'],
  ownLabels: { cluster: 'a' },
  readClusters: [{ name: 'paris', externalLabels: { cluster: 'paris' } }],
  runbookUrl: 'https://runbooks.example/{runbook}.md',
}

/** A cluster of each kind with everything it can have; the unit tests of the rules are about these. */
export const examples: Readonly<Record<'sidecar-mode' | 'receive-mode', Active>> = {
  'sidecar-mode': {
    ...common,
    components: new Set([...everywhere, 'thanos-sidecar']),
    remoteWrites: false,
    replicationFactor: 0,
    storeApis: { sidecar: 3, store: 2, rule: 2 },
  },
  'receive-mode': {
    ...common,
    components: new Set([...everywhere, ...receivers]),
    remoteWrites: true,
    replicationFactor: 3,
    storeApis: { receive: 3, store: 2, rule: 2 },
    hashrings: { default: 3 },
    writers: ['oslo', 'rome'],
  },
}
