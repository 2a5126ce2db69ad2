import { type Hashring, loadCluster, type Mode, statefulSetsOf } from '@thanos-fleet/cluster-spec'
import { componentNames, componentOf } from '@thanos-fleet/catalog'
import { describe, expect, it } from 'vitest'
import { type Cluster, complete } from './testing/inspect.ts'

/** Rules of docs/wiring-rules.md about how many pods there are, and where. */
const bucket =
  'objectStore: { type: S3, bucket: thanos, endpoint: s3.example.com, credentials: { secret: thanos-objstore } }'

function codes(lines: string, mode: Mode = 'receive-mode'): string[] {
  const loaded = loadCluster({ path: 'clusters/x/cluster.yaml', text: `name: x\nmode: ${mode}\n${bucket}\n${lines}\n` })
  return loaded.ok ? [] : [...new Set(loaded.diagnostics.map(({ code }) => code))]
}

it('33: what reports on other objects has one pod, also while it is replaced', () => {
  const reporters = componentNames.filter((name) => componentOf(name).scrape.honorLabels === true)
  expect(reporters).toEqual(['kube-state-metrics'])
  for (const name of reporters) {
    expect(componentOf(name).settings?.replicas).toBe('one')
    const { spec } = complete('sidecar-mode').one('Deployment', name)
    expect([spec?.replicas, spec?.strategy?.type]).toEqual([1, 'Recreate'])
  }
})

it('33: a second pod of a component that may have one only is refused', () => {
  const single = componentNames.filter((name) => componentOf(name).settings?.replicas === 'one')
  for (const name of single) expect(codes(`${componentOf(name).settings?.section}: { replicas: 2 }`)).not.toEqual([])
  expect(codes('kubeStateMetrics: { replicas: 2 }')).toEqual(['more-than-one-copy'])
})

/**
 * The most copies of one series that a zone gets, for series at any place of a ring in which pods of zones come in any
 * order: Receive takes the next pod whose zone has no more copies than the emptiest.
 * Source: pkg/receive/hashring.go, calculateSectionReplicas
 */
function fullestZone(factor: number, zones: number, replicas: number): number {
  const pods = Array.from({ length: zones * replicas }, (_, index) => index % zones)
  const orders = [pods, pods.toSorted(), pods.toReversed(), pods.toSorted((a, b) => b - a)]
  return Math.max(
    ...orders.flatMap((order) =>
      order.map((_, start) => {
        const copies = Array.from({ length: zones }, () => 0)
        const taken = new Set<number>()
        for (let at = start; taken.size < factor; at += 1) {
          const index = at % order.length
          const zone = order[index] ?? 0
          if (taken.has(index) || (copies[zone] ?? 0) > Math.min(...copies)) continue
          taken.add(index)
          copies[zone] = (copies[zone] ?? 0) + 1
        }
        return Math.max(...copies)
      }),
    ),
  )
}

const rings = [2, 3, 4, 5].flatMap((zones) =>
  [2, 3, 4, 5, 6, 7].flatMap((factor) =>
    [1, 2, 3, 4].filter((replicas) => zones * replicas >= factor).map((replicas) => ({ zones, factor, replicas })),
  ),
)

it.each(rings)(
  '34: a zone may be lost, or the ring is refused: $zones zones of $replicas, $factor copies',
  ({ zones, factor, replicas }) => {
    // 1 of 2 copies must be stored, else more than half. https://thanos.io/tip/components/receive.md/#quorum
    const quorum = factor === 2 ? 1 : Math.floor(factor / 2) + 1
    const left = factor - fullestZone(factor, zones, replicas)
    const names = Array.from({ length: zones }, (_, index) => `zone-${index}`)
    const ring = `{ name: default, replicas: ${replicas}, zones: [${names.join(', ')}] }`
    expect(codes(`receive: { replicationFactor: ${factor}, hashrings: [${ring}] }`)).toEqual(
      left >= quorum ? [] : ['zone-loses-quorum'],
    )
  },
)

describe('35: a local volume is where its pod may run', () => {
  const nodes = ['n1', 'n2', 'n3', 'n4', 'n5', 'n6']
  const zones = { a: ['n1', 'n4'], b: ['n2', 'n5'], c: ['n3', 'n6'] }
  const local = { path: '/data', nodes, zones }
  const zoneOf = (node: string) => Object.entries(zones).find(([, own]) => own.includes(node))?.[0]

  /** The node of each volume, by the name of its claim. */
  function volumes(cluster: Cluster): Map<string, string> {
    return new Map(
      cluster.all('PersistentVolume').map(({ spec }) => {
        const [term] = spec?.nodeAffinity?.required?.nodeSelectorTerms ?? []
        return [spec?.claimRef?.name ?? '', term?.matchExpressions?.[0]?.values?.[0] ?? '']
      }),
    )
  }

  it.each([1, 2])('with %i ingestors in each zone', (replicas) => {
    const ring: Hashring = { name: 'default', tenants: [], replicas, zones: ['a', 'b', 'c'] }
    const { spec } = complete('receive-mode')
    const cluster = complete('receive-mode', {
      receive: { ...spec.receive, hashrings: [ring] },
      store: { ...spec.store, nodeSelector: { 'topology.kubernetes.io/zone': 'b' } },
      alertmanager: spec.alertmanager && { ...spec.alertmanager, nodeSelector: { 'kubernetes.io/hostname': 'n5' } },
      storage: { ...spec.storage, local },
    })
    const made = volumes(cluster)
    for (const { workload, pod } of cluster.pods.filter(({ workload }) => workload.kind === 'StatefulSet')) {
      const claims = [...made].filter(
        ([claim]) => claim.replace(/^data-/, '').replace(/-\d+$/, '') === workload.metadata.name,
      )
      const zone = pod.nodeSelector?.['topology.kubernetes.io/zone']
      const host = pod.nodeSelector?.['kubernetes.io/hostname']
      for (const [claim, node] of claims) {
        expect(nodes, claim).toContain(node)
        if (zone !== undefined) expect(zoneOf(node), claim).toBe(zone)
        if (host !== undefined) expect(node, claim).toBe(host)
      }
      if (host === undefined)
        expect(new Set(claims.map(([, node]) => node)).size, workload.metadata.name).toBe(claims.length)
    }
    expect(made.size).toBe(statefulSetsOf(cluster.spec).reduce((sum, { replicas }) => sum + replicas, 0))
  })

  it('or the cluster is refused, because the nodes of a zone are not known', () => {
    const storage = (more: string) => `storage: { local: { nodes: [n1, n2, n3]${more} } }\n`
    const ring = 'receive: { hashrings: [{ name: default, replicas: 1, zones: [a, b, c] }] }'
    expect(codes(storage('') + ring)).toEqual(['local-volumes-elsewhere'])
    expect(codes(storage(', zones: { a: [n1], b: [n2] }') + ring)).toEqual(['local-volumes-elsewhere'])
    expect(codes(storage(', zones: { a: [n1], b: [n2], c: [n3] }') + ring)).toEqual([])
    expect(codes(`${storage('')}store: { nodeSelector: { topology.kubernetes.io/zone: a } }`)).toEqual([
      'local-volumes-elsewhere',
    ])
    expect(codes(`${storage('')}topology: { zoneSpread: required }`)).toEqual(['local-volumes-elsewhere'])
  })
})
