import { loadCluster, modes } from '@thanos-fleet/cluster-spec'
import { exampleCluster } from '@thanos-fleet/cluster-spec/testing'
import { rendered } from '@thanos-fleet/kustomize'
import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { desired } from './desired.ts'
import { reachOf } from './testing/index.ts'

const fixtures = join(import.meta.dirname, '../../cluster-spec/fixtures')
const folder = {
  files: () => globSync('**/*.*', { cwd: join(fixtures, 'files') }),
  read: (path: string) => readFileSync(join(fixtures, 'files', path)),
}
const valid = globSync('valid/*.yaml', { cwd: fixtures }).map((path) => basename(path, '.yaml'))

function specOf(name: string) {
  const text = readFileSync(join(fixtures, 'valid', `${name}.yaml`), 'utf8')
  const loaded = loadCluster({ path: `clusters/${name}/cluster.yaml`, text }, folder)
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics))
  return loaded.spec
}

const clusters = [
  ...modes.map((mode) => [mode, exampleCluster(mode).spec] as const),
  ...valid.map((name) => [name, specOf(name)] as const),
]

describe.each(clusters)('%s', (_name, spec) => {
  const { addresses, unreachable, unneeded } = reachOf(spec, rendered(desired(spec)))

  it('can reach every address that is said to a pod, at the port where somebody listens', () => {
    expect(addresses).toBeGreaterThan(10)
    expect(unreachable).toEqual([])
  })

  it('has no policy rule that nothing needs, unless it moves: then policies allow both ways of data', () => {
    expect(spec.migration === null ? unneeded : []).toEqual([])
  })
})

describe('the test itself', () => {
  const { spec } = exampleCluster('receive-mode')
  const objects = rendered(desired(spec))
  const without = (kind: string, name: string) =>
    objects.filter((object) => object.kind !== kind || object.metadata.name !== name)

  it('takes every address from the objects: one without a policy, a Service or pods is missed at either end', () => {
    for (const name of ['prometheus', 'thanos-query', 'thanos-receive-router', 'thanos-store', 'grafana'])
      expect(reachOf(spec, without('NetworkPolicy', name)).unreachable, name).not.toEqual([])
    for (const name of ['thanos-query', 'thanos-receive', 'alertmanager-peers'])
      expect(reachOf(spec, without('Service', name)).unreachable, name).not.toEqual([])
    expect(reachOf(spec, without('StatefulSet', 'thanos-store')).unreachable).not.toEqual([])
  })

  it('finds rules that nothing needs', () => {
    expect(reachOf(spec, without('Deployment', 'thanos-query-frontend')).unneeded).toContain(
      'thanos-query-frontend egress thanos-query TCP 10902',
    )
    expect(reachOf(spec, without('IngressRoute', 'grafana')).unneeded).toEqual(
      expect.arrayContaining([expect.stringMatching(/^grafana ingress traefik/)]),
    )
  })
})
