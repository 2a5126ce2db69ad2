import { cpSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { execFileSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { generatorUrl } from '../commands/common.ts'
import { exitCodeOf } from '../output/exit.ts'
import { TestRepository } from '../testing/repository.ts'
import { remember, untouchedSince } from './last-run.ts'

const everything = join(import.meta.dirname, '../../../../libs/cluster-spec/fixtures/fleet-file/valid/everything')
const clusters = ['dev', 'eu-1', 'eu-2', 'us-1']

let repository: TestRepository
const run = (options = {}) => repository.run({ generatorUrl, ...options })
const fleetYaml = (text: string) => repository.write('clusters/fleet.yaml', text)

/** Descriptions of a schema; of other files the comments, since `apps/v1` is a group of Kubernetes. */
function headOf(text: string): string {
  return text.startsWith('{') ? text : (text.match(/^(#|<!--).*$/gm) ?? []).join('\n')
}

beforeEach(() => {
  repository = new TestRepository()
  for (const name of clusters) repository.write(`clusters/${name}/cluster.yaml`, '')
  for (const name of clusters)
    cpSync(join(everything, `${name}.yaml`), join(repository.path, `clusters/${name}/cluster.yaml`))
  cpSync(join(everything, 'fleet.yaml'), join(repository.path, 'clusters/fleet.yaml'))
})
afterEach(() => repository.remove())

describe('a fleet.yaml', () => {
  it('gives the same files in threads as without, and none of them twice', async () => {
    expect((await run({ threads: 2 })).diagnostics).toEqual([])
    const check = await run({ mode: 'check' })
    expect([check.diagnostics, check.differences]).toEqual([[], []])
    expect(repository.read('clusters/us-1/README.md')).toContain('[fleet.yaml](../fleet.yaml)')
    expect(repository.read('overlays/gitops/flux/us-1.yaml')).toContain('name: metrics-us-1')
  })

  it('puts its pull secrets and its mirrors into every pod', async () => {
    await run()
    const texts = repository.files('overlays').map((path) => repository.read(`overlays/${path}`))
    const workloads = texts.filter(
      (text) => /^kind: (StatefulSet|Deployment|DaemonSet)$/m.test(text) && text.includes('serviceAccountName'),
    )
    expect(workloads.length).toBeGreaterThan(10)
    for (const text of workloads) expect(text).toMatch(/imagePullSecrets:\n\s+- name: registry/)
    expect(texts.join('\n')).not.toMatch(/image: "?quay\.io/)
  })

  it('gives files that name no source of the product, which a repository of clusters does not have', async () => {
    await run()
    const paths = ['clusters', 'overlays'].flatMap((root) => repository.files(root).map((path) => `${root}/${path}`))
    expect(paths.length).toBeGreaterThan(200)
    expect(paths.filter((path) => /\b(libs|apps|tools)\/[a-z]/.test(headOf(repository.read(path))))).toEqual([])
  })

  it('that is wrong is reported once, and nothing is written', async () => {
    await run()
    const before = repository.state()
    fleetYaml('repository: { url: https://a:b@github.com/example/fleet.git }\ngitops: { flux: { name: x } }\n')
    const broken = await run({ force: true })
    expect(broken.diagnostics.map(({ code }) => code)).toEqual(['credentials-in-url', 'flux-name-without-cluster'])
    expect(exitCodeOf(broken.diagnostics)).toBe(2)
    fleetYaml('defaults: { all: { query: { timeout: soon } } }\n')
    const reached = await run({ threads: 2 })
    const ofFleet = reached.diagnostics.filter(({ file }) => file === 'clusters/fleet.yaml')
    expect(ofFleet.map(({ code, line, column }) => [code, line, column])).toEqual([['bad-duration', 1, 38]])
    expect(ofFleet[0]?.message).toContain('(reaches dev, eu-1, eu-2, us-1)')
    const { ['clusters/fleet.yaml']: _edited, clusters: _folder, ...after } = repository.state()
    const { ['clusters/fleet.yaml']: _original, clusters: _before, ...same } = before
    expect(after).toEqual(same)
  })

  it('that is edited is a reason to run again', async () => {
    await run()
    remember(repository.path, 'x', await run())
    expect(untouchedSince(repository.path, 'x').all).toBeDefined()
    fleetYaml('# nothing\n')
    expect(untouchedSince(repository.path, 'x').all).toBeUndefined()
  })

  it('may be a link in the repository, but not out of it', async () => {
    const path = join(repository.path, 'clusters/fleet.yaml')
    const outside = realpathSync(mkdtempSync(join(tmpdir(), 'thanos-fleet-outside-')))
    repository.write('team/fleet.yaml', repository.read('clusters/fleet.yaml'))
    rmSync(path)
    symlinkSync('../team/fleet.yaml', path)
    expect((await run()).diagnostics).toEqual([])
    writeFileSync(join(outside, 'fleet.yaml'), '')
    rmSync(path)
    symlinkSync(join(outside, 'fleet.yaml'), path)
    const { diagnostics } = await run()
    expect(diagnostics).toMatchObject([{ code: 'symbolic-link', file: 'clusters/fleet.yaml' }])
    rmSync(outside, { recursive: true })
  })

  it('that is a named pipe is not opened', async () => {
    rmSync(join(repository.path, 'clusters/fleet.yaml'))
    execFileSync('mkfifo', [join(repository.path, 'clusters/fleet.yaml')])
    const { diagnostics } = await run()
    expect(diagnostics).toMatchObject([{ severity: 'error', file: 'clusters/fleet.yaml' }])
  })

  it('under another name is refused with the right one', async () => {
    repository.write('clusters/fleet.yml', '')
    const { diagnostics } = await run()
    expect(diagnostics).toMatchObject([
      { code: 'loose-file', file: 'clusters/fleet.yml', remedy: expect.stringContaining('clusters/fleet.yaml') },
    ])
  })
})

describe('two stacks on one Kubernetes cluster', () => {
  it('are refused for what both would have', async () => {
    fleetYaml('gitops: { argocd: { destination: in-cluster } }\n')
    const bucket = (name: string) =>
      `objectStore: { type: S3, bucket: ${name}, endpoint: s3.example.com, credentials: { secret: s } }`
    for (const name of clusters) rmSync(join(repository.path, 'clusters', name), { recursive: true })
    repository.write('clusters/a/cluster.yaml', `name: a\nmode: sidecar-mode\n${bucket('a')}\n`)
    repository.write('clusters/b/cluster.yaml', `name: b\nmode: sidecar-mode\nnamespace: b\n${bucket('b')}\n`)
    const { diagnostics } = await run()
    expect(diagnostics.map(({ code }) => code)).toEqual(['stacks-meet'])
    expect(diagnostics[0]?.message).toContain('port 9100 of every node')
    expect(diagnostics[0]?.message).not.toContain('namespace')
    repository.write(
      'clusters/b/cluster.yaml',
      `name: b\nmode: sidecar-mode\n${bucket('b')}\ngitops: { destination: in-cluster }\n`,
    )
    const inThreads = await run({ threads: 2 })
    expect(inThreads.diagnostics).toMatchObject([
      { code: 'stacks-meet', file: 'clusters/b/cluster.yaml', line: 4, column: 24 },
    ])
    expect(inThreads.diagnostics).toEqual((await run()).diagnostics)
  })

  it('name the folders and the class of volumes on nodes, until each stack has its own', async () => {
    fleetYaml(
      'gitops: { argocd: { destination: in-cluster } }\ndefaults: { all: { storage: { local: { nodes: [n1, n2, n3] } } } }\n',
    )
    for (const name of clusters) rmSync(join(repository.path, 'clusters', name), { recursive: true })
    const text = (name: string) =>
      `name: ${name}\nmode: sidecar-mode\nnamespace: ${name}\n` +
      `objectStore: { type: S3, bucket: ${name}, endpoint: s3.example.com, credentials: { secret: s } }\n`
    repository.write('clusters/a/cluster.yaml', text('a'))
    repository.write('clusters/b/cluster.yaml', text('b'))
    const said = async () => (await run()).diagnostics.map(({ message, remedy }) => `${message}; ${remedy}`).join()
    expect(await said()).toMatch(/the StorageClass local-storage, the folder \/data\/thanos\/data-\S+ of node n/)
    expect(await said()).toMatch(/two: nodeExporter: false, another storage.local.class, another storage.local.path$/)
    const others = 'storage: { local: { path: /data/b, class: local-b } }\n'
    repository.write('clusters/b/cluster.yaml', text('b') + others)
    expect(await said()).toMatch(/port 9100 of every node; [^;]*, or in one of the two: nodeExporter: false$/)
    repository.write('clusters/b/cluster.yaml', `${text('b')}${others}nodeExporter: false\n`)
    expect(await said()).toBe('')
  })
})
