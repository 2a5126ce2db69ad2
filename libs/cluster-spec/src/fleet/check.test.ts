import { expect, it } from 'vitest'
import { checkFleet, loadCluster, type LoadedCluster } from '../index.ts'

function cluster(path: string, text: string): LoadedCluster {
  const result = loadCluster({ path, text: `mode: dev-filesystem-objstore\n${text}` })
  if (!result.ok) throw new Error(JSON.stringify(result.diagnostics))
  return result
}

it('finds a copy of a cluster in another tree', () => {
  const text = 'name: a\n'
  const found = checkFleet([
    cluster('clusters/a/cluster.yaml', text),
    cluster('copy/a/cluster.yaml', `${text}externalLabels: { cluster: b }`),
  ])
  expect(found).toMatchObject([{ code: 'duplicate-cluster', file: 'copy/a/cluster.yaml', line: 2, column: 7 }])
})

it('takes the same labels in another order for equal, and a part of them not', () => {
  const one = cluster('clusters/a/cluster.yaml', 'name: a\nexternalLabels: { a: "1", b: "2" }')
  const same = cluster('clusters/b/cluster.yaml', 'name: b\nexternalLabels: { b: "2", a: "1" }')
  const fewer = cluster('clusters/c/cluster.yaml', 'name: c\nexternalLabels: { a: "1" }')
  expect(checkFleet([one, fewer])).toEqual([])
  expect(checkFleet([one, same, fewer]).map(({ code, file }) => [code, file])).toEqual([
    ['equal-external-labels', 'clusters/b/cluster.yaml'],
  ])
})
