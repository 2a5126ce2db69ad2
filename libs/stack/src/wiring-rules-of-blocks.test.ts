import { describe, expect, it } from 'vitest'
import { type Cluster, complete } from './testing/inspect.ts'

/** The second half of the rules in docs/wiring-rules.md: the bucket, who works on it, and what all pods have in common. */
const sidecar = complete('sidecar-mode')
const receive = complete('receive-mode')
const development = complete('dev-filesystem-objstore')
const all = [sidecar, receive, development]

const external = (cluster: Cluster) =>
  cluster.yaml('prometheus.yaml') as { global: { external_labels: Record<string, string> } }
const buckets = ['thanos-store', 'thanos-compact', 'thanos-bucket-web']

describe('wiring rules', () => {
  it('16: everything that touches the bucket has the same configuration', () => {
    for (const [cluster, more] of [
      [sidecar, ['thanos-sidecar', 'thanos-rule']],
      [receive, ['thanos-receive-ingestor', 'thanos-rule']],
    ] as const) {
      const configs = [...buckets, ...more].map(
        (name) =>
          cluster.pods
            .find(({ pod }) => pod.containers.some((container) => container.name === name))
            ?.pod.volumes?.find(({ name }) => name === 'object-store')?.configMap?.name,
      )
      expect(new Set(configs).size).toBe(1)
      for (const name of [...buckets, ...more])
        expect(cluster.flag(name, 'objstore.config-file')).toEqual(['/etc/thanos/object-store/object-store.yaml'])
    }
  })

  it('17: one Compact per set of blocks, and shards are disjoint', () => {
    for (const cluster of all)
      expect(
        cluster.all('StatefulSet').find(({ metadata }) => metadata.name === 'thanos-compact')?.spec?.replicas,
      ).toBe(1)
    const sharded = complete('sidecar-mode', {
      compact: {
        ...sidecar.spec.compact,
        shards: [
          { name: 'a', label: 'cluster', values: ['x'] },
          { name: 'b', label: 'cluster', values: ['y', 'z'] },
        ],
      },
    })
    // Blocks of Rule have the same label under a name of their own.
    const both = { action: 'keep', source_labels: ['cluster', 'rule_cluster'], separator: ';' }
    expect(sharded.yaml('b.yaml')).toEqual([{ ...both, regex: '(?:y|z);|;(?:y|z)' }])
    expect(sharded.containers('thanos-compact')).toHaveLength(2)
    const dotted = complete('sidecar-mode', {
      compact: { ...sidecar.spec.compact, shards: [{ name: 'a', label: 'cluster', values: ['eu.1', '$(HOME)'] }] },
    })
    const quoted = 'eu\\.1|\\$\\(HOME\\)'
    expect(dotted.yaml('a.yaml')).toEqual([{ ...both, regex: `(?:${quoted});|;(?:${quoted})` }])
  })

  it('18: Store ignores a block after half of the time in which Compact deletes it', () => {
    for (const cluster of all) {
      expect(cluster.flag('thanos-compact', 'delete-delay')).toEqual(['48h'])
      expect(cluster.flag('thanos-store', 'ignore-deletion-marks-delay')).toEqual(['24h'])
    }
  })

  it('20: with a sidecar, Prometheus does not compact, and both share one volume and user', () => {
    expect(sidecar.flag('prometheus', 'storage.tsdb.min-block-duration')).toEqual(
      sidecar.flag('prometheus', 'storage.tsdb.max-block-duration'),
    )
    expect(sidecar.flag('prometheus', 'storage.tsdb.path')).toEqual(sidecar.flag('thanos-sidecar', 'tsdb.path'))
    for (const name of ['prometheus', 'thanos-sidecar'])
      expect(sidecar.container(name).volumeMounts).toContainEqual({ name: 'data', mountPath: '/prometheus' })
  })

  it('21: ingestors keep data on a volume and have time to upload the last of it', () => {
    const set = receive.one('StatefulSet', 'thanos-receive-ingestor')
    const pod = set.spec?.template.spec
    expect(pod?.terminationGracePeriodSeconds).toBe(900 + (pod?.containers[0]?.lifecycle?.preStop?.sleep?.seconds ?? 0))
    expect(set.spec?.volumeClaimTemplates).toHaveLength(1)
  })

  it('23: all hash shards of Store exist and agree on their number', () => {
    const sharded = complete('sidecar-mode', { store: { ...sidecar.spec.store, shards: 3 } })
    const files = [0, 1, 2].map((index) => sharded.yaml(`shard-${index}.yaml`))
    expect(files).toEqual(
      [0, 1, 2].map((index) => [
        { action: 'hashmod', source_labels: ['__block_id'], target_label: 'shard', modulus: 3 },
        { action: 'keep', source_labels: ['shard'], regex: String(index) },
      ]),
    )
    expect(
      sharded
        .all('StatefulSet')
        .filter(({ metadata }) => metadata.name.startsWith('thanos-store'))
        .map(({ metadata }) => metadata.name),
    ).toEqual(['thanos-store-0', 'thanos-store-1', 'thanos-store-2'])
  })

  it('24: on the way to TLS, Query asks each pod of a StoreAPI both ways, and servers change after it', () => {
    const issuer = { name: 'ca', kind: 'ClusterIssuer' } as const
    for (const mode of ['sidecar-mode', 'receive-mode'] as const) {
      const at = (step: 'readers' | 'servers' | null) => complete(mode, { grpcTls: { issuer, step } })
      const asked = (step: Parameters<typeof at>[0]) =>
        (at(step).yaml('endpoints.yaml') as { endpoints: { address: string; client_config?: unknown }[] }).endpoints
      const pods = at('readers')
        .all('StatefulSet')
        .filter(({ spec }) =>
          spec?.template.spec?.containers.some(({ ports }) => ports?.some(({ name }) => name === 'grpc')),
        )
        .flatMap(({ metadata, spec }) =>
          Array.from(
            { length: spec?.replicas ?? 1 },
            (_, index) => `${metadata.name}-${index}.${spec?.serviceName}.thanos.svc:10901`,
          ),
        )
      for (const step of ['readers', 'servers'] as const) {
        const inTheClear = asked(step).filter(({ client_config }) => client_config !== undefined)
        expect(inTheClear.map(({ address }) => address).toSorted()).toEqual(pods.toSorted())
        expect(asked(step).filter(({ client_config }) => client_config === undefined)).toEqual(asked(null))
      }
      expect(asked(null).every(({ client_config }) => client_config === undefined)).toBe(true)
      const servers = [
        'thanos-store',
        'thanos-rule',
        mode === 'sidecar-mode' ? 'thanos-sidecar' : 'thanos-receive-ingestor',
      ]
      for (const name of [...servers, 'thanos-query']) {
        expect(at('readers').flag(name, 'grpc-server-tls-cert'), name).toEqual([])
        expect(at('servers').flag(name, 'grpc-server-tls-cert'), name).toHaveLength(1)
      }
      const mounted = (step: Parameters<typeof at>[0]) =>
        at(step)
          .pods.filter(({ pod }) => pod.volumes?.some(({ name }) => name === 'grpc-tls'))
          .map(({ component }) => component)
      expect(mounted('readers')).toEqual(['thanos-query'])
      expect(mounted('servers')).toEqual(mounted(null))
    }
  })

  it('24: with TLS, every gRPC server and every client of one has the certificate', () => {
    const encrypted = complete('receive-mode', {
      grpcTls: { issuer: { name: 'ca', kind: 'ClusterIssuer' }, step: null },
    })
    for (const server of ['thanos-query', 'thanos-store', 'thanos-rule', 'thanos-receive-ingestor']) {
      expect(encrypted.flag(server, 'grpc-server-tls-cert'), server).toHaveLength(1)
      expect(encrypted.flag(server, 'grpc-server-tls-client-ca'), server).toHaveLength(1)
    }
    expect(encrypted.flag('thanos-receive-router', 'remote-write.client-server-name')).toEqual([
      'thanos-grpc.thanos.svc',
    ])
    expect(encrypted.yaml('endpoints.yaml')).toMatchObject({
      default_client_config: { server_name: 'thanos-grpc.thanos.svc' },
    })
    expect(
      complete('sidecar-mode', { grpcTls: encrypted.spec.grpcTls }).flag('thanos-sidecar', 'grpc-server-tls-key'),
    ).toHaveLength(1)
  })

  it('25: a FILESYSTEM bucket is one volume at one place, of one user', () => {
    const users = development.pods
      .filter(({ pod }) => pod.volumes?.some(({ name }) => name === 'bucket'))
      .map(({ component, pod }) => {
        expect(pod.volumes?.find(({ name }) => name === 'bucket')?.persistentVolumeClaim?.claimName).toBe(
          'thanos-bucket',
        )
        return [component, pod.securityContext?.runAsUser, pod.securityContext?.fsGroup] as const
      })
    expect(users.map(([component]) => component).toSorted()).toEqual([
      'prometheus',
      'thanos-bucket-web',
      'thanos-compact',
      'thanos-rule',
      'thanos-store',
    ])
    expect(new Set(users.map(([, user, group]) => `${user}:${group}`)).size).toBe(1)
    const mounts = ['thanos-sidecar', ...buckets].map(
      (name) => development.container(name).volumeMounts?.find(({ name }) => name === 'bucket')?.mountPath,
    )
    expect(new Set(mounts)).toEqual(
      new Set([development.spec.objectStore?.type === 'FILESYSTEM' ? development.spec.objectStore.directory : '']),
    )
  })

  it('26: the replica label is the name of the pod, in every mode', () => {
    for (const cluster of all) {
      expect(external(cluster).global.external_labels['prometheus_replica']).toBe('${POD_NAME}')
      expect(cluster.container('prometheus').env).toContainEqual({
        name: 'POD_NAME',
        valueFrom: { fieldRef: { fieldPath: 'metadata.name' } },
      })
    }
  })

  it('27: policies allow the stated connections', () => {
    const into = (cluster: Cluster, name: string) =>
      (cluster.one('NetworkPolicy', name).spec?.ingress ?? [])
        .flatMap(({ from, ports }) =>
          (from ?? []).flatMap((peer) =>
            (ports ?? []).map(({ port }) => `${peer.podSelector?.matchLabels?.['app.kubernetes.io/name']}:${port}`),
          ),
        )
        .toSorted()
    expect(into(receive, 'thanos-receive-ingestor')).toEqual([
      'prometheus:10902',
      'thanos-query:10901',
      'thanos-receive-router:10901',
    ])
    expect(into(receive, 'thanos-receive-router')).toEqual(['prometheus:10902', 'prometheus:19291'])
    expect(into(sidecar, 'prometheus')).toEqual(['prometheus:10902', 'prometheus:9090', 'thanos-query:10901'])
    expect(into(sidecar, 'alertmanager')).toEqual([
      'alertmanager:9094',
      'alertmanager:9094',
      'prometheus:8080',
      'prometheus:9093',
      'thanos-rule:9093',
    ])
  })

  it('28: jobs are called like the components', () => {
    const jobs = (cluster: Cluster) =>
      (cluster.yaml('prometheus.yaml') as { scrape_configs: { job_name: string }[] }).scrape_configs.map(
        (job) => job.job_name,
      )
    expect(jobs(receive)).toEqual(
      expect.arrayContaining([
        'thanos-query',
        'thanos-query-frontend',
        'thanos-store',
        'thanos-compact',
        'thanos-rule',
        'thanos-receive-router',
        'thanos-receive-ingestor',
      ]),
    )
    expect(jobs(sidecar)).toContain('thanos-sidecar')
  })
})
