import { type ClusterSpec, completeDefaults } from '@thanos-fleet/cluster-spec'
import { describe, expect, it } from 'vitest'
import { copiesOf, costSection, volumesOf } from './cost.ts'
import { desired } from './desired.ts'

const receive = completeDefaults('receive-mode', 'x')
const sidecar = completeDefaults('sidecar-mode', 'x')
const copies = (spec: ClusterSpec) => Object.fromEntries(copiesOf(spec).map((row) => [row.place, row.copies]))
const offline = (spec: ClusterSpec) => ({ ...spec, compact: { ...spec.compact, offlineDeduplication: true } })

describe('copies of a sample', () => {
  it('are one of each Prometheus, times the replication factor where Receive stores them', () => {
    expect(copies(sidecar)).toEqual({ 'volumes of Prometheus': 3, bucket: 3 })
    expect(copies(receive)).toEqual({ 'volumes of Prometheus': 3, 'volumes of ingestors': 9, bucket: 9 })
    const two = { ...receive, prometheus: { ...receive.prometheus, replicas: 2 } }
    expect(copies({ ...two, receive: { ...receive.receive, replicationFactor: 2 } })).toMatchObject({ bucket: 4 })
  })

  it('become fewer in the bucket with offline deduplication, which tells those of Receive from those of Prometheus', () => {
    expect(copies(offline(sidecar))).toMatchObject({ bucket: 1 })
    expect(copies(offline(receive))).toMatchObject({ 'volumes of ingestors': 9, bucket: 3 })
  })

  it('are of both ways in the course of a move', () => {
    const moving: ClusterSpec = { ...sidecar, migration: { to: 'receive-mode', step: 'read-both' } }
    expect(copies(moving)).toEqual({ 'volumes of Prometheus': 3, 'volumes of ingestors': 9, bucket: 12 })
  })

  it('are on the page of the cluster, with the sum of the volumes and the ways to fewer', () => {
    const page = costSection(receive, desired(receive)).join('\n')
    expect(page).toMatch(/volumes of ingestors +\| 9 /)
    expect(page).toContain('`prometheus.replicas: 2`')
    expect(page).toContain('`compact.offlineDeduplication: true`')
    const small = costSection(
      { ...offline(sidecar), prometheus: { ...sidecar.prometheus, replicas: 2 } },
      desired(sidecar),
    )
    expect(small.join('\n')).not.toContain('Fewer')
  })
})

it('volumes are added up over the replicas of every workload', () => {
  const { prometheus, store, compact, rule, alertmanager, grafana } = sidecar
  const all = [prometheus, store, compact, rule, alertmanager, grafana]
  const gibibytes = all.reduce((sum, { replicas, volumeSize }) => sum + replicas * Number.parseInt(volumeSize), 0)
  expect(volumesOf(desired(sidecar))).toEqual({
    volumes: all.reduce((sum, { replicas }) => sum + replicas, 0),
    bytes: gibibytes * 2 ** 30,
  })
})
