import { ensureTools, succeed } from '@thanos-fleet/cli-tools'
import { completeDefaults, noLinks } from '@thanos-fleet/cluster-spec'
import { desired } from '@thanos-fleet/stack'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freePorts, type Ports, type Program, start, until } from './program.ts'

const folder = mkdtempSync(join(tmpdir(), 'thanos-fleet-hub-'))
const running: Program[] = []
let thanos: string
let leaf: Program
let rule: Ports

async function started(args: readonly string[], ports?: Ports): Promise<Program> {
  const program = await start(thanos, args, ports ?? (await freePorts()))
  running.push(program)
  return program
}

/** The Query of a leaf. It lets in who has a certificate of the fleet, as its edge does. */
function startLeaf(ports?: Ports): Promise<Program> {
  const tls = ['cert=leaf.crt', 'key=leaf.key', 'client-ca=fleet.crt'].map(
    (file) => `--grpc-server-tls-${file.replace('=', `=${folder}/`)}`,
  )
  return started(['query', ...tls, `--endpoint=127.0.0.1:${rule.grpc}`], ports)
}

/** Thanos Rule of the leaf, which makes a series of its own every second. */
function startRule(): Promise<Program> {
  const file = join(folder, 'rules.yaml')
  writeFileSync(file, 'groups: [{ name: a, interval: 1s, rules: [{ record: known, expr: vector(7) }] }]')
  const labels = ['--label=cluster="paris"', '--label=rule_replica="a"']
  const paths = [`--data-dir=${folder}/rule`, `--rule-file=${file}`]
  return started(['rule', ...labels, ...paths, `--query=127.0.0.1:${leaf.ports.http}`], rule)
}

/** What is generated for a hub that reads the leaf, in a folder of its own with the certificate that it shows. */
function hubArgs(client: 'hub' | 'stranger'): string[] {
  const defaults = completeDefaults('sidecar-mode', 'hub')
  const paris = { name: 'paris', host: 'localhost', port: leaf.ports.grpc }
  const state = desired({
    ...defaults,
    identity: { client: { secret: 'a' }, authority: { secret: 'b' }, publicHosts: false },
    query: { ...defaults.query, clusters: ['paris'] },
    links: { ...noLinks, reads: [{ ...paris, externalLabels: { cluster: 'paris' }, deduplicatesTenants: false }] },
  })
  const text = state.configs.find(({ name }) => name === 'thanos-query-endpoints')?.files['endpoints.yaml'] ?? ''
  const root = join(folder, `of-${client}`)
  for (const part of ['fleet-client', 'fleet-authority']) mkdirSync(join(root, part), { recursive: true })
  copyFileSync(join(folder, `${client}.crt`), join(root, 'fleet-client/tls.crt'))
  copyFileSync(join(folder, `${client}.key`), join(root, 'fleet-client/tls.key'))
  copyFileSync(join(folder, 'fleet.crt'), join(root, 'fleet-authority/ca.crt'))
  writeFileSync(join(root, 'endpoints.yaml'), text.replaceAll('/etc/tls/', `${root}/`))
  return ['query', `--endpoint.sd-config-file=${root}/endpoints.yaml`, '--query.replica-label=rule_replica']
}

/** What a Query says of the series of the leaf. */
async function asked(query: Program, { partial }: { partial: boolean }) {
  const { status, text } = await query.get(`/api/v1/query?query=known&partial_response=${partial}`)
  const answer: { data?: { result: { metric: object }[] }; warnings?: string[]; error?: string } = JSON.parse(text)
  const series = (answer.data?.result ?? []).map(({ metric }) => metric)
  return { status, series, said: [...(answer.warnings ?? []), answer.error ?? ''].join() }
}

beforeAll(async () => {
  thanos = (await ensureTools(['thanos'], { log: () => undefined })).thanos
  await succeed('go', ['run', join(import.meta.dirname, 'certificates.go'), folder])
  rule = await freePorts()
  leaf = await startLeaf()
  await startRule()
}, 600_000)
afterAll(async () => {
  await Promise.all(running.map((program) => program.stop()))
  rmSync(folder, { recursive: true })
})

describe('the real Query, with the file that is generated for a hub', () => {
  let hub: Program
  beforeAll(async () => {
    hub = await started(hubArgs('hub'))
  }, 60_000)

  test('has the series of a cluster that asks for a certificate of the fleet, without the labels of copies', async () => {
    await until(async () => (await asked(hub, { partial: false })).series.length > 0)
    expect(await asked(hub, { partial: false })).toEqual({
      status: 200,
      series: [{ __name__: 'known', cluster: 'paris' }],
      said: '',
    })
  }, 60_000)

  test('says so when the cluster is away, and fails where no partial answer is taken', async () => {
    await leaf.stop()
    await until(async () => (await asked(hub, { partial: false })).status !== 200)
    const { status, said } = await asked(hub, { partial: true })
    expect([status, said]).toEqual([200, expect.stringContaining(`localhost:${leaf.ports.grpc}`)])
  }, 60_000)

  test('reads it again when it is back', async () => {
    leaf = await startLeaf(leaf.ports)
    await until(async () => (await asked(hub, { partial: false })).series.length > 0)
  }, 60_000)

  test('has nothing with a certificate of somebody else, and says so', async () => {
    const stranger = await started(hubArgs('stranger'))
    await until(async () => (await asked(stranger, { partial: true })).said !== '')
    expect((await asked(stranger, { partial: true })).series).toEqual([])
    expect((await asked(stranger, { partial: false })).status).not.toBe(200)
  }, 60_000)
})
