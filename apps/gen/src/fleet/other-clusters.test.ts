import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { productFleet } from '@thanos-fleet/cluster-spec'
import { generatorUrl } from '../commands/common.ts'
import { TestRepository } from '../testing/repository.ts'
import { statedLinks } from './stated-links.ts'

const identity = 'identity: { client: { secret: fleet-client }, authority: { secret: fleet-authority } }\n'

function clusterYaml(name: string, more: string): string {
  return `name: ${name}\nmode: sidecar-mode\n${identity}objectStore: { type: S3, bucket: ${name}, endpoint: s3.example.com, credentials: { secret: a } }\n${more}`
}

function leafYaml(name: string, host = `${name}.example.com`): string {
  return clusterYaml(
    name,
    `ring: edge\ningress: { hosts: { queryGrpc: ${host} }, tls: { secret: a }, authentication: { basicAuthSecret: a } }\n`,
  )
}

let repository: TestRepository
const run = (options = {}) => repository.run({ generatorUrl, ...options })
const written = async (options = {}) =>
  (await run(options)).units.filter(({ counts }) => counts.written > 0).map(({ name }) => name)

beforeEach(() => {
  repository = new TestRepository()
  for (const name of ['paris', 'rome']) repository.write(`clusters/${name}/cluster.yaml`, leafYaml(name))
  repository.write('clusters/hub/cluster.yaml', clusterYaml('hub', 'query: { clusters: [{ ring: edge }] }\n'))
})
afterEach(() => repository.remove())

describe('a cluster that reads others', () => {
  it('is generated with them, in threads as without', async () => {
    expect((await run({ threads: 2 })).diagnostics).toEqual([])
    const text = repository
      .files('clusters/hub')
      .map((path) => repository.read(`clusters/hub/${path}`))
      .join('\n')
    expect(text).toContain('address: paris.example.com:443')
    expect(text).toContain('server_name: rome.example.com')
    expect(repository.read('clusters/README.md')).toContain('c_hub -->|"reads series from (StoreAPI)"| c_paris')
    const check = await run({ mode: 'check' })
    expect([check.diagnostics, check.differences]).toEqual([[], []])
  })

  it('follows when the host of one of them changes, and no other cluster does', async () => {
    await run()
    repository.write('clusters/rome/cluster.yaml', leafYaml('rome', 'storeapi.rome.example.com'))
    expect(await written()).toEqual(expect.arrayContaining(['hub', 'rome', 'clusters']))
    expect(await written()).toEqual([])
  })

  it('leaves what it reads as it was when it begins to read it', async () => {
    repository.write('clusters/hub/cluster.yaml', clusterYaml('hub', 'query: { clusters: [paris] }\n'))
    await run()
    repository.write('clusters/hub/cluster.yaml', clusterYaml('hub', 'query: { clusters: [paris, rome] }\n'))
    const names = await written()
    expect(names).toContain('hub')
    expect(names).not.toContain('rome')
  })

  it('is the same where only it is generated', async () => {
    await run()
    expect(await written({ names: ['hub'] })).toEqual([])
  })

  it('keeps one that it names from being removed', async () => {
    repository.write('clusters/hub/cluster.yaml', clusterYaml('hub', 'query: { clusters: [paris, rome] }\n'))
    await run()
    const before = repository.state()
    rmSync(join(repository.path, 'clusters/rome/cluster.yaml'))
    const { diagnostics } = await run()
    expect(diagnostics.map(({ code, file }) => [code, file])).toContainEqual([
      'unknown-cluster',
      'clusters/hub/cluster.yaml',
    ])
    const { 'clusters/rome/cluster.yaml': _, 'clusters/rome': __, ...rest } = before
    expect(repository.state()).toMatchObject(rest)
  })

  it('is not said to name nobody where the file of the other is refused', async () => {
    repository.write('clusters/hub/cluster.yaml', clusterYaml('hub', 'query: { clusters: [paris, rome] }\n'))
    repository.write('clusters/rome/cluster.yaml', 'name: rome\nmode: nonsense\n')
    const { diagnostics } = await run()
    expect(new Set(diagnostics.map(({ file }) => file))).toEqual(new Set(['clusters/rome/cluster.yaml']))
  })

  it('is explained with the line that says so, and so is the one that is read', () => {
    const reads = statedLinks(repository.path, productFleet)
    const from = 'clusters/hub/cluster.yaml:5'
    expect(reads.get('hub')).toEqual([
      { path: 'reads paris', value: 'paris.example.com:443', from },
      { path: 'reads rome', value: 'rome.example.com:443', from },
    ])
    expect(reads.get('rome')).toEqual([{ path: 'is read by hub', value: 'rome.example.com:443', from }])
  })
})

describe('clusters that send to another one', () => {
  const senderYaml = (name: string, more = '') =>
    `name: ${name}\nmode: receive-mode\n${identity}sendsTo: centre\n${more}`
  const centreYaml = clusterYaml(
    'centre',
    'ingress: { hosts: { remoteWrite: write.example.com }, tls: { secret: a }, authentication: { basicAuthSecret: a } }\n',
  ).replace('sidecar-mode', 'receive-mode')
  const ringOf = () => repository.read('clusters/centre/config/thanos-receive-edge-hashrings/hashrings.json')

  beforeEach(() => {
    repository.write('clusters/centre/cluster.yaml', centreYaml)
    repository.write('clusters/oslo/cluster.yaml', senderYaml('oslo'))
  })

  it('are the tenants of its edge routers, each from the moment when it says so', async () => {
    expect((await run({ threads: 2 })).diagnostics).toEqual([])
    expect(ringOf()).toContain('"oslo"')
    repository.write('clusters/turin/cluster.yaml', senderYaml('turin'))
    expect(await written()).toEqual(expect.arrayContaining(['centre', 'turin', 'clusters']))
    expect(ringOf()).toContain('"turin"')
    rmSync(join(repository.path, 'clusters/turin/cluster.yaml'))
    expect(await written()).toEqual(expect.arrayContaining(['centre']))
    expect(ringOf()).not.toContain('"turin"')
    const check = await run({ mode: 'check' })
    expect([check.diagnostics, check.differences]).toEqual([[], []])
  })

  it('follow when its host changes', async () => {
    await run()
    repository.write('clusters/centre/cluster.yaml', centreYaml.replace('write.example', 'receive.example'))
    expect(await written()).toEqual(expect.arrayContaining(['centre', 'oslo']))
    const config = repository.files('clusters/oslo').find((path) => path.endsWith('prometheus.yaml')) ?? ''
    expect(repository.read(`clusters/oslo/${config}`)).toContain('https://receive.example.com/api/v1/receive')
  })

  it('are explained at both ends, and drawn on the page of the fleet', async () => {
    await run()
    const links = statedLinks(repository.path, productFleet)
    const from = 'clusters/oslo/cluster.yaml:4'
    expect(links.get('oslo')).toEqual([{ path: 'sends to centre', value: 'write.example.com:443', from }])
    expect(links.get('centre')).toEqual([{ path: 'takes from oslo', value: 'write.example.com:443', from }])
    expect(repository.read('clusters/README.md')).toContain('c_oslo -->|"sends everything to (remote write)"| c_centre')
  })

  it('keep it from moving to a mode without Receive, and from being removed', async () => {
    await run()
    repository.write('clusters/centre/cluster.yaml', clusterYaml('centre', ''))
    expect((await run()).diagnostics.map(({ code }) => code)).toContain('centre-without-receive')
    rmSync(join(repository.path, 'clusters/centre/cluster.yaml'))
    expect((await run()).diagnostics.map(({ code }) => code)).toContain('unknown-cluster')
  })

  it('do not begin to send with data of their own', async () => {
    repository.write('clusters/turin/cluster.yaml', clusterYaml('turin', '').replace('sidecar-mode', 'receive-mode'))
    await run()
    repository.write('clusters/turin/cluster.yaml', senderYaml('turin'))
    expect((await run()).diagnostics).toMatchObject([{ code: 'data-left-behind', file: 'clusters/turin/cluster.yaml' }])
  })

  it('can be told of by alerts that a cluster has only because of others, and that it changes', async () => {
    const tuned = 'alerts: { ThanosWriterSilent: { thresholds: { age: 15m } }, ThanosReceiveEdgeDown: { for: 10m } }\n'
    repository.write('clusters/centre/cluster.yaml', `${centreYaml}${tuned}`)
    repository.write(
      'clusters/hub/cluster.yaml',
      clusterYaml(
        'hub',
        'query: { clusters: [{ ring: edge }] }\nrule: true\nalerts: { ThanosClusterSilent: { for: 20m } }\n',
      ),
    )
    repository.write('clusters/oslo/cluster.yaml', senderYaml('oslo', 'alerts: { ThanosWriterSilent: false }\n'))
    const { diagnostics } = await run()
    expect(diagnostics).toMatchObject([{ code: 'unknown-alert', file: 'clusters/oslo/cluster.yaml' }])
  })
})
