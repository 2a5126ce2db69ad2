import { exampleText } from '@thanos-fleet/cluster-spec/testing'
import { spawnSync } from 'node:child_process'
import { appendFileSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { TestRepository } from './testing/repository.ts'

const workspace = resolve(import.meta.dirname, '../../..')

let repository: TestRepository
beforeEach(() => {
  repository = new TestRepository()
  // Only what people write; the rest is for the program to make.
  for (const mode of ['sidecar-mode', 'dev-filesystem-objstore'] as const) {
    repository.write(`clusters/${mode}/cluster.yaml`, exampleText(mode))
  }
})
afterEach(() => repository.remove())

function gen(...args: string[]) {
  const program = join(workspace, 'apps/gen/src/main.ts')
  const result = spawnSync(process.execPath, [program, ...args, '--repository', repository.path], { encoding: 'utf8' })
  return { code: result.status, out: result.stdout, err: result.stderr }
}

describe('overlays and check', () => {
  test('generate, find nothing to do, and find what was deleted and edited', () => {
    const first = gen('overlays')
    expect(first).toMatchObject({ code: 0, err: '' })
    expect(first.out).toMatch(/^sidecar-mode +sidecar-mode +\d+ objects +\d+ written +0 unchanged +0 removed +\d+ ms$/m)
    expect(first.out).toMatch(/^total +2 clusters +\d+ objects +\d+ written +0 unchanged +0 removed +\d+ ms$/m)
    expect(gen('overlays').out).toMatch(/^total +2 clusters +\d+ objects +0 written/m)
    expect(gen('check')).toEqual({ code: 0, out: 'Generated files are up to date.\n', err: '' })

    rmSync(join(repository.path, 'clusters/sidecar-mode/kustomization.yaml'))
    appendFileSync(join(repository.path, 'overlays/sidecar-mode/kustomization.yaml'), '# edited\n')
    const check = gen('check')
    expect(check.code).toBe(1)
    expect(check.out.split('\n').filter((line) => /^(missing|extra|changed): /.test(line))).toEqual([
      'missing: clusters/sidecar-mode/kustomization.yaml',
      'changed: overlays/sidecar-mode/kustomization.yaml',
    ])
    expect(check.out).toContain('\n-# edited\n')
    expect(check.out).toMatch(/1 missing, 0 extra, 1 changed\n$/)
  })

  test('a file edited by hand: exit code 3, named and kept; --force replaces it', () => {
    gen('overlays')
    repository.write('clusters/sidecar-mode/kustomization.yaml', 'mine\n')
    const refused = gen('overlays')
    expect(refused.code).toBe(3)
    expect(refused.err).toMatch(/^clusters\/sidecar-mode\/kustomization\.yaml: error: .*\[generated-file-edited\]$/m)
    expect(repository.read('clusters/sidecar-mode/kustomization.yaml')).toBe('mine\n')
    expect(gen('overlays', '--force').code).toBe(0)
    expect(gen('check').code).toBe(0)
  })

  test('a patch is applied if it matches, and refused with its position if it does not', () => {
    const patch = (name: string) =>
      `apiVersion: apps/v1\nkind: StatefulSet\nmetadata:\n  name: ${name}\n  namespace: thanos\n` +
      'spec:\n  revisionHistoryLimit: 3\n'
    repository.write('clusters/sidecar-mode/patches/limit.yaml', patch('prometheus'))
    expect(gen('overlays').code).toBe(0)
    expect(repository.read('clusters/sidecar-mode/kustomization.yaml')).toContain('patches/limit.yaml')
    repository.write('clusters/sidecar-mode/patches/limit.yaml', patch('promteheus'))
    const refused = gen('overlays')
    expect(refused.code).toBe(2)
    expect(refused.err).toMatch(
      /^clusters\/sidecar-mode\/patches\/limit\.yaml:4:9: error: .*\[patch-matches-nothing\]$/m,
    )
    expect(refused.err).toContain('did you mean apps/StatefulSet thanos/prometheus?')
  })

  test('a patch that loses entries is refused, and nothing written, unless a comment says that it is meant', () => {
    gen('overlays')
    const patch = (comment: string) =>
      `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: { name: prometheus, namespace: thanos }\n` +
      `spec:\n${comment}  egress: []\n`
    repository.write('clusters/sidecar-mode/patches/egress.yaml', patch(''))
    const before = repository.state()
    for (const command of [['overlays'], ['overlays', '--force'], ['check']]) {
      const refused = gen(...command)
      expect(refused.code).toBe(2)
      expect(refused.err).toMatch(
        /^clusters\/sidecar-mode\/patches\/egress\.yaml:5:3: error: .*\[patch-loses-entries\]$/m,
      )
    }
    expect(repository.state()).toEqual(before)
    repository.write('clusters/sidecar-mode/patches/egress.yaml', patch('  # replaces: spec.egress\n'))
    expect(gen('overlays')).toMatchObject({
      code: 0,
      err: expect.stringMatching(/: warning: .*\[patch-breaks-reference\]/),
    })
  })
})

describe('a patch is part of the cluster', () => {
  const patch = (kind: string, name: string, change: string) =>
    `apiVersion: ${kind === 'ConfigMap' ? 'v1' : 'apps/v1'}\nkind: ${kind}\n` +
    `metadata: { name: ${name}, namespace: thanos }\n${change}\n`
  const path = 'clusters/sidecar-mode/patches/p.yaml'
  const refusals: [name: string, text: string, report: RegExp][] = [
    [
      'a text for a mapping',
      patch('StatefulSet', 'thanos-store', 'spec: text'),
      /p\.yaml:4:1: .*\[patch-wrong-type\]$/m,
    ],
    [
      'a merge of a number',
      patch('StatefulSet', 'thanos-store', 'spec: { <<: 5 }'),
      /p\.yaml:1:1: .*\[yaml-syntax\]$/m,
    ],
    [
      'a component',
      patch('StatefulSet', 'alertmanager', '$patch: delete'),
      /p\.yaml:1:1: .*\[patch-deletes-component\]\n {2}help: write "alertmanager: false" in cluster\.yaml/m,
    ],
    [
      'what others need',
      patch('ConfigMap', 'thanos-rule-rules', '$patch: delete'),
      /p\.yaml:1:1: .*\[patch-breaks-reference\]$/m,
    ],
    [
      'a second compactor',
      patch('StatefulSet', 'thanos-compact', 'spec: { replicas: 2 }'),
      /p\.yaml:4:9: .*\[patch-changes-replicas\]$/m,
    ],
  ]
  test.each(refusals)('that is refused: %s', (_, text, report) => {
    repository.write(path, text)
    const refused = gen('overlays')
    expect(refused.code).toBe(2)
    expect(refused.err).toMatch(report)
  })

  test('that validation refuses before it builds anything', () => {
    repository.write(path, patch('StatefulSet', 'thanos-store', 'spec: text'))
    expect(gen('validate')).toMatchObject({ code: 2, err: expect.stringContaining('[patch-wrong-type]') })
  })

  test('and its page shows it; a file that it replaces is told the settings without effect', () => {
    repository.write(path, patch('ConfigMap', 'prometheus-config', 'data: { prometheus.yaml: "global: {}" }'))
    const { code, err } = gen('overlays', 'sidecar-mode')
    expect(code).toBe(0)
    expect(err).toMatch(/p\.yaml:4:9: warning: .*externalLabels, .*\[patch-replaces-file\]$/m)
    expect(repository.read('clusters/sidecar-mode/README.md')).toContain(
      '| ConfigMap thanos/prometheus-config | changed |',
    )
  })
})

describe.each(['empty', 'missing'])('a folder of clusters that is %s', (kind) => {
  beforeEach(() => {
    rmSync(join(repository.path, 'clusters'), { recursive: true })
    if (kind === 'empty') mkdirSync(join(repository.path, 'clusters'))
  })

  test('is a fleet of none', () => {
    expect(gen('overlays')).toMatchObject({ code: 0, err: '' })
    expect(repository.files('overlays/gitops').every((path) => path.startsWith('argocd/'))).toBe(true)
    expect(gen('overlays').out).toMatch(/^total +0 clusters +0 written/m)
    expect(gen('check')).toEqual({ code: 0, out: 'Generated files are up to date.\n', err: '' })
    expect(gen('check', 'eu-1')).toEqual({
      code: 64,
      out: '',
      err: 'Unknown cluster "eu-1". There are no clusters yet; gen add-cluster writes one.\n',
    })
  })
})

describe('errors for programs', () => {
  beforeEach(() => repository.write('clusters/sidecar-mode/cluster.yaml', 'name: sidecar-mode\nmode: sidecar-mod\n'))

  test('json and sarif are one document on standard output', () => {
    const json: unknown = JSON.parse(gen('overlays', '--format=json').out)
    expect(json).toMatchObject({ diagnostics: [{ file: 'clusters/sidecar-mode/cluster.yaml', line: 2 }] })
    const sarif: unknown = JSON.parse(gen('check', '--format=sarif').out)
    expect(sarif).toMatchObject({ version: '2.1.0' })
  })

  test('github gets annotations', () => {
    const { code, out } = gen('overlays', '--format=github')
    expect(code).toBe(2)
    expect(out).toMatch(/^::error .*file=clusters\/sidecar-mode\/cluster\.yaml/m)
  })
})

describe('explain', () => {
  test('prints each setting with its source', () => {
    const { code, out } = gen('explain', 'sidecar-mode')
    expect(code).toBe(0)
    expect(out).toMatch(/^mode +"sidecar-mode" +cluster\.yaml:\d+$/m)
    expect(out).toMatch(/^prometheus\.replicas +\d+ +default( of sidecar-mode)?$/m)
  })
})

describe('add-cluster', () => {
  const store = [
    '--set=objectStore.type=GCS',
    '--set=objectStore.bucket=b',
    '--set=objectStore.credentials={ secret: s }',
  ]

  test('writes a cluster.yaml and generates from it', () => {
    expect(gen('add-cluster', 'eu-2', '--label', 'region=eu', ...store).code).toBe(0)
    expect(repository.read('clusters/eu-2/cluster.yaml')).toContain('\nname: eu-2\nmode: sidecar-mode\n')
    expect(repository.files('clusters/eu-2')).toContain('kustomization.yaml')
  })

  test('writes nothing if it would not be valid', () => {
    const before = repository.state()
    expect(gen('add-cluster', 'eu-2').code).toBe(2)
    expect(gen('add-cluster', 'EU_2', ...store).code).toBe(2)
    expect(gen('add-cluster', '../eu-2', ...store).code).toBe(2)
    expect(gen('add-cluster', 'sidecar-mode', ...store).code).toBe(64)
    expect(gen('add-cluster', 'eu-2', '--label=cluster=sidecar-mode', '--label=region=eu-central', ...store).code).toBe(
      2,
    )
    expect(repository.state()).toEqual(before)
  })
})

test('--version prints the version of the product', () => {
  const { version } = JSON.parse(readFileSync(join(workspace, 'package.json'), 'utf8'))
  expect(gen('--version')).toEqual({ code: 0, out: `${version}\n`, err: '' })
})

describe('a wrong command line', () => {
  test.each([
    [['ovelays'], 'Unknown command "ovelays". Known: overlays.'],
    ...Object.getOwnPropertyNames(Object.prototype).map((word): [string[], string] => [
      [word],
      `Unknown command "${word}".`,
    ]),
    [['overlays', '--forse'], 'Unknown flag --forse. Known: --force.'],
    [['check', 'sidecar-mod'], 'Unknown cluster "sidecar-mod". Did you mean sidecar-mode?'],
    [['explain'], 'Missing cluster name'],
  ])('%s', (args, message) => {
    const { code, err } = gen(...args)
    expect(code).toBe(64)
    expect(err).toContain(message)
  })

  test('--help states the exit codes', () => {
    expect(gen('--help').out).toContain(' 3  a file to be replaced')
    expect(gen('overlays', '--help').out).toContain('--force')
  })
})
