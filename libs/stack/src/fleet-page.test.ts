import { describe, expect, it } from 'vitest'
import { fleetPage, type PageCluster, type PageLink } from './fleet-page.ts'

function cluster(name: string, ring: string, more: Partial<PageCluster> = {}): PageCluster {
  const storeApi = `storeapi.${name}.example.com:443`
  return { name, ring, mode: 'sidecar-mode', thanos: 'v0.42.4', externalLabels: { cluster: name }, storeApi, ...more }
}

const reads = (by: string, cluster: string): PageLink => {
  return { by, does: 'reads', cluster, address: `storeapi.${cluster}.example.com:443` }
}
const sends = (by: string, cluster: string): PageLink => {
  return { by, does: 'sends to', cluster, address: `write.${cluster}.example.com:443` }
}

describe('the page of the fleet', () => {
  const clusters = [cluster('paris', 'eu'), cluster('global', 'hub', { storeApi: null }), cluster('rome', 'eu')]
  const links = [reads('global', 'paris'), reads('global', 'rome')]
  const page = fleetPage(clusters, links)

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

  it('says who sends to whom', () => {
    const sent = fleetPage(clusters, [sends('rome', 'paris')])
    expect(sent).toContain('c_rome -->|"sends everything to (remote write)"| c_paris')
    expect(sent).toMatch(/\[rome\].*\| paris \| *\|$/m)
    expect(sent).toMatch(/\[paris\].*\| rome \|$/m)
    expect(sent).toContain('| rome | `write.paris.example.com:443` | HTTPS')
  })

  it('has no picture where no cluster reads another', () => {
    expect(fleetPage(clusters, [])).not.toContain('mermaid')
  })

  it('does not depend on the order of the clusters', () => {
    expect(fleetPage(clusters.toReversed(), links)).toBe(page)
  })

  it('draws rings in the place of their clusters where these are many', () => {
    const many = Array.from({ length: 200 }, (_, index) => cluster(`leaf-${index}`, 'eu'))
    const all = many.map(({ name }) => reads('global', name))
    const large = fleetPage([...many, cluster('global', 'hub')], all)
    expect(large).toContain('others_eu["200 clusters"]')
    expect(large.match(/-->\|/g)).toHaveLength(1)
  })
})
