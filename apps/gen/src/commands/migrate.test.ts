import { exampleText } from '@thanos-fleet/cluster-spec/testing'
import { spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { FakeApiServer } from '@thanos-fleet/live-cluster/testing'
import { TestRepository } from '../testing/repository.ts'

const workspace = resolve(import.meta.dirname, '../../../..')
const clusterYaml = exampleText('sidecar-mode')
const path = 'clusters/sidecar-mode/cluster.yaml'
const moving = (step: string) =>
  clusterYaml.replace('mode: sidecar-mode\n', `mode: sidecar-mode\nmigration: { to: receive-mode, step: ${step} }\n`)

let repository: TestRepository
let server: FakeApiServer | undefined
beforeEach(() => {
  repository = new TestRepository()
  repository.write(path, clusterYaml)
})
afterEach(() => {
  repository.remove()
  server?.stop()
  server = undefined
})

async function gen(args: string[], env: Record<string, string> = {}) {
  const program = spawn(
    process.execPath,
    [join(workspace, 'apps/gen/src/main.ts'), ...args, '--repository', repository.path],
    {
      env: { ...process.env, KUBECONFIG: '', ...env },
    },
  )
  let [out, err] = ['', '']
  program.stdout.on('data', (text) => {
    out += String(text)
  })
  program.stderr.on('data', (text) => {
    err += String(text)
  })
  const code = await new Promise<number | null>((resolve) => program.on('close', resolve))
  return { code, out, err }
}

describe('migrate', () => {
  test('says where to go is not known, where the cluster does not move', async () => {
    expect(await gen(['migrate', 'sidecar-mode'])).toEqual({
      code: 0,
      err: '',
      out: 'sidecar-mode is in sidecar-mode. To migrate it, pass --to receive-mode or --to sidecar-mode.\n',
    })
  })

  test('proposes the next step and writes nothing, and writes it when told', async () => {
    const proposal = await gen(['migrate', 'sidecar-mode', '--to', 'receive-mode'])
    expect(proposal).toMatchObject({ code: 0, err: '' })
    expect(proposal.out).toContain('Next step: receivers. Deploy Receive routers and ingestors.\n')
    expect(proposal.out).toContain('  +migration: { to: receive-mode, step: receivers }\n')
    expect(proposal.out).toContain('  added   StatefulSet thanos/thanos-receive-ingestor\n')
    expect(proposal.out).toContain('The running cluster was not queried.')
    expect(repository.read(path)).toBe(clusterYaml)
    const written = await gen(['migrate', 'sidecar-mode', '--to=receive-mode', '--write'])
    expect(written.out).toMatch(/Written\. Run .*\n$/)
    expect(repository.read(path)).toBe(moving('receivers'))
    expect((await gen(['migrate', 'sidecar-mode'])).out).toContain('Next step: remote-write.')
  })

  test('is one document for programs', async () => {
    const { out } = await gen(['migrate', 'sidecar-mode', '--to', 'receive-mode', '--format', 'json'])
    const document: unknown = JSON.parse(out)
    expect(document).toMatchObject({
      cluster: 'sidecar-mode',
      at: 'sidecar-only',
      ready: null,
      written: false,
      conditions: null,
      next: {
        goal: 'receive-mode',
        from: 'sidecar-only',
        to: 'receivers',
        finishes: false,
        clusterYaml: moving('receivers'),
      },
    })
  })

  test('refuses to skip a step, with the place in the file: exit code 2', async () => {
    repository.write(path, moving('receivers'))
    const refused = await gen(['migrate', 'sidecar-mode', '--step', 'read-receive', '--write'])
    expect(refused).toEqual({
      code: 2,
      out: '',
      err:
        `${path}:4:38: error: the cluster is at receivers; read-receive is not the next step, remote-write is [migration-step-skipped]\n` +
        '  help: take remote-write, read-both first, each after the previous one is complete\nFound 1 error in 1 file\nSee docs/diagnostics.md#migration-step-skipped\n',
    })
    expect(repository.read(path)).toBe(moving('receivers'))
  })

  test('asks the running cluster, and writes nothing before it is ready: exit code 1', async () => {
    server = await FakeApiServer.start({})
    repository.write('kubeconfig', server.kubeconfig)
    const kubeconfig = join(repository.path, 'kubeconfig')
    const early = await gen(['migrate', 'sidecar-mode', '--to', 'receive-mode', '--write', '--kubeconfig', kubeconfig])
    expect(early).toMatchObject({ code: 1, err: '' })
    expect(early.out).toContain('  pending  no Prometheus has responded [identity]\n')
    expect(early.out).toContain('  pending  Deployment thanos/thanos-query does not exist [rolled-out]\n')
    expect(early.out).toMatch(/The cluster is not ready for this step\. Nothing was written\.\n$/)
    expect(repository.read(path)).toBe(clusterYaml)
    expect(server.paths.every((request) => request.startsWith('GET '))).toBe(true)
    const fromVariable = await gen(['migrate', 'sidecar-mode', '--to', 'receive-mode', '--format', 'json'], {
      KUBECONFIG: kubeconfig,
    })
    expect(fromVariable.code).toBe(1)
    expect(JSON.parse(fromVariable.out)).toMatchObject({ ready: false, written: false })
    expect(
      (await gen(['migrate', 'sidecar-mode', '--to', 'receive-mode', '--no-check'], { KUBECONFIG: kubeconfig })).code,
    ).toBe(0)
  })

  test('says that the API server cannot be reached: exit code 5', async () => {
    server = await FakeApiServer.start({})
    repository.write('kubeconfig', server.kubeconfig)
    server.stop()
    const failed = await gen([
      'migrate',
      'sidecar-mode',
      '--to',
      'receive-mode',
      '--kubeconfig',
      join(repository.path, 'kubeconfig'),
    ])
    expect(failed).toMatchObject({ code: 5, out: '' })
    expect(failed.err).toMatch(/^Cannot reach the API server: /)
    expect((await gen(['migrate', 'sidecar-mode', '--to', 'receive-mode', '--kubeconfig', '/nowhere'])).code).toBe(5)
    const other = await gen([
      'migrate',
      'sidecar-mode',
      '--kubeconfig',
      join(repository.path, 'kubeconfig'),
      '--context',
      'other',
    ])
    expect(other.err).toMatch(/kubeconfig has no context "other"; it has fake\n$/)
  })
})

describe('the state of a cluster', () => {
  const index = 'clusters/sidecar-mode/.generated'
  const reword = (path: string, from: RegExp | string, to: string) =>
    repository.write(path, repository.read(path).replace(from, to))

  test('is not to be had from its page', async () => {
    expect((await gen(['overlays'])).code).toBe(0)
    reword('clusters/sidecar-mode/README.md', 'Mode **sidecar-mode**', 'Runs in **sidecar-mode**')
    repository.write(path, clusterYaml.replace('\nmode: sidecar-mode', '\nmode: receive-mode'))
    const refused = await gen(['migrate', 'sidecar-mode', '--to', 'sidecar-mode', '--write'])
    expect(refused).toMatchObject({ code: 2, out: '' })
    expect(refused.err).toContain('[migration-step-skipped]')
  })

  test.each([
    ['state-missing', () => rmSync(join(repository.path, index))],
    ['state-missing', () => repository.write(index, '')],
    ['state-unreadable', () => repository.write(index, repository.read(index).slice(0, 60))],
    ['foreign-state', () => reword(index, '"cluster":"sidecar-mode"', '"cluster":"eu-1"')],
    ['newer-product', () => reword(index, /"version":"[^"]*"/, '"version":"99.0.0"')],
    [
      'state-conflict',
      () =>
        reword(index, /^(.*)"migration":null(.*)\n/, '$&$1"migration":{"to":"receive-mode","step":"receivers"}$2\n'),
    ],
  ])('refuses a step where it is not known: %s', async (code, damage) => {
    expect((await gen(['overlays'])).code).toBe(0)
    damage()
    const refused = await gen(['migrate', 'sidecar-mode', '--to', 'receive-mode', '--write'])
    expect(refused).toMatchObject({ code: 2, out: '' })
    expect(refused.err).toMatch(new RegExp(`^${index}:.*\\[${code}\\]\n {2}help: `))
    expect(repository.read(path)).toBe(clusterYaml)
  })

  test('can be said by a person, for one cluster', async () => {
    expect((await gen(['overlays'])).code).toBe(0)
    const before = repository.read(index)
    rmSync(join(repository.path, index))
    expect((await gen(['check'])).code).toBe(2)
    expect((await gen(['overlays', '--assume-state=sidecar-mode'])).code).toBe(64)
    expect((await gen(['overlays', 'sidecar-mode', '--assume-state=sidecar'])).code).toBe(64)
    expect((await gen(['overlays', 'sidecar-mode', '--assume-state=read-both'])).err).toContain(
      '[migration-step-skipped]',
    )
    expect((await gen(['overlays', 'sidecar-mode', '--assume-state=sidecar-mode'])).code).toBe(0)
    expect(repository.read(index)).toBe(before)
    expect((await gen(['overlays', 'sidecar-mode', '--assume-state=sidecar-mode'])).err).toContain('[state-known]')
  })
})

describe('generating', () => {
  test('refuses a mode that is changed at once, and a step that is skipped; --force is for clusters that were never deployed', async () => {
    expect((await gen(['overlays'])).code).toBe(0)
    const before = repository.read('clusters/sidecar-mode/README.md')
    repository.write(path, clusterYaml.replace('\nmode: sidecar-mode', '\nmode: receive-mode'))
    const refused = await gen(['overlays'])
    expect(refused.code).toBe(2)
    expect(refused.err).toContain(
      `${path}:3:7: error: mode sidecar-mode was generated last; mode receive-mode skips receivers, `,
    )
    expect(refused.err).toContain('npx nx run gen:migrate -- sidecar-mode --to receive-mode')
    expect(repository.read('clusters/sidecar-mode/README.md')).toBe(before)
    expect((await gen(['check'])).code).toBe(2)
    expect((await gen(['migrate', 'sidecar-mode', '--to', 'sidecar-mode'])).code).toBe(2)
    repository.write(path, moving('read-both'))
    expect((await gen(['overlays'])).err).toContain('[migration-step-skipped]')
    expect((await gen(['overlays', '--force'])).code).toBe(0)
    repository.write(path, moving('read-receive'))
    expect((await gen(['overlays'])).code).toBe(0)
    expect((await gen(['check'])).code).toBe(0)
  })
})
