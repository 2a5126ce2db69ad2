import { describe, expect, it } from 'vitest'
import { checkFleet, type FleetMember, loadCluster, locateIn, type Path, placesOf } from '../index.ts'

const shardsOf = (...shards: string[]) => `compact:\n  shards:\n${shards.map((shard) => `    - ${shard}\n`).join('')}`

const shardings: Record<string, string> = {
  none: '',
  'one of a and b': shardsOf('{ name: own, label: cluster, values: [a, b] }'),
  'two, the second of b and a': shardsOf(
    '{ name: one, label: cluster, values: [c] }',
    '{ name: two, label: cluster, values: [b, a] }',
  ),
  'one for the rest': shardsOf('{ name: own, label: cluster, values: [a] }', '{ name: rest, label: cluster }'),
  'another label': shardsOf('{ name: own, label: region, values: [eu] }'),
}
function cluster(name: string, compact = ''): FleetMember {
  const text =
    `mode: sidecar-mode\nname: ${name}\nexternalLabels: { cluster: a, region: eu }\n` +
    `objectStore: { type: S3, bucket: b, endpoint: s3.example.com, credentials: { secret: s } }\n${compact}`
  const loaded = loadCluster({ path: `clusters/${name}/cluster.yaml`, text })
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics))
  return loaded
}

/** The cluster as it comes from another thread. */
function kept(member: FleetMember): FleetMember {
  return { path: member.path, spec: member.spec, locate: locateIn(structuredClone(placesOf(member))) }
}

const entries = Object.entries(shardings)
const pairs = entries.flatMap(([one, mine]) => entries.map(([other, theirs]) => ({ one, other, mine, theirs })))

describe('the kept positions', () => {
  it.each(pairs)('of clusters with shards: $one; and: $other; are those of the files', ({ mine, theirs }) => {
    const asked: [FleetMember, Path][] = []
    const fleet = [cluster('a', mine), cluster('b', theirs)]
    const found = checkFleet(
      fleet.map((member) => ({ ...member, locate: (path) => (asked.push([member, path]), member.locate(path)) })),
    )
    expect(found.map(({ code }) => code)).toContain('equal-external-labels')
    expect(checkFleet(fleet.map(kept))).toEqual(found)
    for (const [member, path] of asked) expect(Object.keys(placesOf(member))).toContain(path.join('/'))
  })

  it('are few for a cluster that has no shards', () => {
    expect(Object.keys(placesOf(cluster('a')))).toEqual(['name', 'externalLabels', 'objectStore', 'gitops/destination'])
  })

  it('lead to the nearest one above for what was not kept', () => {
    const { locate } = kept(cluster('a'))
    expect(locate(['externalLabels', 'region'])).toEqual({ line: 3, column: 1 })
    expect(locate(['mode'])).toEqual({ line: 1, column: 1 })
  })
})
