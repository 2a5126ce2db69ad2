import { factsOf } from '@thanos-fleet/connections'
import { completeDefaults } from '@thanos-fleet/cluster-spec'
import type { KubeObject, PersistentVolume, StatefulSet } from '@thanos-fleet/kubernetes'
import { describe, expect, it } from 'vitest'
import { storage } from './storage.ts'

const spec = {
  ...completeDefaults('sidecar-mode', 'test'),
  storage: {
    class: null,
    local: { path: '/disk', nodes: ['a', 'b', 'c'] },
    retention: { whenScaled: 'Retain' as const, whenDeleted: 'Retain' as const },
  },
}
const context = { spec, facts: factsOf(spec) }

function set(name: string, replicas: number): StatefulSet {
  return {
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata: { name, namespace: 'thanos' },
    spec: {
      replicas,
      serviceName: name,
      selector: {},
      template: { spec: { containers: [] } },
      volumeClaimTemplates: [
        {
          apiVersion: 'v1',
          kind: 'PersistentVolumeClaim',
          metadata: { name: 'data' },
          spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '7Gi' } } },
        },
      ],
    },
  }
}

const volumes = (...objects: KubeObject[]) =>
  storage(context, objects).objects.filter((object): object is PersistentVolume => object.kind === 'PersistentVolume')
const nodeOf = (volume: PersistentVolume | undefined) =>
  volume?.spec?.nodeAffinity?.required?.nodeSelectorTerms[0]?.matchExpressions?.[0]?.values?.[0]

describe('volumes on named nodes', () => {
  it('are made for each replica, of the size it claims, and bound to it by name', () => {
    const [first] = volumes(set('prometheus', 3))
    expect(first?.spec).toMatchObject({
      capacity: { storage: '7Gi' },
      accessModes: ['ReadWriteOnce'],
      local: { path: '/disk/data-prometheus-0' },
      claimRef: { namespace: 'thanos', name: 'data-prometheus-0' },
      persistentVolumeReclaimPolicy: 'Retain',
    })
  })

  it('put the replicas of a workload on different nodes', () => {
    expect(new Set(volumes(set('prometheus', 3)).map(nodeOf)).size).toBe(3)
  })

  it('stay where they are when another component comes', () => {
    const alone = volumes(set('thanos-store', 2)).map(nodeOf)
    const crowded = volumes(set('aaa', 3), set('thanos-store', 2), set('zzz', 1))
      .filter(({ metadata }) => metadata.name.includes('thanos-store'))
      .map(nodeOf)
    expect(crowded).toEqual(alone)
  })

  it('are not made where a class provisions them', () => {
    const provisioned = { ...spec, storage: { ...spec.storage, local: null } }
    expect(storage({ spec: provisioned, facts: factsOf(provisioned) }, [set('x', 1)]).objects).toEqual([])
  })
})
