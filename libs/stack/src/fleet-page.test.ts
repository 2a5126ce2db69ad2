import { describe, expect, it } from 'vitest'
import { fleetPage, type PageCluster } from './fleet-page.ts'

function cluster(name: string, ring: string, more: Partial<PageCluster> = {}): PageCluster {
  const storeApi = `storeapi.${name}.example.com:443`
  return { name, ring, mode: 'sidecar-mode', thanos: 'v0.42.4', externalLabels: { cluster: name }, storeApi, ...more }
}

describe('the page of the fleet', () => {
  const clusters = [cluster('paris', 'eu'), cluster('global', 'hub', { storeApi: null }), cluster('rome', 'eu')]
  const page = fleetPage(clusters, new Map([['global', ['paris', 'rome']]]))

  it('draws rings, clusters and who reads whom', () => {
    expect(page).toContain('subgraph ring_eu["eu"]')
    expect(page).toContain('c_paris["paris<br>sidecar-mode, v0.42.4"]')
    expect(page).toContain('c_global -->|"reads series from (StoreAPI)"| c_rome')
  })

  it('says of each cluster whom it reads and who reads it', () => {
    expect(page).toMatch(/\[global\]\(global\/README\.md\) \| hub .*\| paris, rome \|/)
    expect(page).toMatch(/\[paris\].*`storeapi\.paris\.example\.com:443`.*\| global \|/)
  })

  it('says what firewalls have to let through', () => {
    expect(page).toContain('| global | `storeapi.rome.example.com:443` |')
  })

  it('has no picture where no cluster reads another', () => {
    expect(fleetPage(clusters, new Map())).not.toContain('mermaid')
  })

  it('does not depend on the order of the clusters', () => {
    expect(fleetPage(clusters.toReversed(), new Map([['global', ['paris', 'rome']]]))).toBe(page)
  })

  it('draws rings in the place of their clusters where these are many', () => {
    const many = Array.from({ length: 200 }, (_, index) => cluster(`leaf-${index}`, 'eu'))
    const reads = new Map([['global', many.map(({ name }) => name)]])
    const large = fleetPage([...many, cluster('global', 'hub')], reads)
    expect(large).toContain('others_eu["200 clusters"]')
    expect(large.match(/-->\|/g)).toHaveLength(1)
  })
})
