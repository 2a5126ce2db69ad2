import type { KubeObject } from '@thanos-fleet/kubernetes'
import { describe, expect, test } from 'vitest'
import { base } from './base.ts'
import { overlay } from './overlay.ts'
import { rendered } from './rendered.ts'
import type { State } from './state.ts'
import { object, state, statefulSet } from './testing/examples.ts'
import { build } from './testing/kustomize.ts'
import { check } from './testing/law.ts'
import type { Value } from './value.ts'

/** What Kustomize prints for a base of these objects and an overlay written by hand. */
async function built(objects: KubeObject[], overlayFiles: Record<string, string>, configs: State['configs'] = []) {
  const folders = new Map([
    ['base', base(state(objects, configs))],
    ['overlay', new Map(Object.entries(overlayFiles))],
  ])
  return (await build(folders, 'overlay')).objects
}

function kustomization(...lines: string[]): string {
  const head = ['apiVersion: kustomize.config.k8s.io/v1beta1', 'kind: Kustomization', 'resources: [../base]']
  return [...head, ...lines, ''].join('\n')
}

function patchedBy(patch: string): Record<string, string> {
  return { 'kustomization.yaml': kustomization('patches: [{path: p.yaml}]'), 'p.yaml': patch }
}

/** A patch of the StatefulSet `s` that says something of its container. */
function ofContainer(fields: string): Record<string, string> {
  const spec = `{template: {spec: {containers: [{name: thanos, ${fields}}]}}}`
  return patchedBy(`{apiVersion: apps/v1, kind: StatefulSet, metadata: {name: s, namespace: thanos}, spec: ${spec}}`)
}

const service = (...ports: { port: number; protocol?: string; name: string }[]) =>
  object('v1', 'Service', 'alertmanager', { spec: { ports } })

function custom(spec: Value): State {
  return state([object('example.com/v1', 'X', 'x', { spec })])
}

/** These are the facts the compiler rests on; a newer Kustomize that changes one of them shows here first. */
describe('Kustomize 5.8.1', () => {
  test('puts the items a patch names first, in its order', async () => {
    const env = ['A', 'B', 'C'].map((name) => ({ name, value: name }))
    const patch = ofContainer('env: [{name: C}, {name: NEW, value: x}, {name: A}]')
    const [got] = await built([statefulSet('s', { env })], patch)
    expect(JSON.stringify(got).match(/(?<="name":")[A-Z]+/g)).toEqual(['C', 'NEW', 'A', 'B'])
  })

  test('does not follow $setElementOrder', async () => {
    const env = ['A', 'B'].map((name) => ({ name, value: name }))
    const [got] = await built([statefulSet('s', { env })], ofContainer('$setElementOrder/env: [{name: B}, {name: A}]'))
    expect(JSON.stringify(got)).toContain('"$setElementOrder/env"')
  })

  test('ignores $patch: replace inside an item of a keyed list', async () => {
    const patch = ofContainer('$patch: replace, image: new')
    const [got] = await built([statefulSet('s', { image: 'old', workingDir: '/' })], patch)
    expect(JSON.stringify(got)).toContain('{"image":"old","name":"thanos","workingDir":"/"}')
  })

  test('loses a port when a patch touches anything else and its twin without protocol comes second', async () => {
    const metadata = '{name: alertmanager, namespace: thanos, labels: {a: b}}'
    const patch = patchedBy(`{apiVersion: v1, kind: Service, metadata: ${metadata}}`)
    const ports = async (...list: Parameters<typeof service>) => {
      const [got] = await built([service(...list)], patch)
      return got
    }
    expect(
      await ports({ port: 9094, protocol: 'TCP', name: 't' }, { port: 9094, protocol: 'UDP', name: 'u' }),
    ).toMatchObject({ spec: { ports: [{ name: 't' }, { name: 'u' }] } })
    expect(await ports({ port: 9094, protocol: 'UDP', name: 'u' }, { port: 9094, name: 't' })).toMatchObject({
      spec: { ports: [{ name: 't' }] },
    })
  })

  test('keeps the quotes of the value it replaces, so that a number becomes a string', async () => {
    const [got] = await built(
      [object('example.com/v1', 'X', 'x', { spec: { a: '8080', b: 'http' } })],
      patchedBy(
        '{apiVersion: example.com/v1, kind: X, metadata: {name: x, namespace: thanos}, spec: {a: 8080, b: 8080}}',
      ),
    )
    expect(got).toMatchObject({ spec: { a: '8080', b: 8080 } })
  })

  test('keeps the block it replaces, in which it cannot read a text that starts with a tab', async () => {
    const before = object('example.com/v1', 'X', 'x', { spec: 'a\nblock\n' })
    const patch = '{apiVersion: example.com/v1, kind: X, metadata: {name: x, namespace: thanos}, spec: "\\ttab"}'
    await expect(built([before], patchedBy(patch))).rejects.toThrow('found a tab')
  })

  test('keeps both through several patches', async () => {
    const before = object('example.com/v1', 'X', 'x', { spec: { a: '8080', b: 'a\nblock\n' } })
    const patch = (spec: string) =>
      `{apiVersion: example.com/v1, kind: X, metadata: {name: x, namespace: thanos}, spec: {${spec}}}\n`
    const [got] = await built([before], patchedBy(`${patch('a: http')}---\n${patch('a: 8080')}`))
    expect(got).toMatchObject({ spec: { a: '8080' } })
    const tab = patchedBy(`${patch('b: plain')}---\n${patch('b: "\\ttab"')}`)
    await expect(built([before], tab)).rejects.toThrow('found a tab')
  })

  test('cannot take in a file of several lines that starts with a tab', async () => {
    const files = { a: '\ttab\nand more\n' }
    const config = { name: 'c', namespace: 'thanos', files, onChange: 'reload' } as const
    await expect(build(new Map([['b', base(state([], [config]))]]), 'b')).rejects.toThrow('found a tab')
  })

  test('cannot apply JSON operations to an object with such a text', async () => {
    const patch = '- {op: add, path: /more, value: 1}'
    const entry = '{path: p.yaml, target: {version: v1, kind: X, name: x}}'
    const files = { 'kustomization.yaml': kustomization(`patches: [${entry}]`), 'p.yaml': patch }
    const before = object('example.com/v1', 'X', 'x', { spec: '\ttab\nand more\n' })
    await expect(built([before], files)).rejects.toThrow('found a tab')
  })

  test('forgets the hash suffix of a ConfigMap when a patch removes all its annotations', async () => {
    const [got] = await built(
      [],
      patchedBy('{apiVersion: v1, kind: ConfigMap, metadata: {name: c, namespace: thanos, annotations: null}}'),
      [{ name: 'c', namespace: 'thanos', files: { a: 'a' }, annotations: { x: 'y' }, onChange: 'restart' }],
    )
    expect(got).toMatchObject({ metadata: { name: 'c' } })
  })

  test('gives no hash suffix to a ConfigMap that had none, by a generator that merges', async () => {
    const [got] = await built(
      [],
      {
        'kustomization.yaml': kustomization('configMapGenerator: [{name: c, namespace: thanos, behavior: merge}]'),
      },
      [{ name: 'c', namespace: 'thanos', files: { a: 'a' }, onChange: 'reload' }],
    )
    expect(got).toMatchObject({ metadata: { name: 'c' } })
  })

  test('leaves no namespace behind when replacements move one, and no other object is touched', async () => {
    const elsewhere = { ...service(), metadata: { name: 'alertmanager', namespace: 'other' } }
    const targets = '[{select: {namespace: thanos}, fieldPaths: [metadata.namespace]}]'
    const got = await built([service(), elsewhere], {
      'kustomization.yaml': kustomization(`replacements: [{sourceValue: new, targets: ${targets}}]`),
    })
    expect(got.map((one) => one.metadata.namespace).sort()).toEqual(['new', 'other'])
  })

  test('remembers an account changed by JSON operations and completes subjects of its name, even users', async () => {
    const binding: KubeObject & { subjects: Value } = {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRoleBinding',
      metadata: { name: 'b' },
      subjects: [{ kind: 'User', name: 'a' }],
    }
    const target = '{version: v1, kind: ServiceAccount, name: a}'
    const got = await built([object('v1', 'ServiceAccount', 'a'), binding], {
      'kustomization.yaml': kustomization(`patches: [{path: p.yaml, target: ${target}}]`),
      'p.yaml': '- {op: add, path: /automountServiceAccountToken, value: false}',
    })
    expect(got).toContainEqual({ ...binding, subjects: [{ kind: 'User', name: 'a', namespace: 'thanos' }] })
  })

  test.each(['\x7f', '\x9f', '\ufffe'])('cannot print the character %j', async (character) => {
    await expect(build(new Map([['b', base(custom(character))]]), 'b')).rejects.toThrow(
      'control characters are not allowed',
    )
  })

  test.each(['a\x85b', 'a\u2028b', 'a\u2029b'])('alters the string %j', async (text) => {
    const {
      objects: [got],
    } = await build(new Map([['b', base(custom(text))]]), 'b')
    expect(got).not.toMatchObject({ spec: text })
  })
})

describe('the compiler gets past them', () => {
  const mesh = [
    { port: 9094, protocol: 'UDP', name: 'udp' },
    { port: 9094, name: 'tcp' },
  ]

  test('ports that share a number on TCP and UDP, one without its protocol: JSON operations', async () => {
    const from = state([service(...mesh)])
    const to = state([service(...mesh, { port: 9093, name: 'http' })])
    expect(overlay({ resources: ['../base'], from, to }).get('kustomization.yaml')).toContain('target:')
    await check([[from, to]])
  })

  test('no selector tells an object of the core group from its namesake in another: refused, not guessed', () => {
    const namesake = object('example.com/v1', 'Service', 'alertmanager')
    const input = { resources: ['../base'], from: state([service(...mesh), namesake]) }
    expect(() => overlay({ ...input, to: state([service(...mesh, { port: 9093, name: 'http' }), namesake]) })).toThrow(
      RangeError,
    )
  })

  test('ports that share a number, each with its protocol: an ordinary patch', async () => {
    const [tcp, udp] = [
      { port: 9094, protocol: 'TCP', name: 'tcp' },
      { port: 9094, protocol: 'UDP', name: 'udp' },
    ]
    const from = state([service(tcp, udp)])
    const to = state([service(tcp, { ...udp, name: 'gossip' }, { port: 9093, protocol: 'TCP', name: 'http' })])
    expect(overlay({ resources: ['../base'], from, to }).get('kustomization.yaml')).not.toContain('target:')
    await check([[from, to]])
  })

  test('a number in place of a quoted string', async () => {
    const port = (value: string | number) => statefulSet('s', { readinessProbe: { httpGet: { port: value } } })
    await check([
      [state([port('8080')]), state([port(8080)])],
      [state([port('http')]), state([port(8080)])],
    ])
  })

  test('a text that starts with a tab', async () => {
    const texts = ['a', 'on', 'a\nblock\n', '\ttab', '\ttab\nin a block\n', '\n\ttab']
    const spec = (text: string) => custom({ a: text, b: [text] })
    await check(texts.flatMap((from) => texts.map((to) => [spec(from), spec(to)] as const)))
  })

  test('an explicit null, an empty map, an empty list', async () => {
    const spec = (b: Value) => custom({ a: { b, c: 1 } })
    await check([
      [spec({ x: 1 }), spec(null)],
      [spec({ x: 1 }), spec({})],
      [spec([1]), spec([])],
      [spec(null), spec([])],
    ])
  })

  test('another API version of the same object', async () => {
    const scaler = (version: string) =>
      state([object(`autoscaling/${version}`, 'HorizontalPodAutoscaler', 'h', { spec: { maxReplicas: 3 } })])
    await check([[scaler('v1'), scaler('v2')]])
  })

  test('equal names in two namespaces, one of which is renamed', async () => {
    const both = (a: string, b: string): State => ({
      objects: [a, b].map((namespace) => ({ ...statefulSet('s', {}), metadata: { name: 's', namespace } })),
      configs: [a, b].map((namespace) => ({ name: 'c', namespace, files: { k: namespace }, onChange: 'restart' })),
    })
    await check([
      [both('one', 'two'), both('new', 'two')],
      [both('one', 'two'), both('two', 'one')],
    ])
  })

  test('references to a ConfigMap with hash suffix, wherever Kustomize follows them', async () => {
    const name = 'c'
    const env = [{ name: 'A', valueFrom: { configMapKeyRef: { name, key: 'k' } } }]
    const container = { name: 'm', envFrom: [{ configMapRef: { name } }], env }
    const spec = {
      volumes: [
        { name: 'v', configMap: { name } },
        { name: 'p', projected: { sources: [{ configMap: { name } }] } },
      ],
      containers: [container],
      initContainers: [container],
    }
    const template = { spec }
    const rules = [{ resourceNames: ['c', 'd'], verbs: ['get'] }]
    const rbac = 'rbac.authorization.k8s.io/v1'
    const objects = [
      object('v1', 'Pod', 'x', { spec }),
      object('v1', 'PodTemplate', 'x', { template }),
      object('batch/v1', 'CronJob', 'x', { spec: { jobTemplate: { spec: { template } } } }),
      object('batch/v1', 'Job', 'x', { spec: { template } }),
      ...['Deployment', 'DaemonSet', 'StatefulSet', 'ReplicaSet'].map((kind) =>
        object('apps/v1', kind, 'x', { spec: { template } }),
      ),
      object('v1', 'ReplicationController', 'x', { spec: { template } }),
      object('example.com/v1', 'Runner', 'x', { spec: { template } }),
      object(rbac, 'Role', 'x', { rules }),
      { apiVersion: rbac, kind: 'ClusterRole', metadata: { name: 'x' }, rules },
    ]
    const config = { name: 'c', namespace: 'thanos', files: { k: '<&>\u00e4' }, onChange: 'restart' } as const
    const wanted = state(objects, [config])
    await check([[state(objects.slice(0, 1)), wanted]])
    expect(JSON.stringify(rendered(wanted)).match(/"name":"c-[a-z0-9]{10}"/g)).toHaveLength(6 * 8 + 1)
  })
})

test('a comment in a patch, by which people say that a loss is meant, changes nothing and reaches no output', async () => {
  const one = statefulSet('s', { args: ['a', 'b'] })
  const patch = [
    'apiVersion: apps/v1',
    'kind: StatefulSet',
    'metadata: { name: s, namespace: thanos }',
    'spec:',
    '  template:',
    '    spec:',
    '      containers:',
    '        - name: thanos',
    '          # replaces: spec.template.spec.containers[thanos].args',
    '          args: [a]',
  ].join('\n')
  expect(await built([one], patchedBy(patch))).toEqual([statefulSet('s', { args: ['a'] })])
})
