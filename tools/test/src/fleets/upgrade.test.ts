import { modes } from '@thanos-fleet/cluster-spec'
import { exampleText } from '@thanos-fleet/cluster-spec/testing'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ForkedRepository } from './forked-repository.ts'
import { ownFleet, production } from './own-fleet.ts'

/** docs/upgrading.md, in a repository whose branch `upstream` is the product's, and the others are a fork's. */
const timeout = 600_000
const asGenerated = { status: 0, stdout: 'Generated files are up to date.\n', stderr: '' }
const examples = Object.fromEntries(modes.map((mode) => [mode, exampleText(mode)]))
const handWritten = Object.entries(ownFleet)

let repository: ForkedRepository
beforeAll(() => {
  repository = new ForkedRepository(resolve(import.meta.dirname, '../../../..'), examples)
  repository.git('checkout', '--quiet', '-b', 'upstream')
  repository.generated('The release that the fork is of')
  repository.git('tag', 'old')
  release()
  forkOf('kept', () => repository.edit('clusters/receive-mode/cluster.yaml', /$/, 'query: { logLevel: warn }\n'))
  forkOf('removed', () => repository.git('rm', '-r', '--quiet', ...modes.map((mode) => `clusters/${mode}`)))
}, timeout)
afterAll(() => repository.remove())

/** Changes of every kind that a release can have. */
function release(): void {
  for (const file of ['package.json', 'package-lock.json']) {
    repository.edit(file, /"version": "[^"]*"/, '"version": "99.0.0"')
  }
  repository.edit('libs/images/versions.json', /("thanos": \{ "tag": ")[^"]*/, '$1v0.99.0')
  repository.edit('libs/cluster-spec/src/defaults/production.ts', /retention: '10d'/, "retention: '11d'")
  const component = 'libs/components/thanos-query/src/query.ts'
  // Files of a base: one changes, one goes, and one comes.
  repository.edit(component, /gracePeriod: 2 \* longestQuery\(spec\)/, 'gracePeriod: 250')
  repository.edit(component, /disruptionBudget\(spec, component\),/, '')
  const renamed = "{ ...serviceAccount(spec, component), metadata: { name: 'second', namespace: spec.namespace } },"
  repository.edit(component, /serviceAccount\(spec, component\),/, `$& ${renamed}`)
  repository.edit('README.md', /^# .*/, '# The product')
  // Examples: two change, one goes, and one comes that is like it.
  repository.edit('clusters/sidecar-mode/cluster.yaml', /$/, 'compact: { logLevel: warn }\n')
  repository.edit('clusters/receive-mode/cluster.yaml', /$/, 'compact: { logLevel: warn }\n')
  const gone = 'clusters/dev-filesystem-objstore'
  repository.write('clusters/eu-1/cluster.yaml', repository.read(`${gone}/cluster.yaml`))
  repository.edit('clusters/eu-1/cluster.yaml', /^name: .*/m, 'name: eu-1')
  repository.git('rm', '-r', '--quiet', gone)
  repository.write('clusters/small/cluster.yaml', 'name: small\nmode: dev-filesystem-objstore\n')
  repository.generated('A release')
  repository.git('tag', 'new')
}

function forkOf(name: string, change: () => void): void {
  repository.git('checkout', '--quiet', '-b', name, 'old')
  change()
  for (const [path, text] of handWritten) repository.write(path, text)
  // A source that the release changes as well, so that both change the same bases.
  repository.edit('libs/images/versions.json', /("grafana": \{ "tag": ")[^"]*/, '$113.99.0')
  repository.generated('A fleet of our own')
}

function expectOwnFiles(): void {
  expect(handWritten.map(([path]) => [path, repository.read(path)])).toEqual(handWritten)
}

function has(path: string): boolean {
  return existsSync(join(repository.folder, path))
}

function textOf(path: string, commit = 'HEAD'): string {
  return repository.git('show', `${commit}:${path}`).join('\n')
}

test('a merge of Git alone leaves conflicts in generated files', { timeout }, () => {
  repository.git('checkout', '--quiet', 'removed')
  expect(repository.tryGit('merge', 'new').status).not.toBe(0)
  const conflicts = repository.git('diff', '--name-only', '--diff-filter=U')
  expect(conflicts.filter((path) => path.endsWith('/kustomization.yaml'))).not.toEqual([])
  repository.git('merge', '--abort')
})

test('nothing is merged where a generated file was edited by hand', { timeout }, () => {
  const edited = 'overlays/base/thanos-query/deployment-thanos-query.yaml'
  repository.git('checkout', '--quiet', '-b', 'edited', 'removed')
  repository.edit(edited, /replicas: .*/, 'replicas: 7')
  expect(repository.gen('merge', '--release', 'new')).toMatchObject({
    status: 64,
    stderr: expect.stringMatching(`^${edited} is not committed\\.`),
  })
  repository.git('commit', '--quiet', '--all', '-m', 'More replicas')
  const refused = repository.gen('merge', '--release', 'new')
  expect(refused).toMatchObject({ status: 3, stdout: '' })
  expect(refused.stderr).toMatch(new RegExp(`^${edited}: error: .*HEAD.*\\[generated-file-edited\\]$`, 'm'))
  expect(repository.git('status', '--porcelain')).toEqual([])
  expect(has('.git/MERGE_HEAD')).toBe(false)
})

test('a fork without the examples takes a release', { timeout }, () => {
  repository.git('checkout', '--quiet', 'removed')
  const merged = repository.gen('merge', '--release', 'new')
  expect(merged, merged.stderr).toMatchObject({ status: 0 })
  expect(repository.gen('check')).toEqual(asGenerated)
  expectOwnFiles()
  for (const name of [...modes, 'small']) expect(has(`clusters/${name}`)).toBe(false)
  expect(merged.stdout).toMatch(/^clusters\/small: .*left out; `git checkout new -- clusters\/small` takes it$/m)
  expect(merged.stdout).toMatch(/^clusters\/sidecar-mode: .*stays removed$/m)
  expect(repository.git('diff', '--name-only')).toEqual([])
  repository.git('commit', '--quiet', '-m', 'Take the release')
  expect(repository.git('log', '-1', '--format=%P')[0]?.split(' ')).toHaveLength(2)
  const again = repository.gen('merge', '--release', 'new')
  expect(again).toMatchObject({ status: 0, stdout: 'Nothing to merge: it is merged already.\n' })
})

test('what it generates is of the release and of the fork', () => {
  const base = 'overlays/base/thanos-query'
  // With the ten seconds before it begins.
  expect(textOf(`${base}/deployment-thanos-query.yaml`)).toMatch('terminationGracePeriodSeconds: 260')
  expect(textOf(`${base}/deployment-thanos-query.yaml`)).toMatch('quay.io/thanos/thanos:v0.99.0')
  expect(textOf('overlays/base/grafana/statefulset-grafana.yaml')).toMatch('grafana:13.99.0')
  expect(has(`${base}/serviceaccount-second.yaml`)).toBe(true)
  expect(has(`${base}/poddisruptionbudget-thanos-query.yaml`)).toBe(false)
  expect(repository.git('grep', '--name-only', '--word-regexp', '11d', 'HEAD', '--', 'overlays')).not.toEqual([])
})

test('a fork with the examples takes a release', { timeout }, () => {
  repository.git('checkout', '--quiet', 'kept')
  const merged = repository.gen('merge', '--release', 'new')
  expect(merged, merged.stderr).toMatchObject({ status: 0 })
  expect(repository.gen('check')).toEqual(asGenerated)
  expectOwnFiles()
  for (const name of ['sidecar-mode', 'small']) {
    const path = `clusters/${name}/cluster.yaml`
    expect(repository.read(path).trim()).toBe(textOf(path, 'new').trim())
    expect(has(`clusters/${name}/kustomization.yaml`)).toBe(true)
  }
  expect(repository.read('clusters/receive-mode/cluster.yaml')).toMatch(/query: \{ logLevel: warn \}\n$/)
  expect(has('clusters/dev-filesystem-objstore')).toBe(false)
  expect(merged.stdout).toMatch(/^clusters\/dev-filesystem-objstore: .*`git checkout HEAD -- .*` keeps it$/m)
})

test('what people wrote on both sides is left to them, and nothing else', { timeout }, () => {
  repository.git('checkout', '--quiet', '--force', '-b', 'conflict', 'removed~1')
  repository.edit('README.md', /^# .*/, '# Our fleet')
  repository.git('commit', '--quiet', '--all', '-m', 'Our name')
  const merged = repository.gen('merge', '--release', 'new')
  expect(merged.status).toBe(1)
  expect(merged.stderr).toMatch(/^conflict: README\.md\nNothing generated is among them\./)
  repository.git('checkout', '--ours', 'README.md')
  expect(repository.gen('overlays').status).toBe(0)
  expect(repository.gen('check')).toEqual(asGenerated)
  repository.git('add', '--all')
  repository.git('commit', '--quiet', '-m', 'Take the release')
})

test('two branches merge that each add a cluster and change the same ones', { timeout }, () => {
  const edits = {
    'asia-1': [
      ['eu-1', /^ring: .*/m, 'ring: canary'],
      ['us-2', /step: read-both/, 'step: read-receive'],
    ],
    'asia-2': [
      ['eu-1', /^query: .*/m, 'query: { logLevel: warn }'],
      ['us-2', /^ring: .*/m, 'ring: canary'],
    ],
  } as const
  for (const [name, changes] of Object.entries(edits)) {
    repository.git('checkout', '--quiet', '--force', '-b', name, 'removed')
    repository.write(`clusters/${name}/cluster.yaml`, production(name, 'receive-mode'))
    for (const [cluster, was, is] of changes) repository.edit(`clusters/${cluster}/cluster.yaml`, was, is)
    repository.generated(name)
  }
  const merged = repository.gen('merge', 'asia-1')
  expect(merged, merged.stderr).toMatchObject({ status: 0 })
  expect(repository.gen('check')).toEqual(asGenerated)
  expect(repository.read('clusters/eu-1/cluster.yaml')).toMatch(/ring: canary\n.*\nquery: \{ logLevel: warn \}/)
  expect(repository.read('clusters/us-2/cluster.yaml')).toMatch(/ring: canary\n.*\n.*step: read-receive/)
  for (const name of Object.keys(edits)) {
    expect(has(`clusters/${name}/kustomization.yaml`)).toBe(true)
    expect(repository.read('overlays/.generated')).toMatch(`gitops/flux/${name}.yaml`)
  }
})
