import { type Hashring, loadCluster, type Mode, modes } from '@thanos-fleet/cluster-spec'
import { type Duration, seconds } from '@thanos-fleet/kubernetes'
import { expect, it } from 'vitest'
import { Cluster, complete } from './testing/inspect.ts'
import { codes, load } from './testing/load-lines.ts'

/** Rules of docs/wiring-rules.md that cluster.yaml itself could break: what is taken, and what is refused. */
it('19: raw blocks live until 5-minute blocks are made of them, and those until 1-hour blocks are', () => {
  for (const mode of modes) {
    const kept = (flag: string) =>
      seconds(complete(mode).flag('thanos-compact', `retention.resolution-${flag}`)[0] as Duration)
    expect(kept('raw')).toBeGreaterThanOrEqual(seconds('40h'))
    expect(kept('5m')).toBeGreaterThanOrEqual(Math.max(seconds('10d'), kept('raw')))
    expect(kept('1h')).toBeGreaterThanOrEqual(kept('5m'))
  }
  expect(codes('compact: { retention: { raw: 39h } }')).toEqual(['retention-destroys-downsampling'])
  expect(codes('compact: { retention: { raw: 40h, fiveMinutes: 9d } }')).toEqual(['retention-destroys-downsampling'])
  expect(codes('compact: { retention: { oneHour: 100d } }')).toEqual(['retention-order'])
  expect(codes('compact: { retention: { raw: 0d, fiveMinutes: 0d, oneHour: 0d } }')).toEqual([])
})

it('22: Store serves every time that producers have dropped already', () => {
  const partitions = (newest: string) =>
    `store: { timePartitions: [{ name: old, maxTime: -2w }, { name: new, minTime: -2w${newest} }] }`
  const taken = load(partitions(', maxTime: -11h'))
  expect(taken).toMatchObject({ ok: true })
  if (!taken.ok) return
  const stores = new Cluster(taken.spec).pods
    .filter(({ component }) => component === 'thanos-store')
    .map(({ workload, pod }) => [
      workload.metadata.name,
      ...(pod.containers[0]?.args ?? []).filter((arg) => /^--(min|max)-time/.test(arg)),
    ])
  expect(stores).toEqual([
    ['thanos-store-old', '--max-time=-2w'],
    ['thanos-store-new', '--min-time=-2w', '--max-time=-11h'],
  ])
  expect(codes(partitions(', maxTime: -12h'))).toEqual(['time-partition-gap'])
  expect(codes(partitions(', maxTime: -1w').replace('minTime: -2w', 'minTime: -1w'))).toContain('time-partition-gap')
})

/** The seconds for which the pods of a component go on serving, one for each of its workloads. */
function leaving(cluster: Cluster, component: string): (number | undefined)[] {
  return cluster.pods
    .filter((pod) => pod.component === component)
    .map(({ pod }) => pod.containers[0]?.lifecycle?.preStop?.sleep?.seconds)
}

const combinations = [[], ['a'], ['a', 'b'], ['a', 'b', 'c']].flatMap((zones) =>
  [1, 2, 3].flatMap((replicas) => [0, 1, 2].map((further) => ({ zones, replicas, further }))),
)

it.each(combinations)(
  '29: ingestors serve on when they leave, if the component has another: $further more hashrings, zones $zones, replicas $replicas',
  ({ zones, replicas, further }) => {
    const ring = (name: string, tenants: string[]): Hashring => ({ name, tenants, replicas, zones })
    const hashrings = [
      ...Array.from({ length: further }, (_, index) => ring(`ring-${index}`, [`team-${index}`])),
      ring('default', []),
    ]
    const cluster = complete('receive-mode', {
      receive: { ...complete('receive-mode').spec.receive, replicationFactor: 1, hashrings },
    })
    const workloads = (further + 1) * Math.max(1, zones.length)
    const expected = workloads * replicas > 1 ? 45 : undefined
    expect(leaving(cluster, 'thanos-receive-ingestor')).toEqual(Array.from({ length: workloads }, () => expected))
  },
)

it.each([
  [1, 1, 1],
  [1, 2, 1],
  [1, 1, 2],
  [2, 1, 1],
  [1, 3, 2],
  [2, 2, 2],
])(
  '29: Store serves on when it leaves, if the component has another: %i replicas of %i shards in %i partitions',
  (replicas, shards, partitions) => {
    const { store } = complete('sidecar-mode').spec
    const timePartitions =
      partitions === 1
        ? null
        : [
            { name: 'old', minTime: null, maxTime: '-2w' as const },
            { name: 'new', minTime: '-2w' as const, maxTime: null },
          ]
    const cluster = complete('sidecar-mode', { store: { ...store, replicas, shards, timePartitions } })
    expect(leaving(cluster, 'thanos-store')).toEqual(
      Array.from({ length: shards * partitions }, () => (replicas * shards * partitions > 1 ? 45 : undefined)),
    )
  },
)

it('29: a component that an autoscaler may give a second pod serves on when one leaves', () => {
  const { query } = complete('sidecar-mode').spec
  const scaled = (maxReplicas: number) =>
    complete('sidecar-mode', {
      query: { ...query, replicas: 1, autoscaling: { minReplicas: 1, maxReplicas, cpuPercent: 70 } },
    })
  expect([leaving(scaled(1), 'thanos-query'), leaving(scaled(4), 'thanos-query')]).toEqual([[undefined], [10]])
})

it('29: an eviction counts all pods of a component, in whichever workload they are', () => {
  const hashrings = [{ name: 'default', tenants: [], replicas: 1, zones: ['a', 'b', 'c'] }]
  const cluster = complete('receive-mode', {
    receive: { ...complete('receive-mode').spec.receive, hashrings },
    store: { ...complete('receive-mode').spec.store, shards: 3 },
  })
  for (const { component, workload } of cluster.pods.filter(({ workload }) => workload.kind === 'StatefulSet')) {
    const budgets = cluster.all('PodDisruptionBudget').filter(({ metadata }) => metadata.name === component)
    expect(
      budgets.map(({ spec }) => spec?.selector?.matchLabels),
      workload.metadata.name,
    ).toEqual([{ 'app.kubernetes.io/name': component }])
  }
})

interface Relabelling {
  action: string
  source_labels: string[]
  regex: string
}

/** The compactors that take a block with these labels, by what their relabelling keeps of it. */
function compactorsOf(cluster: Cluster, labels: Record<string, string>): string[] {
  return cluster.pods
    .filter(({ component }) => component === 'thanos-compact')
    .flatMap(({ workload, pod }) => {
      const file = /^--selector\.relabel-config-file=.*\/(.*)$/m.exec((pod.containers[0]?.args ?? []).join('\n'))?.[1]
      const rules = file === undefined ? [] : (cluster.yaml(file) as Relabelling[])
      const kept = rules.every(
        ({ action, source_labels, regex }) =>
          new RegExp(`^(?:${regex})$`).test(source_labels.map((label) => labels[label] ?? '').join(';')) ===
          (action === 'keep'),
      )
      return kept ? [workload.metadata.name] : []
    })
}

const shardings = [
  '',
  '[{ name: rest, label: tenant_id }]',
  '[{ name: a, label: tenant_id, values: [shop] }, { name: rest, label: tenant_id }]',
  '[{ name: rest, label: tenant_id }, { name: a, label: tenant_id, values: [a.b, "x|y"] }, { name: b, label: tenant_id, values: ["(", "[a]", "a+", \'\\d\', "^$", "{1}", "*"] }]',
  '[{ name: a, label: cluster, values: [x] }, { name: rest, label: cluster }]',
]

it.each(shardings.flatMap((shards) => [true, false].flatMap((rule) => modes.map((mode) => ({ shards, rule, mode })))))(
  '17: every block has exactly one compactor: $mode, rule $rule, shards $shards',
  ({ shards, rule, mode }) => {
    const settings = [...(shards === '' ? [] : [`compact: { shards: ${shards} }`]), ...(rule ? ['rule: {}'] : [])].join(
      '\n',
    )
    const loaded =
      mode === 'dev-filesystem-objstore'
        ? loadCluster({ path: 'clusters/x/cluster.yaml', text: `name: x\nmode: ${mode}\n${settings}\n` })
        : load(settings, mode)
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics))
    const cluster = new Cluster(loaded.spec)
    const tenants = [
      'default-tenant',
      'shop',
      'a.b',
      'aXb',
      'x|y',
      'x',
      'y',
      '(',
      '[a]',
      'a',
      'a+',
      'aa',
      '\\d',
      '1',
      '^$',
      '{1}',
      '*',
      'later',
    ]
    const blocks = [
      ...tenants.map((tenant) => ({ receive_cluster: 'x', tenant_id: tenant })),
      // Today's, and those of before the labels of Rule had names of their own.
      { rule_cluster: 'x', rule_replica: 'thanos-rule-0' },
      { cluster: 'x', rule_replica: 'thanos-rule-0' },
      { cluster: 'x', prometheus_replica: 'prometheus-0' },
      {},
    ]
    for (const block of blocks) expect(compactorsOf(cluster, block), JSON.stringify(block)).toHaveLength(1)
  },
)

it('17: a shard takes the values that it names, letter by letter', () => {
  const loaded = load(`compact: { shards: ${shardings[3]} }`)
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics))
  const of = (tenant: string) => compactorsOf(new Cluster(loaded.spec), { tenant_id: tenant })
  expect(['a.b', 'x|y', '(', '\\d'].map(of)).toEqual([
    ['thanos-compact-a'],
    ['thanos-compact-a'],
    ['thanos-compact-b'],
    ['thanos-compact-b'],
  ])
  expect(['aXb', 'x', '1', ''].map(of)).toEqual(Array.from({ length: 4 }, () => ['thanos-compact-rest']))
})

it('17: shards that leave blocks without a compactor are refused', () => {
  const shards = (text: string, mode: Mode = 'receive-mode', more = '') => {
    const loaded = load(`compact: { shards: ${text} }\n${more}`, mode)
    return loaded.ok ? [] : [...new Set(loaded.diagnostics.map(({ code }) => code))]
  }
  const tenants = 'rule: { kind: stateless }\nreceive: { hashrings: [{ name: all, tenants: [default-tenant, a, b] }] }'
  expect(shards('[{ name: a, label: tenant_id, values: [default-tenant, a] }]', 'receive-mode', tenants)).toEqual([
    'compact-shards-incomplete',
  ])
  // Also if all are named: blocks of former tenants are in the bucket until they are too old.
  expect(shards('[{ name: a, label: tenant_id, values: [default-tenant, a, b] }]', 'receive-mode', tenants)).toEqual([
    'compact-shards-incomplete',
  ])
  expect(shards('[{ name: a, label: receive_cluster, values: [x] }]')).toEqual(['compact-shards-incomplete'])
  expect(
    shards('[{ name: a, label: receive_cluster, values: [x] }]', 'receive-mode', 'rule: { kind: stateless }'),
  ).toEqual([])
  expect(shards('[{ name: a, label: cluster, values: [x] }]', 'sidecar-mode')).toEqual([])
  expect(
    shards(
      '[{ name: a, label: cluster, values: [x] }]',
      'sidecar-mode',
      'migration: { to: receive-mode, step: receivers }',
    ),
  ).toEqual(['compact-shards-incomplete'])
  expect(
    shards('[{ name: a, label: cluster, values: [x] }]', 'sidecar-mode', 'query: { deduplicateTenants: true }'),
  ).toEqual(['compact-shards-incomplete'])
})
