import { ensureTools, succeed } from '@thanos-fleet/cli-tools'
import { type ClusterSpec, loadCluster, noLinks } from '@thanos-fleet/cluster-spec'
import { isWorkload } from '@thanos-fleet/kubernetes'
import { desired } from '@thanos-fleet/stack'
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse, stringify } from 'yaml'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freePort, freePorts, type Program, start, startAt, until } from './program.ts'
import { remoteWrite } from './remote-write.ts'

const folder = mkdtempSync(join(tmpdir(), 'thanos-fleet-centre-'))
const running: Program[] = []
const tools = { thanos: '', prometheus: '' }
let edge: number
let query: Program
let routers: Program

function specOf(name: string, lines: string): ClusterSpec {
  const identity = 'identity: { client: { secret: fleet-client }, authority: { secret: fleet-authority } }'
  const result = loadCluster({
    path: `clusters/${name}/cluster.yaml`,
    text: `name: ${name}\nmode: receive-mode\n${identity}\n${lines}`,
  })
  if (!result.ok) throw new Error(JSON.stringify(result.diagnostics))
  return result.spec
}

/** The folders that pods have below /etc, in one of this machine. */
function mounts(owner: string, certificate: string): string {
  const root = join(folder, owner)
  const files = {
    host: ['tls.crt', 'tls.key'],
    clients: ['ca.crt'],
    'fleet-client': ['tls.crt', 'tls.key'],
    'fleet-authority': ['ca.crt'],
  }
  for (const [part, names] of Object.entries(files)) {
    mkdirSync(join(root, 'tls', part), { recursive: true })
    for (const name of names) {
      const from = name === 'ca.crt' ? 'fleet.crt' : `${certificate}.${name.split('.')[1]}`
      copyFileSync(join(folder, from), join(root, 'tls', part, name))
    }
  }
  return root
}

/** The edge routers of a cluster that oslo sends to, with the arguments and files that are generated for them. */
async function startEdge(ingestor: Program): Promise<void> {
  const bucket = 'objectStore: { type: S3, bucket: a, endpoint: s3.example.com, credentials: { secret: a } }'
  const ingress =
    'ingress: { hosts: { remoteWrite: localhost.example }, tls: { secret: a }, authentication: { basicAuthSecret: a } }'
  const receive = 'receive: { replicationFactor: 1, hashrings: [{ name: default, replicas: 1 }] }'
  const spec = specOf('centre', [bucket, ingress, receive].join('\n'))
  const state = desired({ ...spec, links: { ...noLinks, writers: ['oslo'] } })
  const file = (config: string, name: string) => state.configs.find((one) => one.name === config)?.files[name] ?? ''
  const root = mounts('centre', 'leaf')
  for (const part of ['hashrings', 'limits']) mkdirSync(join(root, 'thanos', part), { recursive: true })
  const rings = file('thanos-receive-edge-hashrings', 'hashrings.json')
  writeFileSync(
    join(root, 'thanos/hashrings/hashrings.json'),
    rings.replace(
      'thanos-receive-ingestor-0.thanos-receive-ingestor.thanos.svc:10901',
      `127.0.0.1:${ingestor.ports.grpc}`,
    ),
  )
  writeFileSync(join(root, 'thanos/limits/limits.yaml'), file('thanos-receive-limits', 'limits.yaml'))
  edge = await freePort()
  const ports = await freePorts()
  const workload = state.objects.filter(isWorkload).find(({ metadata }) => metadata.name === 'thanos-receive-edge')
  const args = (workload?.spec?.template?.spec?.containers[0]?.args ?? [])
    .filter((arg) => !arg.startsWith('--http-address'))
    .map((arg) => arg.replace('0.0.0.0:19291', `127.0.0.1:${edge}`).replace('=/etc/', `=${root}/`))
    .map((arg) => arg.replace('$(POD_NAME)', 'edge-0'))
  routers = await start(tools.thanos, [...args, await capnproto()], ports)
  running.push(routers)
}

/** A port of its own for a server that every Receive has, and that nobody asks here. */
async function capnproto(): Promise<string> {
  return `--receive.capnproto-address=127.0.0.1:${await freePort()}`
}

/** Prometheus of oslo, which scrapes itself and sends as it is generated for a cluster with `sendsTo`. */
async function startOslo(): Promise<void> {
  const spec = specOf('oslo', 'sendsTo: centre')
  const writesTo = { name: 'centre', host: 'localhost', port: edge }
  const state = desired({ ...spec, links: { ...noLinks, writesTo } })
  const text = state.configs.find(({ name }) => name === 'prometheus-config')?.files['prometheus.yaml'] ?? ''
  const { global, remote_write }: { global: object; remote_write: object[] } = parse(text)
  const root = mounts('oslo', 'oslo')
  const http = await freePort()
  const target = [{ job_name: 'self', scrape_interval: '1s', static_configs: [{ targets: [`127.0.0.1:${http}`] }] }]
  const config = stringify({ global, remote_write, scrape_configs: target })
  writeFileSync(join(root, 'prometheus.yaml'), config.replaceAll('/etc/tls/', `${root}/tls/`))
  const args = [`--config.file=${root}/prometheus.yaml`, `--storage.tsdb.path=${root}/data`]
  running.push(await startAt(tools.prometheus, [...args, `--web.listen-address=127.0.0.1:${http}`], { grpc: 0, http }))
}

/** Sends one sample of a series, as whoever the certificate names. */
function push(series: string, certificate: string | null, headers: Record<string, string> = {}) {
  const text = (file: string) => readFileSync(join(folder, file), 'utf8')
  const own = certificate === null ? {} : { cert: text(`${certificate}.crt`), key: text(`${certificate}.key`) }
  return remoteWrite(`https://localhost:${edge}/api/v1/receive`, series, { ca: text('fleet.crt'), ...own }, headers)
}

/** The labels of the series that a selector finds at the centre. */
async function found(selector: string): Promise<Record<string, string>[]> {
  const { text } = await query.get(`/api/v1/query?query=${encodeURIComponent(selector)}`)
  const answer: { data?: { result: { metric: Record<string, string> }[] } } = JSON.parse(text)
  return (answer.data?.result ?? []).map(({ metric }) => metric)
}

beforeAll(async () => {
  Object.assign(tools, await ensureTools(['thanos', 'prometheus'], { log: () => undefined }))
  await succeed('go', ['run', join(import.meta.dirname, 'certificates.go'), folder])
  const labels = ['--label=receive_replica="a"', `--tsdb.path=${folder}/ingestor`]
  const writes = `--remote-write.address=127.0.0.1:${await freePort()}`
  const ingestor = await start(tools.thanos, ['receive', ...labels, writes, await capnproto()], await freePorts())
  running.push(ingestor)
  query = await start(tools.thanos, ['query', `--endpoint=127.0.0.1:${ingestor.ports.grpc}`], await freePorts())
  running.push(query)
  await startEdge(ingestor)
}, 600_000)
afterAll(async () => {
  await Promise.all(running.map((program) => program.stop()))
  rmSync(folder, { recursive: true })
})

describe('the real routers, with what is generated for a cluster that another one sends to', () => {
  test('take everything that its real Prometheus sends, as the tenant of its name', async () => {
    await startOslo()
    await until(async () => (await found('up{job="self"}')).length > 0)
    expect(await found('up{job="self"}')).toMatchObject([
      { cluster: 'oslo', tenant_id: 'oslo', prometheus_replica: 'pod-0' },
    ])
  }, 60_000)

  test('count what they take by the tenant of the certificate, as alerts about silent clusters want', async () => {
    const { text } = await routers.get('/metrics')
    expect(text).toMatch(/^thanos_receive_write_samples_count\{code="200",tenant="oslo"\} [1-9]/m)
  })

  test('do not believe a header that names another tenant', async () => {
    expect(await push('claimed', 'oslo', { 'THANOS-TENANT': 'rome' })).toMatchObject({ status: 200 })
    await until(async () => (await found('claimed')).length > 0)
    expect(await found('claimed')).toMatchObject([{ tenant_id: 'oslo' }])
  }, 60_000)

  test('take nothing from a cluster of the fleet that does not say that it sends', async () => {
    const answer = await push('unstated', 'hub')
    expect(answer).toMatchObject({ status: 500, text: expect.stringContaining('no matching hashring') })
    expect(await found('unstated')).toEqual([])
  }, 60_000)

  test.each([['stranger'], [null]])(
    'take nothing with the certificate of somebody else, or none: %s',
    async (name) => {
      await expect(push('foreign', name)).rejects.toThrow(/alert|ECONNRESET/)
      expect(await found('foreign')).toEqual([])
    },
    60_000,
  )
})
