import { describe, expect, it } from 'vitest'
import { checkFleet, loadCluster, type LoadedCluster } from '../index.ts'
import type { Path } from '../yaml/position.ts'
import { meetings } from './compactors.ts'

type Shards = Record<string, string[]> | null

interface Site {
  prefix: string
  shards: Shards
  endpoint?: string
}

function cluster(name: string, { prefix, shards, endpoint = 's3.example.com' }: Site): LoadedCluster {
  const path = `clusters/${name}/cluster.yaml`
  const list = Object.entries(shards ?? {}).map(([label, values]) => ({ name: 'own', label, values }))
  const text = JSON.stringify({
    name,
    mode: 'sidecar-mode',
    externalLabels: { cluster: name },
    objectStore: { type: 'S3', bucket: 'blocks', endpoint, prefix: '', credentials: { secret: 'bucket-keys' } },
  })
  const result = loadCluster({ path, text })
  if (!result.ok) throw new Error(JSON.stringify(result.diagnostics))
  const { spec } = result
  if (spec.objectStore?.type !== 'S3') throw new Error(spec.objectStore?.type)
  // Set afterwards: that shards fit the blocks of their own cluster is another check.
  const compact = { ...spec.compact, shards: shards === null ? null : list }
  return { ...result, spec: { ...spec, objectStore: { ...spec.objectStore, prefix }, compact } }
}

const prefixes = ['', 'a', 'a/b', 'a/b/c', 'a/c', 'ab', 'b']
const shardings: Shards[] = [
  null,
  { cluster: ['x'] },
  { cluster: ['y', 'z'] },
  { cluster: ['x', 'z'] },
  { region: ['x'] },
]
const sites = prefixes.flatMap((prefix) => shardings.map((shards) => ({ prefix, shards })))

/** What the index must find, by its definition and pair by pair. */
function mayMeet(one: Site, other: Site): boolean {
  const inside = (inner: string, outer: string) => outer === '' || `${inner}/`.startsWith(`${outer}/`)
  if (!inside(one.prefix, other.prefix) && !inside(other.prefix, one.prefix)) return false
  if (one.shards === null || other.shards === null) return true
  const { shards } = other
  return Object.entries(one.shards).every(
    ([label, values]) => shards[label] === undefined || values.some((value) => shards[label]?.includes(value)),
  )
}

function pairs(clusters: readonly LoadedCluster[]): string[] {
  return meetings(clusters).map(({ earlier, later }) => `${earlier.cluster.spec.name} ${later.cluster.spec.name}`)
}

describe('two clusters', () => {
  const all = sites.map((site, index) => ({ site, loaded: cluster(`c${index}`, site) }))

  it.each(all.map(({ site, loaded }) => ({ ...site, site, loaded })))(
    'meet exactly if their folders and blocks do: prefix "$prefix", shards $shards',
    ({ site, loaded }) => {
      for (const other of all) {
        const here = { ...loaded, spec: { ...loaded.spec, name: 'here' } }
        expect(pairs([other.loaded, here]).length, JSON.stringify([site, other.site])).toBe(
          mayMeet(site, other.site) ? 1 : 0,
        )
      }
    },
  )
})

describe('a fleet', () => {
  it('is looked at pair by pair, also where the first cluster meets none of the others', () => {
    const fleet = [
      cluster('a', { prefix: '', shards: { cluster: ['a'] } }),
      cluster('b', { prefix: '', shards: { cluster: ['b'] } }),
      cluster('c', { prefix: 'c', shards: { cluster: ['c', 'b'] } }),
      cluster('d', { prefix: '', shards: { cluster: ['d'] }, endpoint: 's3.example.org' }),
    ]
    expect(pairs(fleet)).toEqual(['b c'])
  })

  it('names three pairs of a cluster and says that there are more', () => {
    const fleet = ['a', 'b', 'c', 'd', 'e'].map((name) => cluster(name, { prefix: '', shards: null }))
    expect(pairs(fleet)).toEqual(['a b', 'a c', 'b c', 'a d', 'b d', 'c d', 'a e', 'b e', 'c e'])
    const twice = checkFleet(fleet).filter(({ code }) => code === 'bucket-compacted-twice')
    expect(twice.filter(({ message }) => message.includes('further clusters')).map(({ file }) => file)).toEqual([
      'clusters/e/cluster.yaml',
    ])
  })

  it('asks for the place of a setting once, however many clusters meet there', () => {
    const asked: string[] = []
    const fleet = ['a', 'b', 'c', 'd', 'e'].map((name) => {
      const loaded = cluster(name, { prefix: '', shards: null })
      return { ...loaded, locate: (path: Path) => (asked.push(`${name} ${path.join('.')}`), loaded.locate(path)) }
    })
    checkFleet(fleet)
    expect(asked.toSorted()).toEqual(['a', 'b', 'c', 'd', 'e'].map((name) => `${name} objectStore`))
  })
})
