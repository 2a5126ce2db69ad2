import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkFleet, loadCluster, type LoadedCluster } from './index.ts'

const root = join(import.meta.dirname, '..', '..', '..')

function load(name: string): LoadedCluster {
  const path = `clusters/${name}/cluster.yaml`
  const result = loadCluster({ path, text: readFileSync(join(root, path)) })
  if (!result.ok) throw new Error(JSON.stringify(result.diagnostics))
  return result
}

describe('the shipped clusters', () => {
  const names = ['dev-filesystem-objstore', 'receive-mode', 'sidecar-mode']

  it('show each mode once', () => {
    expect(names.map((name) => load(name).spec.mode)).toEqual([
      'dev-filesystem-objstore',
      'receive-mode',
      'sidecar-mode',
    ])
  })

  it('are valid without a warning, alone and together', () => {
    const clusters = names.map(load)
    expect(clusters.flatMap(({ warnings }) => warnings)).toEqual([])
    expect(checkFleet(clusters)).toEqual([])
  })

  it.each(['sidecar-mode', 'receive-mode'])('%s has the replicas, volumes and retention of the article', (name) => {
    const { spec } = load(name)
    expect(spec.prometheus).toMatchObject({ replicas: 3, retention: '10d', volumeSize: '10Gi' })
    expect(spec.query.replicas).toBe(3)
    expect(spec.store).toMatchObject({ replicas: 2, volumeSize: '5Gi' })
    expect(spec.compact.retention).toEqual({ raw: '90d', fiveMinutes: '180d', oneHour: '360d' })
    expect(spec.rule).toMatchObject({ replicas: 2, kind: 'stateful' })
    expect(spec.alertmanager.replicas).toBe(2)
    expect(spec.storage.local?.nodes).toHaveLength(4)
  })

  it('receive-mode keeps three copies on three ingestors for 12h', () => {
    const { receive } = load('receive-mode').spec
    expect(receive).toMatchObject({ replicationFactor: 3, ingestor: { retention: '12h' } })
    expect(receive.hashrings).toMatchObject([{ replicas: 3 }])
  })

  it('name the JSON Schema in their first line, so that editors complete them', () => {
    for (const name of names) {
      const [first] = readFileSync(join(root, 'clusters', name, 'cluster.yaml'), 'utf8').split('\n')
      expect(first).toBe('# yaml-language-server: $schema=../cluster.schema.json')
    }
  })
})
