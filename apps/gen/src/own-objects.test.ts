import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, symlinkSync, truncateSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { parse, parseAllDocuments } from 'yaml'
import { TestRepository } from './testing/repository.ts'

const workspace = resolve(import.meta.dirname, '../../..')
const folder = 'clusters/eu-1/objects'

let repository: TestRepository
beforeEach(() => {
  repository = new TestRepository()
  const store =
    'objectStore: { type: S3, bucket: a, endpoint: s3.example.com, credentials: { secret: thanos-objstore } }'
  // With replicas and an image that Kustomize's own fields would say.
  repository.write(
    'clusters/eu-1/cluster.yaml',
    `name: eu-1\nmode: sidecar-mode\n${store}\nprometheus: { replicas: 2 }\nimages: { versions: { prometheus: { tag: v3.0.0 } } }\n`,
  )
})
afterEach(() => repository.remove())

/** Generates with the real generator, or compares. */
function gen(mode: 'write' | 'check' = 'write') {
  return repository.run({ generatorUrl: new URL('./fleet/thanos-generator.ts', import.meta.url).href, mode })
}

async function generated(): Promise<void> {
  expect((await gen()).diagnostics).toEqual([])
}

async function refusals(): Promise<string[]> {
  const { diagnostics } = await gen()
  expect(repository.files()).not.toContain('clusters/eu-1/kustomization.yaml')
  return diagnostics
    .filter(({ severity }) => severity === 'error')
    .map(({ code, file }) => `${code} ${file.replace('clusters/eu-1/', '')}`)
}

const configMap = (name: string, namespace = 'thanos') =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: ${name}, namespace: ${namespace} }\n`

const value = (text: string) => `ENC[AES256_GCM,data:${text},iv:AAAA,tag:AAAA,type:str]`
const encrypted = `apiVersion: v1
kind: Secret
metadata:
    name: thanos-objstore
    namespace: thanos
    labels: {zeta: "1", alpha: "on"}
stringData:
    AWS_SECRET_ACCESS_KEY: ${value('AAAA')}
    AWS_ACCESS_KEY_ID: ${value('BBBB')}
    NOTHING: ""
sops:
    lastmodified: "2026-11-30T10:00:00Z"
    mac: ${value('CCCC')}
    age:
        - recipient: age1xyz
          enc: |
            -----BEGIN AGE ENCRYPTED FILE-----
            YWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+
            -----END AGE ENCRYPTED FILE-----
    version: 3.9.0
`
const decryption =
  'repository: { url: https://github.com/example/fleet.git }\ngitops: { flux: { decryption: { provider: sops } } }\n'

describe('objects of people', () => {
  test('are built, counted, listed, allowed to Argo CD, and left alone', async () => {
    const text = [
      configMap('mine'),
      'apiVersion: security.openshift.io/v1\nkind: SecurityContextConstraints\nmetadata: { name: mine }\n',
      'apiVersion: v1\nkind: Namespace\nmetadata: { name: mine }\n',
      configMap('there', 'mine'),
    ].join('---\n')
    repository.write(`${folder}/mine.yml`, text)
    await generated()
    expect((await gen('check')).differences).toEqual([])
    expect(repository.read('clusters/eu-1/README.md')).toContain('| `there` | ConfigMap | `mine` | [objects/mine.yml]')
    expect(repository.read('clusters/eu-1/.generated')).not.toContain('objects/')
    const project = repository.read('overlays/gitops/argocd/appproject-thanos-fleet.yaml')
    expect(parse(project)).toMatchObject({
      spec: {
        destinations: ['mine', 'thanos', 'thanos-nodes'].map((namespace) => ({ name: 'eu-1', namespace })),
        clusterResourceWhitelist: expect.arrayContaining([
          { group: 'security.openshift.io', kind: 'SecurityContextConstraints' },
        ]),
      },
    })
    expect(repository.read(`${folder}/mine.yml`)).toBe(text)
  })

  test('come out of Kustomize as they are, so that what SOPS has encrypted stays whole', async () => {
    repository.write('clusters/fleet.yaml', decryption)
    repository.write(`${folder}/secret.yaml`, encrypted)
    // Of a name and an image by which Kustomize's fields would change it.
    const prometheus = `apiVersion: apps/v1
kind: Deployment
metadata: { name: prometheus, namespace: thanos }
spec:
  replicas: 7
  template: { spec: { containers: [{ name: prometheus, image: quay.io/prometheus/prometheus:v1 }] } }
`
    repository.write(`${folder}/workload.yaml`, prometheus)
    await generated()
    const build = spawnSync(
      join(workspace, '.tools/bin/kustomize'),
      ['build', join(repository.path, 'clusters/eu-1')],
      {
        encoding: 'utf8',
      },
    )
    expect(build.stderr).toBe('')
    const built = parseAllDocuments(build.stdout).map((document): unknown => document.toJS())
    expect(built).toContainEqual(parse(encrypted))
    expect(built).toContainEqual(parse(prometheus))
  })

  test('stay when the cluster goes, and are named', async () => {
    repository.write(`${folder}/mine.yaml`, configMap('mine'))
    await generated()
    rmSync(join(repository.path, 'clusters/eu-1/cluster.yaml'))
    expect((await gen()).diagnostics).toMatchObject([
      { severity: 'warning', code: 'left-of-removed-cluster', file: `${folder}/mine.yaml` },
    ])
    expect(repository.files('clusters/eu-1')).toEqual(['objects/mine.yaml'])
  })

  test('are not taken in by globs of extra', async () => {
    const path = 'clusters/eu-1/cluster.yaml'
    repository.write(path, `${repository.read(path)}extra: { rules: ["**/*.yaml"] }\n`)
    repository.write(`${folder}/mine.yaml`, configMap('mine'))
    repository.write('clusters/eu-1/rules/mine.yaml', 'groups: []\n')
    await generated()
    expect(repository.files('clusters/eu-1/config/prometheus-extra-rules')).toEqual(['mine.yaml'])
  })
})

describe('objects of people are refused', () => {
  test.each<[string, string, () => void]>([
    ['that are generated', 'generated-object objects/a.yaml', () => write(configMap('prometheus-config'))],
    [
      'that are generated, by a group of before',
      'generated-object objects/a.yaml',
      () =>
        write(
          'apiVersion: extensions/v1beta1\nkind: NetworkPolicy\nmetadata: { name: prometheus, namespace: thanos }\n',
        ),
    ],
    ['of another namespace', 'foreign-namespace objects/a.yaml', () => write(configMap('a', 'kube-system'))],
    [
      'that are encrypted where nothing decrypts them',
      'encrypted-without-decryption objects/a.yaml',
      () => write(encrypted),
    ],
    [
      'that make one Secret',
      'secret-made-twice objects/a.yaml',
      () =>
        write(
          `apiVersion: bitnami.com/v1alpha1\nkind: SealedSecret\nmetadata: { name: a, namespace: thanos }\n---\n` +
            `apiVersion: external-secrets.io/v1\nkind: ExternalSecret\nmetadata: { name: b, namespace: thanos }\nspec: { target: { name: a } }\n`,
        ),
    ],
    ['in other spellings of the ending', 'unread-file objects/a.YAML', () => write(configMap('a'), 'a.YAML')],
    ['as JSON', 'unread-file objects/a.json', () => write('{}', 'a.json')],
    ['in folders below', 'unread-file objects/sub/a.yaml', () => write(configMap('a'), 'sub/a.yaml')],
    ['in a folder of nearly the name', 'unread-file object/a.yaml', () => write(configMap('a'), '../object/a.yaml')],
    ['as named pipes', 'not-a-file objects/a.yaml', () => pipe()],
    ['through links', 'symbolic-link objects/a.yaml', () => link('b.txt')],
    ['through links that lead out', 'symbolic-link objects/a.yaml', () => link('/etc/hostname')],
    ['of a size that nobody writes', 'file-too-large objects/a.yaml', () => large()],
  ])('%s', async (_, expected, prepare) => {
    prepare()
    expect(await refusals()).toEqual([expected])
  })

  const write = (text: string, name = 'a.yaml') => repository.write(`${folder}/${name}`, text)
  const at = (name: string) => join(repository.path, folder, name)

  function pipe(): void {
    mkdirSync(at('.'), { recursive: true })
    spawnSync('mkfifo', [at('a.yaml')])
  }

  function link(target: string): void {
    mkdirSync(at('.'), { recursive: true })
    symlinkSync(target, at('a.yaml'))
  }

  function large(): void {
    write('')
    truncateSync(at('a.yaml'), 17 * 1024 * 1024)
  }
})
