import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureTools } from '@thanos-fleet/cli-tools'
import { modeDefaults } from '@thanos-fleet/cluster-spec'
import type { ConfigMap, KubeObject } from '@thanos-fleet/kubernetes'
import { rendered } from '@thanos-fleet/kustomize'
import { ensureSchemas, kubernetesVersions } from '@thanos-fleet/schemas'
import { desired } from '@thanos-fleet/stack'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import { checkConfigurations } from './configuration.ts'
import { kubeconform } from './kubeconform.ts'
import { kubeScore } from './kube-score.ts'
import { compareWithModel } from './model.ts'
import { Programs } from './programs/index.ts'
import { containersOf } from './programs/sandbox.ts'

/** Each check must fail on the mistake it is there for; else it proves nothing when it passes. */
const spec = modeDefaults('receive-mode', 'receive-mode')
let tools: Awaited<ReturnType<typeof ensureTools>>

beforeAll(async () => {
  tools = await ensureTools(undefined, { log: () => undefined })
  await ensureSchemas({ log: () => undefined })
}, 3_600_000)

/** The objects of the cluster, a copy that may be broken. */
function objects(of = spec): KubeObject[] {
  return structuredClone(rendered(desired(of)))
}

function argsOf(all: KubeObject[], name: string): string[] {
  const args = containersOf(all).find(({ container }) => container.name === name)?.container.args
  if (args === undefined) throw new Error(`no container ${name}`)
  return args
}

/** Replaces text in the configuration file of that key, and makes sure that there was something to replace. */
function edit(all: KubeObject[], key: string, from: string, to: string): void {
  const configs = all.filter((object): object is ConfigMap => object.kind === 'ConfigMap').map(({ data }) => data ?? {})
  const data = configs.find((data) => data[key]?.includes(from) === true)
  const text = data?.[key]
  if (data === undefined || text === undefined) throw new Error(`no ${key} contains ${from}`)
  data[key] = text.replace(from, to)
}

const only = (all: KubeObject[], component: string) =>
  all.filter(({ kind, metadata }) => kind === 'ConfigMap' || metadata.labels?.['app.kubernetes.io/name'] === component)

describe('starting the programs fails on', () => {
  const started = async (component: string, breakIt: (all: KubeObject[]) => void) => {
    const all = objects()
    breakIt(all)
    const { failures } = await new Programs(tools).check('broken', only(all, component))
    return failures.map(({ subject, message }) => `${subject}: ${message}`).join('\n')
  }

  it('a flag that the release has dropped', async () => {
    expect(await started('thanos-query', (all) => argsOf(all, 'thanos-query').push('--store=dns+x'))).toContain(
      'unknown long flag',
    )
  })

  it('nothing, but does not claim to have checked an image of another version', async () => {
    const all = objects()
    for (const { container } of containersOf(all))
      container.image = container.image?.replace(/thanos:v[0-9.]+/, 'thanos:v9.9.9') ?? ''
    const { unchecked, started } = await new Programs(tools).check('newer', only(all, 'thanos-query'))
    expect(unchecked).toEqual([expect.stringContaining('the image has version 9.9.9, the tool that could check it')])
    expect(started).toBe(0)
  })

  it('a value of the wrong type', async () => {
    expect(
      await started('thanos-compact', (all) => argsOf(all, 'thanos-compact').push('--downsample.concurrency=many')),
    ).not.toBe('')
  })

  it('an endpoint file that is no YAML', async () => {
    expect(
      await started('thanos-query', (all) => {
        edit(all, 'endpoints.yaml', 'endpoints:', 'endpoints: [')
      }),
    ).not.toBe('')
  })

  it('a hashring with fewer endpoints than copies', async () => {
    expect(
      await started('thanos-receive-router', (all) => {
        const args = argsOf(all, 'thanos-receive-router')
        args.splice(
          args.findIndex((arg) => arg.startsWith('--receive.replication-factor=')),
          1,
          '--receive.replication-factor=7',
        )
      }),
    ).not.toBe('')
  })

  it('a key that the object store does not know', async () => {
    expect(
      await started('thanos-bucket-web', (all) => {
        edit(all, 'object-store.yaml', 'bucket:', 'buckett:')
      }),
    ).toContain('buckett')
  })
}, 300_000)

describe('promtool and amtool fail on', () => {
  const checked = async (breakIt: (all: KubeObject[]) => void) => {
    const all = objects()
    breakIt(all)
    return (await checkConfigurations(tools, 'broken', all)).failures
      .map(({ check, message }) => `${check}: ${message}`)
      .join('\n')
  }

  it('an unknown key of Prometheus', async () => {
    expect(
      await checked((all) => {
        edit(all, 'prometheus.yaml', 'scrape_interval', 'scrape_intervall')
      }),
    ).toContain('scrape_intervall')
  })

  it('a rule that is no PromQL', async () => {
    expect(
      await checked((all) => {
        edit(all, 'recording.yaml', 'sum by (', 'sum bye (')
      }),
    ).toContain('promtool')
  })

  it('a route to a receiver that does not exist', async () => {
    expect(
      await checked((all) => {
        edit(all, 'alertmanager.yaml', 'receiver: ', 'receiver: nobody-')
      }),
    ).toContain('amtool')
  })

  it('a template of notifications that does not end', async () => {
    const messages = async (text: string) => {
      const extra = { ...spec.extra, alertTemplates: [{ path: 'own.tmpl', text }] }
      const { failures } = await checkConfigurations(tools, 'broken', objects({ ...spec, extra }))
      return failures.map(({ check, message }) => `${check}: ${message}`).join('\n')
    }
    expect(await messages('{{ define "a" }}b{{ end }}')).toBe('')
    expect(await messages('{{ define "a" }}b')).toContain('amtool')
  })

  it('a key that Rule does not know', async () => {
    expect(
      await checked((all) => {
        edit(all, 'global.yaml', 'rules:', 'rulez:')
      }),
    ).toContain('thanos')
  })
})

describe('the other checks fail on', () => {
  const folder = mkdtempSync(join(tmpdir(), 'thanos-fleet-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  const written = (all: KubeObject[]) => {
    const file = join(folder, 'objects.yaml')
    writeFileSync(file, all.map((object) => stringify(object, { aliasDuplicateObjects: false })).join('---\n'))
    return file
  }
  const broken = (change: (set: KubeObject & { spec: Record<string, unknown> }) => void) => {
    const all = objects()
    const set = all.find(
      (object): object is KubeObject & { spec: Record<string, unknown> } => object.kind === 'StatefulSet',
    )
    if (set === undefined) throw new Error('no StatefulSet')
    change(set)
    return all
  }

  it('a field that Kubernetes does not know', async () => {
    const { failures } = await kubeconform(
      tools.kubeconform,
      new Map([
        [
          'broken',
          written(
            broken((set) => {
              set.spec['replicaz'] = 3
            }),
          ),
        ],
      ]),
    )
    expect(failures.map(({ message }) => message).join()).toContain('replicaz')
    expect(failures).toHaveLength(kubernetesVersions.length)
  })

  it('a kind without a schema', async () => {
    const { failures } = await kubeconform(
      tools.kubeconform,
      new Map([['broken', written([{ apiVersion: 'example.com/v1', kind: 'Unknown', metadata: { name: 'x' } }])]]),
    )
    expect(failures).toHaveLength(kubernetesVersions.length)
  })

  it('an object that differs from the model', () => {
    const failures = compareWithModel(
      spec,
      broken((set) => {
        set.spec['replicas'] = 99
      }),
      desired(spec),
    )
    expect(failures.map(({ message }) => message)).toEqual([expect.stringContaining('.spec.replicas: the model has')])
  })

  it('an object that is missing, and one that is too many', () => {
    const all = objects()
      .slice(1)
      .concat({ apiVersion: 'v1', kind: 'Service', metadata: { name: 'stray', namespace: 'thanos' } })
    expect(compareWithModel(spec, all, desired(spec)).map(({ message }) => message)).toEqual([
      'is in the model, but kustomize does not build it',
      'is built, but not in the model',
    ])
  })

  it('an objection of kube-score that nobody has answered', async () => {
    const all = objects()
    for (const { container } of containersOf(all)) delete container.securityContext
    const { failures } = await kubeScore(tools['kube-score'], spec, written(all))
    expect(failures.map(({ message }) => message).join()).toContain('container-security-context')
  })

  it('what kube-score objects to in the development mode, in another mode: the name excuses nothing', async () => {
    const development = modeDefaults('dev-filesystem-objstore', 'any-name')
    const file = written(rendered(desired(development)))
    expect((await kubeScore(tools['kube-score'], development, file)).failures).toEqual([])
    const { failures } = await kubeScore(tools['kube-score'], { ...spec, name: development.mode }, file)
    expect(failures.map(({ message }) => message).join()).toContain('deployment-replicas')
  })

  it('what kube-score objects to where a setting asks for it, without that setting', async () => {
    const asked = {
      ...spec,
      topology: { ...spec.topology, antiAffinity: 'none' as const },
      networkPolicy: { ...spec.networkPolicy, enabled: false },
    }
    const file = written(rendered(desired(asked)))
    expect((await kubeScore(tools['kube-score'], asked, file)).failures).toEqual([])
    const { failures } = await kubeScore(tools['kube-score'], spec, file)
    const checks = new Set(failures.map(({ message }) => message.replace(/:.*/s, '')))
    expect([...checks].toSorted()).toEqual([
      'deployment-has-host-podantiaffinity',
      'pod-networkpolicy',
      'statefulset-has-host-podantiaffinity',
    ])
  })
})
