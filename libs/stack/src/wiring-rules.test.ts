import { queryReplicaLabels } from '@thanos-fleet/authoring'
import { describe, expect, it } from 'vitest'
import { type Cluster, complete } from './testing/inspect.ts'

/**
 * What must match what, or no data flows. The numbers are those of the table in docs/wiring-rules.md, which names for
 * each rule the code that makes breaking it impossible or the test that makes it visible.
 */
const sidecar = complete('sidecar-mode')
const receive = complete('receive-mode')
const development = complete('dev-filesystem-objstore')
const all = [sidecar, receive, development]

const external = (cluster: Cluster) =>
  cluster.yaml('prometheus.yaml') as { global: { external_labels: Record<string, string> } }
const endpointsOf = (cluster: Cluster) =>
  (cluster.yaml('endpoints.yaml') as { endpoints: { address: string }[] }).endpoints.map(({ address }) => address)
const rings = (cluster: Cluster) =>
  JSON.parse(cluster.file('hashrings.json')) as {
    hashring: string
    tenants?: string[]
    algorithm: string
    endpoints: (string | { address: string; az: string })[]
  }[]

describe('wiring rules', () => {
  it('1: every producer has external labels that no other producer of the fleet has', () => {
    for (const cluster of all)
      expect(external(cluster).global.external_labels).toMatchObject({
        cluster: 'test',
        prometheus_replica: '${POD_NAME}',
      })
    expect(receive.flag('thanos-receive-ingestor', 'label')).toEqual([
      'receive_replica="$(POD_NAME)"',
      'receive_cluster="test"',
    ])
    expect(sidecar.flag('thanos-rule', 'label')).toEqual(['rule_cluster="test"', 'rule_replica="$(POD_NAME)"'])
  })

  it('2: Query ignores every replica label, and alerts drop theirs', () => {
    for (const cluster of all)
      expect(cluster.flag('thanos-query', 'query.replica-label')).toEqual(queryReplicaLabels(cluster.spec))
    expect(sidecar.flag('thanos-rule', 'alert.label-drop')).toEqual(['rule_replica'])
    for (const cluster of all) {
      expect(cluster.yaml('prometheus.yaml')).toMatchObject({
        alerting: { alert_relabel_configs: [{ regex: 'prometheus_replica', action: 'labeldrop' }] },
      })
    }
  })

  it('3: labels of Receive and Rule have their own prefix', () => {
    const names = [
      ...receive.flag('thanos-receive-ingestor', 'label'),
      ...receive.flag('thanos-receive-router', 'label'),
    ].map((label) => label.split('=')[0])
    for (const name of names) expect(name).toMatch(/^receive_/)
  })

  it('4: whoever is found by SRV has a headless Service with a port of that name', () => {
    for (const cluster of all) {
      for (const address of endpointsOf(cluster)) {
        const [, port, service, namespace] = /^dnssrv\+_(\w+)\._tcp\.([\w-]+)\.([\w-]+)\.svc$/.exec(address) ?? []
        const object = cluster.one('Service', service ?? '')
        expect(object.metadata.namespace).toBe(namespace)
        expect(object.spec?.clusterIP).toBe('None')
        expect(object.spec?.ports?.map(({ name }) => name)).toContain(port)
      }
    }
  })

  it('4: the port that a Service names exists in the pods it selects', () => {
    for (const cluster of all) {
      for (const service of cluster.all('Service')) {
        const pods = cluster.pods.filter(
          ({ component }) => component === service.spec?.selector?.['app.kubernetes.io/name'],
        )
        const ports = pods.flatMap(({ pod }) =>
          pod.containers.flatMap(({ ports }) => (ports ?? []).map(({ name }) => name)),
        )
        for (const port of service.spec?.ports ?? []) expect(ports, service.metadata.name).toContain(port.targetPort)
      }
    }
  })

  it('5: ring endpoints are exactly the pods of the StatefulSets, at their gRPC port', () => {
    const zoned = complete('receive-mode', {
      receive: {
        ...receive.spec.receive,
        hashrings: [
          { name: 'large', tenants: ['team-a'], replicas: 3, zones: ['a', 'b'] },
          { name: 'default', tenants: [], replicas: 3, zones: [] },
        ],
      },
    })
    for (const cluster of [receive, zoned]) {
      const pods = cluster
        .all('StatefulSet')
        .filter(({ metadata }) => metadata.labels?.['app.kubernetes.io/name'] === 'thanos-receive-ingestor')
        .flatMap(({ metadata, spec }) =>
          Array.from(
            { length: spec?.replicas ?? 0 },
            (_, index) => `${metadata.name}-${index}.${spec?.serviceName}.thanos.svc:10901`,
          ),
        )
      const addresses = rings(cluster).flatMap((ring) =>
        ring.endpoints.map((endpoint) => (typeof endpoint === 'string' ? endpoint : endpoint.address)),
      )
      expect(addresses.toSorted()).toEqual(pods.toSorted())
      expect(cluster.one('Service', 'thanos-receive-ingestor').spec?.clusterIP).toBe('None')
    }
  })

  it('6, 7: routers have the ring and nothing to store; ingestors have neither ring nor local endpoint', () => {
    expect(receive.flag('thanos-receive-router', 'receive.hashrings-file')).toHaveLength(1)
    for (const flag of ['receive.local-endpoint', 'objstore.config-file'])
      expect(receive.flag('thanos-receive-router', flag)).toEqual([])
    expect(receive.all('Deployment').map(({ metadata }) => metadata.name)).toContain('thanos-receive-router')
    for (const flag of ['receive.local-endpoint', 'receive.hashrings-file', 'receive.hashrings'])
      expect(receive.flag('thanos-receive-ingestor', flag)).toEqual([])
    expect(
      rings(receive)
        .flatMap((ring) => ring.endpoints)
        .join(),
    ).not.toContain('router')
  })

  it('8: the replication factor is set on routers, and evictions leave a quorum', () => {
    expect(receive.flag('thanos-receive-router', 'receive.replication-factor')).toEqual(['3'])
    expect(receive.one('PodDisruptionBudget', 'thanos-receive-ingestor').spec?.maxUnavailable).toBe(1)
    const five = complete('receive-mode', {
      receive: {
        ...receive.spec.receive,
        replicationFactor: 5,
        hashrings: [{ name: 'default', tenants: [], replicas: 5, zones: [] }],
      },
    })
    expect(five.one('PodDisruptionBudget', 'thanos-receive-ingestor').spec?.maxUnavailable).toBe(2)
  })

  it('9: ketama is a flag of every pod that reads the ring', () => {
    expect(receive.flag('thanos-receive-router', 'receive.hashrings-algorithm')).toEqual(['ketama'])
    for (const ring of rings(receive)) expect(ring.algorithm).toBe('ketama')
  })

  it('10: routers have a label too', () => {
    expect(receive.flag('thanos-receive-router', 'label')).toHaveLength(1)
  })

  it('11: the ring is mounted as a folder, and a changed ring does not restart pods', () => {
    const mounts = receive.container('thanos-receive-router').volumeMounts ?? []
    expect(mounts.find(({ name }) => name === 'hashrings')).toMatchObject({ mountPath: '/etc/thanos/hashrings' })
    for (const cluster of all) {
      for (const { pod } of cluster.pods)
        for (const container of pod.containers)
          for (const mount of container.volumeMounts ?? []) expect(mount.subPath).toBeUndefined()
    }
    expect(receive.all('ConfigMap').map(({ metadata }) => metadata.name)).toContain('thanos-receive-hashrings')
  })

  it('12: Query reads the data path of its mode, Store, and a stateful Rule; never routers', () => {
    const named = (cluster: Cluster) => endpointsOf(cluster).map((address) => address.split('.')[2])
    expect(named(sidecar)).toEqual(['prometheus-headless', 'thanos-store', 'thanos-rule'])
    expect(named(receive)).toEqual(['thanos-receive-ingestor', 'thanos-store', 'thanos-rule'])
    expect(named(development)).toEqual(['prometheus-headless', 'thanos-store', 'thanos-rule'])
  })

  it('13: Query Frontend asks the HTTP port of Query, and Grafana asks Query Frontend', () => {
    for (const cluster of all) {
      expect(cluster.flag('thanos-query-frontend', 'query-frontend.downstream-url')).toEqual([
        'http://thanos-query.thanos.svc:10902',
      ])
      expect(cluster.file('datasources.yaml')).toContain('url: http://thanos-query-frontend.thanos.svc:10902')
      expect(cluster.one('Service', 'thanos-query').spec?.ports).toContainEqual({
        name: 'http',
        port: 10902,
        targetPort: 'http',
        protocol: 'TCP',
      })
    }
  })

  it('14: Rule asks Query, alerts Alertmanager, and either keeps blocks or writes remotely', () => {
    expect(sidecar.flag('thanos-rule', 'query')).toEqual(['dnssrv+_http._tcp.thanos-query.thanos.svc'])
    expect(sidecar.flag('thanos-rule', 'alertmanagers.url')).toEqual([
      'dnssrv+http://_http._tcp.alertmanager.thanos.svc',
    ])
    expect(sidecar.flag('thanos-rule', 'objstore.config-file')).toHaveLength(1)
    const { rule } = receive.spec
    if (rule === null) throw new Error('no rule')
    const stateless = complete('receive-mode', { rule: { ...rule, kind: 'stateless' } })
    expect(stateless.flag('thanos-rule', 'objstore.config-file')).toEqual([])
    expect(stateless.flag('thanos-rule', 'remote-write.config-file')).toHaveLength(1)
    expect(endpointsOf(stateless).join()).not.toContain('thanos-rule')
  })

  it('15: alerts go to each Alertmanager, not to one address for all', () => {
    for (const cluster of all) {
      expect(cluster.one('Service', 'alertmanager').spec?.clusterIP).toBe('None')
      expect(cluster.file('prometheus.yaml')).toContain('_http._tcp.alertmanager.thanos.svc')
    }
    expect(sidecar.flag('alertmanager', 'cluster.peer')).toHaveLength(sidecar.spec.alertmanager?.replicas ?? 0)
  })
})
