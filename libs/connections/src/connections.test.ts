import { describe, expect, it } from 'vitest'
import { address, callees, srvAddress } from './addresses.ts'
import { type Component, componentNames, componentOf, podsOf, portOf } from '@thanos-fleet/catalog'
import { completeDefaults, modeDefaults } from '@thanos-fleet/cluster-spec'
import { connectionsOf, isComponent } from './connections.ts'
import { mermaid } from './diagram.ts'
import { allowedFacts, type Facts, factsOf } from './facts.ts'
import { everySetting, everything } from './testing.ts'

const without = (...names: string[]): Facts => ({
  ...everything,
  present: new Set(componentNames.filter((name) => !names.includes(name))),
})

describe('the table of connections', () => {
  it('names a port that the called component has', () => {
    for (const { to, port } of connectionsOf(everything))
      if (isComponent(to)) expect(portOf(to, port)).toBeGreaterThan(0)
  })

  it('has every component scraped, at the port that serves its metrics', () => {
    const scraped = connectionsOf(everything)
      .filter((row) => row.from === 'prometheus' && row.api === 'metrics')
      .map((row) => row.to)
    expect(scraped).toEqual(expect.arrayContaining(componentNames))
  })

  it('holds only between parts that are there', () => {
    for (const { from, to } of connectionsOf(without('thanos-rule', 'thanos-sidecar'))) {
      expect([from, to]).not.toContain('thanos-rule')
      expect([from, to]).not.toContain('thanos-sidecar')
    }
  })

  it('never lets Query read a router, which stores nothing', () => {
    expect(callees(everything, 'thanos-query', 'StoreAPI')).not.toContain('thanos-receive-router')
  })

  it('says of Query what it reads and of Prometheus whether it writes, whatever is deployed', () => {
    const nothing = { ...everything.ways, readSidecars: false, readIngestors: false, remoteWrite: false }
    const only = (ways: Partial<Facts['ways']>): Facts => ({ ...everything, ways: { ...nothing, ...ways } })
    const read = (ways: Partial<Facts['ways']>) => callees(only(ways), 'thanos-query', 'StoreAPI')
    expect(read({})).toEqual(['thanos-store', 'thanos-rule'])
    expect(read({ readSidecars: true })).toEqual(['thanos-sidecar', 'thanos-store', 'thanos-rule'])
    expect(read({ readIngestors: true })).toEqual(['thanos-receive-ingestor', 'thanos-store', 'thanos-rule'])
    const written = (ways: Partial<Facts['ways']>) => callees(only(ways), 'prometheus', 'remote write')
    expect([written({}), written({ remoteWrite: true })]).toEqual([[], ['thanos-receive-router']])
  })

  it('takes a stateless Rule for no StoreAPI', () => {
    const { rule } = completeDefaults('receive-mode', 'x')
    const facts: Facts = { ...everything, spec: { ...everySetting, rule: { ...rule, kind: 'stateless' } } }
    expect(callees(facts, 'thanos-query', 'StoreAPI')).not.toContain('thanos-rule')
    expect(callees(facts, 'thanos-rule', 'remote write')).toEqual(['thanos-receive-router'])
  })

  it('lets all who work on the bucket, and nobody else, get credentials by their identity', () => {
    const credentials = { workloadIdentity: { annotations: {}, podLabels: {} } }
    const spec = {
      ...everySetting,
      objectStore: { type: 'GCS', bucket: 'b', prefix: '', ca: null, credentials },
    } as const
    const callersOf = (facts: Facts, party: string) =>
      connectionsOf(facts)
        .filter(({ to }) => to === party)
        .map(({ from }) => from)
    const withIdentity: Facts = { ...everything, spec }
    expect(callersOf(withIdentity, 'identity-provider')).toEqual(callersOf(withIdentity, 'object-store'))
    expect(callersOf(withIdentity, 'identity-provider').length).toBeGreaterThan(4)
    expect(callersOf(everything, 'identity-provider')).toEqual([])
    // Those of buckets that are only read are Store's alone, whatever the own bucket has.
    expect(callersOf(everything, 'additional-identity-providers')).toEqual(['thanos-store'])
    expect(callersOf(everything, 'additional-buckets')).toEqual(['thanos-store'])
  })

  it('has no gossip of a single Alertmanager, which does not cluster', () => {
    const { alertmanager } = completeDefaults('sidecar-mode', 'x')
    const gossips = (replicas: number) =>
      connectionsOf({ ...everything, spec: { ...everySetting, alertmanager: { ...alertmanager, replicas } } }).filter(
        ({ api }) => api === 'gossip',
      ).length
    expect([gossips(1), gossips(2)]).toEqual([0, 2])
  })

  it('holds only under the conditions of its rows', () => {
    const plain = connectionsOf(factsOf(modeDefaults('dev-filesystem-objstore', 'x')))
    expect(plain.filter(({ api }) => ['cache', 'SQL', 'blocks', 'web page', 'remote write'].includes(api))).toEqual([])
    const all = new Set(connectionsOf(everything).map(({ api }) => api))
    for (const api of ['cache', 'SQL', 'blocks', 'web page', 'remote write'] as const) expect(all).toContain(api)
  })
})

describe('facts', () => {
  it('give each mode its own way of fresh data', () => {
    const has = (mode: Parameters<typeof modeDefaults>[0]) =>
      (['thanos-sidecar', 'thanos-receive-router'] as const).map((name) =>
        factsOf(modeDefaults(mode, 'x')).present.has(name),
      )
    expect(has('sidecar-mode')).toEqual([true, false])
    expect(has('receive-mode')).toEqual([false, true])
  })

  it('have memcached exactly where a cache is kept in it', () => {
    const spec = completeDefaults('sidecar-mode', 'x')
    expect(factsOf(spec).present).not.toContain('memcached')
    expect(factsOf({ ...spec, store: { ...spec.store, bucketCache: { type: 'memcached' } } }).present).toContain(
      'memcached',
    )
  })

  it('allow both ways of data while a cluster moves, and only then', () => {
    const spec = modeDefaults('sidecar-mode', 'x')
    expect(allowedFacts(spec, factsOf(spec))).toBe(factsOf(spec))
    const moving = { ...spec, migration: { to: 'receive-mode', step: 'receivers' } } as const
    const allowed = allowedFacts(moving, factsOf(moving))
    expect(callees(allowed, 'thanos-query', 'StoreAPI')).toContain('thanos-receive-ingestor')
    expect(callees(factsOf(moving), 'thanos-query', 'StoreAPI')).not.toContain('thanos-receive-ingestor')
  })
})

describe('addresses', () => {
  it('follow from the Service and the port of the table', () => {
    expect(address(everything, 'thanos-query-frontend', 'thanos-query', 'Query API', 'x')).toBe(
      'thanos-query.x.svc:10902',
    )
    expect(srvAddress(everything, 'thanos-query', 'thanos-sidecar', 'StoreAPI', 'x')).toBe(
      'dnssrv+_grpc._tcp.prometheus-headless.x.svc',
    )
  })

  it('are refused for a call that nobody stated', () => {
    expect(() => address(everything, 'grafana', 'thanos-store', 'StoreAPI', 'x')).toThrow(
      'no connection is stated by which grafana calls the StoreAPI of thanos-store',
    )
  })
})

describe('components', () => {
  it('have port names that Kubernetes accepts, each once in a pod', () => {
    for (const pod of componentNames.filter((name) => podsOf(name).includes(name))) {
      const parts = componentNames
        .filter((name) => podsOf(name).includes(pod))
        .map((name): Component => componentOf(name))
      const names = parts.flatMap((part) => Object.keys(part.ports))
      expect(new Set(names).size, pod).toBe(names.length)
      // Source: IANA service names, RFC 6335: at most 15 characters.
      for (const name of names) expect(name).toMatch(/^[a-z0-9-]{1,15}$/)
    }
  })
})

describe('the picture', () => {
  it('shows every connection but scrapes', () => {
    const picture = mermaid(everything)
    expect(picture.split('\n')[0]).toBe('flowchart LR')
    expect(picture).toContain('thanos-receive-router -->|"forwards series to (remote write)"| thanos-receive-ingestor')
    expect(picture).not.toContain('scrapes')
  })
})
