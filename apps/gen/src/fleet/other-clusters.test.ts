import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { productFleet } from '@thanos-fleet/cluster-spec'
import { generatorUrl } from '../commands/common.ts'
import { TestRepository } from '../testing/repository.ts'
import { statedReads } from './stated-reads.ts'

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
    const reads = statedReads(repository.path, productFleet)
    const from = 'clusters/hub/cluster.yaml:5'
    expect(reads.get('hub')).toEqual([
      { path: 'reads paris', value: 'paris.example.com:443', from },
      { path: 'reads rome', value: 'rome.example.com:443', from },
    ])
    expect(reads.get('rome')).toEqual([{ path: 'is read by hub', value: 'rome.example.com:443', from }])
  })
})
