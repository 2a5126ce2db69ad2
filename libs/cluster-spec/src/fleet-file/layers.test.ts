import { describe, expect, it, test } from 'vitest'
import { type ClusterSpec, explainFleet, loadCluster, loadFleet, modeDefaults, productFleet } from '../index.ts'

const bucket = 'objectStore: { type: S3, bucket: b, endpoint: s3.example.com, credentials: { secret: s } }'

function load(fleetYaml: string, clusterYaml: string) {
  const { fleet, diagnostics } = loadFleet(fleetYaml)
  if (fleet === undefined) throw new Error(JSON.stringify(diagnostics))
  const loaded = loadCluster({ path: 'clusters/x/cluster.yaml', text: `name: x\n${clusterYaml}` }, undefined, fleet)
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics))
  return loaded
}

function specOf(defaults: string, clusterYaml: string): ClusterSpec {
  return load(`defaults:\n  all: ${defaults}\n`, clusterYaml).spec
}

test('without a fleet.yaml a cluster is as without the parameter', () => {
  const file = { path: 'clusters/x/cluster.yaml', text: `name: x\nmode: sidecar-mode\n${bucket}\n` }
  const [with_, without] = [loadCluster(file, undefined, loadFleet('# nothing\n').fleet), loadCluster(file)]
  expect(with_.ok && with_.spec).toEqual(without.ok && without.spec)
})

describe('precedence', () => {
  const layers = {
    product: '',
    all: 'defaults: { all: { query: { replicas: 11 } } }',
    modes: 'defaults: { all: { query: { replicas: 11 } }, modes: { sidecar-mode: { query: { replicas: 12 } } } }',
    rings:
      'defaults: { all: { query: { replicas: 11 } }, modes: { sidecar-mode: { query: { replicas: 12 } } }, rings: { production: { query: { replicas: 13 } } } }',
  }

  it.each([
    ['product', layers.product, '', 3, 'default'],
    ['fleet', layers.all, '', 11, 'fleet.yaml:1'],
    ['mode', layers.modes, '', 12, 'fleet.yaml:1'],
    ['ring', layers.rings, '', 13, 'fleet.yaml:1'],
    ['cluster', layers.rings, 'query: { replicas: 14 }', 14, 'cluster.yaml:4'],
    [
      'another mode and ring',
      layers.rings.replace('sidecar-mode', 'receive-mode').replace('production', 'canary'),
      '',
      11,
      'fleet.yaml:1',
    ],
  ])('%s', (_, fleetYaml, more, replicas, from) => {
    const loaded = load(fleetYaml === '' ? '# nothing' : fleetYaml, `mode: sidecar-mode\n${bucket}\n${more}`)
    expect(loaded.spec.query.replicas).toBe(replicas)
    const said = loaded.provenance().find(({ path }) => path === 'query.replicas')?.from
    expect(said?.replace(' of dev-filesystem-objstore', '').replace(/^default.*/, 'default')).toBe(from)
  })
})

test('a ring that is itself a default has its defaults', () => {
  const fleetYaml =
    'defaults:\n  modes: { sidecar-mode: { ring: canary } }\n  rings: { canary: { query: { replicas: 5 } } }\n'
  const { spec } = load(fleetYaml, `mode: sidecar-mode\n${bucket}`)
  expect([spec.ring, spec.query.replicas]).toEqual(['canary', 5])
})

test('the channel of a ring is below what a cluster says', () => {
  const fleetYaml =
    'rings: [{ name: production, channel: early }]\nversions: { channels: { early: { thanos: { tag: v9 } } } }\n'
  const versionsOf = (more: string) => load(fleetYaml, `mode: sidecar-mode\n${bucket}\n${more}`).spec
  expect(versionsOf('')).toMatchObject({ channel: 'early', images: { versions: { thanos: { tag: 'v9' } } } })
  expect(versionsOf('channel: stable').images.versions).toEqual({})
})

describe('what a cluster says replaces', () => {
  const s3 =
    '{ objectStore: { type: S3, bucket: b, endpoint: s3.example.com, region: eu, credentials: { secret: s } } }'

  it('a bucket of another type as a whole', () => {
    const { objectStore } = specOf(
      s3,
      'mode: sidecar-mode\nobjectStore: { type: GCS, bucket: g, credentials: { secret: t } }',
    )
    expect(objectStore).toEqual({
      type: 'GCS',
      bucket: 'g',
      prefix: '',
      ca: null,
      credentials: { secret: { name: 't' } },
    })
  })

  it('of a bucket without a type, what the type does not have', () => {
    const { objectStore } = specOf(
      '{ objectStore: { endpoint: e.example.com, credentials: { secret: s } } }',
      'mode: sidecar-mode\nobjectStore: { type: GCS, bucket: g }',
    )
    expect(objectStore).toEqual({
      type: 'GCS',
      bucket: 'g',
      prefix: '',
      ca: null,
      credentials: { secret: { name: 's' } },
    })
  })

  it('one setting of a bucket of the same type, and credentials of another kind as a whole', () => {
    const { objectStore } = specOf(
      s3,
      'mode: sidecar-mode\nobjectStore: { bucket: c, credentials: { workloadIdentity: {} } }',
    )
    expect(objectStore).toMatchObject({
      type: 'S3',
      bucket: 'c',
      region: 'eu',
      credentials: { workloadIdentity: { annotations: {} } },
    })
    expect(JSON.stringify(objectStore)).not.toContain('secret')
  })

  it('a cache of another type, in both directions', () => {
    const memcached = '{ store: { indexCache: { type: memcached } } }'
    const inMemory = '{ store: { indexCache: { type: in-memory, maxSize: 1Gi } } }'
    const cacheOf = (all: string, own: string) =>
      specOf(all, `mode: sidecar-mode\n${bucket}\n${own.slice(2, -2)}`).store.indexCache
    expect(cacheOf(memcached, inMemory)).toEqual({ type: 'in-memory', maxSize: '1Gi' })
    expect(cacheOf(inMemory, memcached)).toEqual({ type: 'memcached' })
  })

  it('lists, and components that are switched', () => {
    const cluster = `mode: sidecar-mode\n${bucket}\n`
    const all = '{ rule: { replicas: 3 }, networkPolicy: { apiServer: { ports: [443, 6443] } } }'
    expect(specOf(all, cluster).rule?.replicas).toBe(3)
    expect(specOf(all, `${cluster}rule: {}`).rule?.replicas).toBe(3)
    expect(specOf(all, `${cluster}rule: false`).rule).toBeNull()
    expect(specOf(all, `${cluster}rule: null`).rule).toBeNull()
    expect(specOf(all, `${cluster}rule: true`).rule?.replicas).toBe(2)
    expect(
      specOf(all, `${cluster}networkPolicy: { apiServer: { ports: [8443] } }`).networkPolicy.apiServer.ports,
    ).toEqual([8443])
    expect(specOf('{ grafana: false }', `${cluster}grafana: { volumeSize: 3Gi }`).grafana?.volumeSize).toBe('3Gi')
  })

  it('a class of volumes by volumes on nodes, and the other way round', () => {
    const local = 'storage: { local: { nodes: [a, b, c] } }'
    const cluster = `mode: sidecar-mode\n${bucket}\n`
    expect(specOf('{ storage: { class: fast } }', `${cluster}${local}`).storage).toMatchObject({ class: null })
    expect(specOf(`{ ${local} }`, `${cluster}storage: { class: fast }`).storage).toMatchObject({
      class: 'fast',
      local: null,
    })
  })

  it('one part of a quantity that was said alone', () => {
    const { memory, cpu } = specOf(
      '{ prometheus: { resources: { memory: 6Gi, cpu: 2 } } }',
      `mode: sidecar-mode\n${bucket}\nprometheus: { resources: { memory: { limit: 8Gi }, cpu: { limit: 3 } } }`,
    ).prometheus.resources
    expect([memory, cpu]).toEqual([
      { request: '6Gi', limit: '8Gi' },
      { request: '2', limit: '3' },
    ])
  })
})

test('labels of the fleet are added to the one that a cluster has by itself', () => {
  const labelsOf = (own: string) =>
    specOf('{ externalLabels: { env: live } }', `mode: sidecar-mode\n${bucket}\n${own}`).externalLabels
  expect(labelsOf('')).toEqual({ cluster: 'x', env: 'live' })
  expect(labelsOf('externalLabels: { cluster: y, env: test }')).toEqual({ cluster: 'y', env: 'test' })
})

test('a default of a name that objects have by nature is no default', () => {
  const { spec } = load(
    'defaults: { rings: { constructor: { query: { replicas: 9 } } } }',
    `mode: sidecar-mode\n${bucket}`,
  )
  expect(spec.query.replicas).toBe(modeDefaults('sidecar-mode', 'x').query.replicas)
})

test("versions of a channel are over those of stable, ours and the fleet's", () => {
  const channels =
    'versions: { channels: { stable: { thanos: { tag: v8 }, grafana: { tag: "8" } }, early: { thanos: { tag: v9 } } } }'
  const versionsOf = (channel: string) =>
    load(channels, `mode: sidecar-mode\n${bucket}\nchannel: ${channel}`).spec.images.versions
  expect(versionsOf('stable')).toEqual({ thanos: { tag: 'v8' }, grafana: { tag: '8' } })
  expect(versionsOf('early')).toEqual({ thanos: { tag: 'v9' }, grafana: { tag: '8' } })
  expect(versionsOf('next')).toEqual({ thanos: { tag: 'v8' }, grafana: { tag: '8' } })
})

test('the fleet is explained as clusters are, with what follows from a setting at its line', () => {
  const { fleet = productFleet } = loadFleet(
    'repository:\n  url: git@github.com:a/b.git\n  secretRef: key\ndefaults:\n  all: { query: { replicas: 2 } }\n',
  )
  const from = (path: string) => explainFleet(fleet).find((one) => one.path === path)
  expect(from('repository.fluxUrl')).toMatchObject({ value: 'ssh://git@github.com/a/b.git', from: 'fleet.yaml:2' })
  expect(from('repository.web')).toMatchObject({ from: 'fleet.yaml:2' })
  expect(from('repository.revision')).toMatchObject({ value: 'main', from: 'default' })
  expect(from('defaults.all.query.replicas')).toMatchObject({ value: 2, from: 'fleet.yaml:5' })
  expect(explainFleet(productFleet).every((one) => one.from === 'default')).toBe(true)
})
