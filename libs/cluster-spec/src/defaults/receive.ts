import type { ReceiveSpec } from '../spec.ts'
import { noReadLimits, statefulOf, workloadOf } from './workloads.ts'

const { replicas: _decidedByHashrings, ...ingestor } = statefulOf(3, { cpu: '500m', memory: ['2Gi', '4Gi'] }, '10Gi')

/** Three copies on three ingestors: a write succeeds while one is away. */
export const productionReceive: ReceiveSpec = {
  replicationFactor: 3,
  router: { ...workloadOf(2, { cpu: '250m', memory: ['256Mi', '1Gi'] }), autoscaling: null },
  edge: workloadOf(2, { cpu: '250m', memory: ['256Mi', '1Gi'] }),
  ingestor: {
    ...ingestor,
    // Six blocks: long enough for Store to serve a block before the ingestor drops it, even after a bad night.
    retention: '12h',
    outOfOrderWindow: '0s',
    limits: noReadLimits,
  },
  hashrings: [{ name: 'default', tenants: [], replicas: 3, zones: [] }],
  limits: { default: { requestBytes: 0, requestSeries: 0, requestSamples: 0, headSeries: 0 }, tenants: {} },
  tenant: 'default-tenant',
}
