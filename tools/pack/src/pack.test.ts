import { place, productVersion } from '@thanos-fleet/product'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pack, type Tarball } from './pack.ts'
import { OwnRepository } from './testing/own-repository.ts'

const changedDefault = 'libs/cluster-spec/src/defaults/development.ts'

let folder: string
let release: Tarball
let nextRelease: Tarball
let repository: OwnRepository

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'thanos-fleet-pack-'))
  release = await pack(join(folder, 'release'))
  const edit = (path: string, text: string) =>
    path === changedDefault ? text.replace("retention: '2d'", "retention: '3d'") : text
  nextRelease = await pack(join(folder, 'next'), { version: '99.1.0', edit })
  repository = new OwnRepository()
  repository.install(release.path)
})
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
  repository.remove()
})

describe('the package', () => {
  test('holds neither sources nor the path of the machine that made it', () => {
    const files = repository.packageFiles()
    expect(files.filter((path) => /\.ts$|node_modules/.test(path))).toEqual([])
    const texts = files.filter((path) => /\.(js|json|md)$/.test(path))
    expect(texts.filter((path) => readFileSync(join(repository.package, path), 'utf8').includes(place.root))).toEqual(
      [],
    )
  })

  test('brings the licenses of the code that it bundles', () => {
    const notice = repository.read('node_modules/thanos-fleet/THIRD-PARTY.md')
    const bundled = [...notice.matchAll(/^## (\S+) /gm)].map(([, name]) => name)
    const promql = ['@lezer/common', '@lezer/highlight', '@lezer/lr', '@prometheus-io/lezer-promql']
    expect(bundled).toEqual([...promql, 'citty', 'diff', 'p-limit', 're2js', 'yaml', 'yocto-queue', 'zod', 'zx'])
  })

  test('leaves a folder that is no repository alone', () => {
    const refused = repository.run('thanos-fleet', 'overlays')
    expect(refused).toMatchObject({ code: 64, out: '' })
    expect(refused.err).toContain('No folder clusters/ here.')
    expect(repository.exists('overlays')).toBe(false)
  })
})

describe('a repository of its own, in the order of its life', () => {
  test('init writes what is missing, and nothing the second time', () => {
    repository.write('package.json', '{ "dependencies": { "thanos-fleet": "file:x.tgz" }, "license": "MIT" }')
    const first = repository.run('thanos-fleet', 'init')
    expect(first).toMatchObject({ code: 0, err: '' })
    expect(first.out).toMatch(/^changed {2}package\.json$/m)
    expect(first.out).toMatch(/^written {2}clusters\/dev\/cluster\.yaml$/m)
    const tested = JSON.parse(readFileSync(join(place.root, 'package.json'), 'utf8')).devDependencies
    expect(JSON.parse(repository.read('package.json'))).toEqual({
      license: 'MIT',
      private: true,
      allowScripts: { node: true, nx: true },
      dependencies: { 'thanos-fleet': 'file:x.tgz' },
      devDependencies: { node: tested.node, nx: tested.nx },
    })
    expect(repository.run('thanos-fleet', 'init').out).not.toMatch(/^(written|changed)/m)
  })

  test('one cluster can be checked before anything was generated', () => {
    const { code, out } = repository.nx('cluster-dev:check')
    expect(code).toBe(1)
    expect(out).toContain('missing: clusters/dev/kustomization.yaml')
  })

  test('gen:overlays generates, and gen:check finds nothing to do', () => {
    expect(repository.nx('gen:overlays').code).toBe(0)
    expect(repository.exists('overlays/dev-filesystem-objstore/kustomization.yaml')).toBe(true)
    const check = repository.nx('gen:check')
    expect(check.out).toContain('Generated files are up to date.')
    expect(check.code).toBe(0)
  })

  test('threads generate a fleet that is larger', () => {
    for (let number = 1; number <= 24; number += 1)
      expect(repository.run('cp', '-r', 'clusters/dev', `clusters/dev-${number}`).code).toBe(0)
    for (let number = 1; number <= 24; number += 1) {
      const path = `clusters/dev-${number}/cluster.yaml`
      repository.write(path, repository.read(path).replaceAll(/\bdev$|\bdev(?= \})/gm, `dev-${number}`))
    }
    expect(repository.run('thanos-fleet', 'overlays', '--force')).toMatchObject({ code: 0, err: '' })
    expect(repository.run('thanos-fleet', 'check')).toMatchObject({ code: 0 })
    expect(repository.run('sh', '-c', 'rm -r clusters/dev-*').code).toBe(0)
    expect(repository.run('thanos-fleet', 'overlays')).toMatchObject({ code: 0, err: '' })
  })

  test('gen:validate checks with the real tools, which are built into the repository', () => {
    repository.shareTools()
    const { code, out, err } = repository.nx('gen:validate', 'dev', '--quick')
    expect(`${out}${err}`).toContain('kubeconform has validated them')
    expect(code).toBe(0)
  })

  test('nothing was written into the installed package', () => {
    const used = repository.packageFiles()
    repository.install(release.path)
    expect(used).toEqual(repository.packageFiles())
  })

  test('a newer release changes what it changes, and nothing is left to do after generating', () => {
    repository.install(nextRelease.path)
    expect(repository.run('thanos-fleet', '--version').out).toBe('99.1.0\n')
    const check = repository.run('thanos-fleet', 'check')
    expect(check.code).toBe(1)
    expect(check.out).toMatch(/^\+ +time: 3d$/m)
    expect(repository.nx('gen:overlays').code).toBe(0)
    expect(repository.run('thanos-fleet', 'check').code).toBe(0)
  })

  test('with Git, generated files are committed once, and every cluster is affected by a newer release', () => {
    const git = (...args: string[]) => {
      const who = ['-c', 'user.name=someone', '-c', 'user.email=someone@example.com']
      const finished = repository.run('git', ...who, ...args)
      expect(finished.code).toBe(0)
      return finished.out
    }
    git('init', '--quiet', '--initial-branch=main')
    repository.write('package-lock.json', '{ "name": "own", "lockfileVersion": 3, "packages": {} }\n')
    git('add', '--all')
    git('commit', '--quiet', '--message=Start')
    expect(git('ls-files', 'node_modules', '.tools', '.nx')).toBe('')
    expect(repository.nx('gen:overlays').code).toBe(0)
    expect(git('status', '--porcelain')).toBe('')
    const affected = () => repository.run('nx', 'show', 'projects', '--affected', '--base=main').out.split('\n')
    expect(affected()).not.toContain('cluster-dev')
    repository.write('package-lock.json', '{ "name": "own", "lockfileVersion": 3, "packages": { "": {} } }\n')
    expect(affected()).toContain('cluster-dev')
  })
})

test('the working tree and the package are one version', () => {
  expect(release.path).toContain(`thanos-fleet-${productVersion()}.tgz`)
})
