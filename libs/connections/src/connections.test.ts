import { describe, expect, it } from 'vitest'
import { address, callees, srvAddress } from './addresses.ts'
import { type Component, componentNames, componentOf, podsOf, portOf } from '@thanos-fleet/catalog'
import { connectionsOf, type Facts, type Feature, isComponent } from './connections.ts'
import { mermaid } from './diagram.ts'

const features: Feature[] = [
  'remote-write', 'query-reads-sidecars', 'query-reads-ingestors',
  'remote-object-store', 'kubelet-direct', 'stateful-rule', 'stateless-rule', 'store-memcached', 'query-frontend-memcached',
  'external-database', 'remote-storeapi', 'head-series-limits', 'extra-targets', 'page:prometheus', 'page:query', 'page:queryGrpc',
  'page:grafana', 'page:alertmanager', 'page:bucketWeb', 'page:rule',
]
const everything: Facts = { present: new Set(componentNames), features: new Set(features) }
const without = (...names: string[]): Facts => ({ ...everything, present: new Set(componentNames.filter(name => !names.includes(name))) })

describe('the table of connections', () => {
  it('names a port that the called component has', () => {
    for (const { to, port } of connectionsOf(everything)) if (isComponent(to)) expect(portOf(to, port)).toBeGreaterThan(0)
  })

  it('has every component scraped, at the port that serves its metrics', () => {
    const scraped = connectionsOf(everything).filter(row => row.from === 'prometheus' && row.api === 'metrics').map(row => row.to)
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
    const only = (...features: Feature[]) => callees({ present: everything.present, features: new Set(features) }, 'thanos-query', 'StoreAPI')
    expect(only()).toEqual(['thanos-store'])
    expect(only('query-reads-sidecars')).toEqual(['thanos-sidecar', 'thanos-store'])
    expect(only('query-reads-ingestors')).toEqual(['thanos-receive-ingestor', 'thanos-store'])
    const writes = (...features: Feature[]) => callees({ present: everything.present, features: new Set(features) }, 'prometheus', 'remote write')
    expect([writes(), writes('remote-write')]).toEqual([[], ['thanos-receive-router']])
  })

  it('takes a stateless Rule for no StoreAPI', () => {
    const facts: Facts = { present: everything.present, features: new Set<Feature>(['stateless-rule']) }
    expect(callees(facts, 'thanos-query', 'StoreAPI')).not.toContain('thanos-rule')
    expect(callees(facts, 'thanos-rule', 'remote write')).toEqual(['thanos-receive-router'])
  })
})

describe('addresses', () => {
  it('follow from the Service and the port of the table', () => {
    expect(address(everything, 'thanos-query-frontend', 'thanos-query', 'Query API', 'x')).toBe('thanos-query.x.svc:10902')
    expect(srvAddress(everything, 'thanos-query', 'thanos-sidecar', 'StoreAPI', 'x')).toBe('dnssrv+_grpc._tcp.prometheus-headless.x.svc')
  })

  it('are refused for a call that nobody stated', () => {
    expect(() => address(everything, 'grafana', 'thanos-store', 'StoreAPI', 'x')).toThrow('no connection is stated by which grafana calls the StoreAPI of thanos-store')
  })
})

describe('components', () => {
  it('have port names that Kubernetes accepts, each once in a pod', () => {
    for (const pod of componentNames.filter(name => podsOf(name).includes(name))) {
      const parts = componentNames.filter(name => podsOf(name).includes(pod)).map((name): Component => componentOf(name))
      const names = parts.flatMap(part => Object.keys(part.ports))
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
