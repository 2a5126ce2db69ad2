import { describe, expect, it } from 'vitest'
import { checkFleet, modes } from '../index.ts'
import { exampleCluster, exampleText } from './index.ts'

describe('the example clusters', () => {
  it('show each mode once', () => {
    expect(modes.map((mode) => exampleCluster(mode).spec.mode)).toEqual(modes)
  })

  it('are valid without a warning, alone and together', () => {
    const clusters = modes.map(exampleCluster)
    expect(clusters.flatMap(({ warnings }) => warnings)).toEqual([])
    expect(checkFleet(clusters)).toEqual([])
  })

  it.each(['sidecar-mode', 'receive-mode'] as const)(
    '%s has the replicas, volumes and retention of the article',
    (mode) => {
      const { spec } = exampleCluster(mode)
      expect(spec.prometheus).toMatchObject({ replicas: 3, retention: '10d', volumeSize: '10Gi' })
      expect(spec.query.replicas).toBe(3)
      expect(spec.store).toMatchObject({ replicas: 2, volumeSize: '5Gi' })
      expect(spec.compact.retention).toEqual({ raw: '90d', fiveMinutes: '180d', oneHour: '360d' })
      expect(spec.rule).toMatchObject({ replicas: 2, kind: 'stateful' })
      expect(spec.alertmanager?.replicas).toBe(2)
      expect(spec.storage.local?.nodes).toHaveLength(4)
    },
  )

  it('receive-mode keeps three copies on three ingestors for 12h', () => {
    const { receive } = exampleCluster('receive-mode').spec
    expect(receive).toMatchObject({ replicationFactor: 3, ingestor: { retention: '12h' } })
    expect(receive.hashrings).toMatchObject([{ replicas: 3 }])
  })

  it('name the JSON Schema in their first line, so that editors complete them', () => {
    for (const mode of modes) {
      const [first] = exampleText(mode).split('\n')
      expect(first).toBe('# yaml-language-server: $schema=../cluster.schema.json')
    }
  })
})
