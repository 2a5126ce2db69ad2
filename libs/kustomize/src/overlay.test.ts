import { describe, expect, test } from 'vitest'
import { base } from './base.ts'
import { overlay } from './overlay.ts'
import type { State } from './state.ts'
import { object, state, statefulSet, yaml } from './testing/examples.ts'

function files(from: State, to: State, more: { patches?: string[]; header?: string } = {}): Record<string, string> {
  return Object.fromEntries(overlay({ resources: ['../../base'], from, to, namespace: 'thanos', ...more }))
}

const head = yaml(`
  apiVersion: kustomize.config.k8s.io/v1beta1
  kind: Kustomization
  resources:
    - ../../base
`)

const env = (...names: string[]) => names.map((name) => ({ name, value: `of ${name}` }))

describe('a patch holds the identity, the path and the change', () => {
  test('one environment variable more, in front of the others', () => {
    const from = state([statefulSet('store', { env: env('A', 'B') })])
    const to = state([statefulSet('store', { env: env('NEW', 'A', 'B') })])
    expect(files(from, to)).toEqual({
      'kustomization.yaml': `${head}patches:\n  - path: statefulset-store.yaml\n`,
      'statefulset-store.yaml': yaml(`
        apiVersion: apps/v1
        kind: StatefulSet
        metadata:
          name: store
          namespace: thanos
        spec:
          template:
            spec:
              containers:
                - name: thanos
                  env:
                    - name: NEW
                      value: of NEW
      `),
    })
  })

  test('items before a changed one are named by their key, because Kustomize puts patched items first', () => {
    const from = state([statefulSet('store', { env: env('A', 'B', 'C', 'D') })])
    const to = state([statefulSet('store', { env: [...env('A'), { name: 'B', value: 'changed' }, ...env('C', 'D')] })])
    expect(files(from, to)['statefulset-store.yaml']).toContain(
      yaml(`
                  env:
                    - name: A
                    - name: B
                      value: changed
    `)
        .replace(/^/gm, '          ')
        .trimEnd(),
    )
  })

  test('an item goes by $patch: delete, a field by null', () => {
    const from = state([statefulSet('store', { env: env('A', 'B', 'C'), workingDir: '/' })])
    const to = state([statefulSet('store', { env: env('A', 'C') })])
    const text = files(from, to)['statefulset-store.yaml']
    expect(text).toMatch(/env:\n +- name: B\n +\$patch: delete\n +workingDir: null\n$/)
  })

  test('a list without merge key is replaced as a whole', () => {
    const from = state([statefulSet('store', { args: ['store', '--a', '--b'] })])
    const to = state([statefulSet('store', { args: ['store', '--a'] })])
    expect(files(from, to)['statefulset-store.yaml']).toMatch(/args:\n +- store\n +- --a\n$/)
  })

  test('lists of custom resources are replaced, their maps are merged', () => {
    const monitor = (...ports: string[]) =>
      object('monitoring.coreos.com/v1', 'ServiceMonitor', 'm', {
        spec: { jobLabel: 'x', endpoints: ports.map((port) => ({ port })) },
      })
    const text = files(state([monitor('a', 'b')]), state([monitor('a', 'b', 'c')]))['servicemonitor-m.yaml']
    expect(text).toMatch(/spec:\n +endpoints:\n +- port: a\n +- port: b\n +- port: c\n$/)
  })

  test('nothing changes, nothing is written', () => {
    const one = state([statefulSet('store', {})])
    expect(files(one, structuredClone(one))).toEqual({ 'kustomization.yaml': head })
  })
})

describe('a kustomization uses its own words where they mean exactly the change', () => {
  const image = (tag: string) => ({ image: `quay.io/thanos/thanos:${tag}` })

  test('images, when all containers of an image change alike', () => {
    const from = state([statefulSet('a', image('v1')), statefulSet('b', image('v1'))])
    const to = state([statefulSet('a', image('v2')), statefulSet('b', image('v2'))])
    expect(files(from, to)).toEqual({
      'kustomization.yaml': `${head}images:\n  - name: quay.io/thanos/thanos\n    newTag: v2\n`,
    })
  })

  test('a patch, when one of them keeps its image', () => {
    const from = state([statefulSet('a', image('v1')), statefulSet('b', image('v1'))])
    const to = state([statefulSet('a', image('v2')), statefulSet('b', image('v1'))])
    expect(Object.keys(files(from, to)).sort()).toEqual(['kustomization.yaml', 'statefulset-a.yaml'])
  })

  test('replicas', () => {
    const from = state([statefulSet('store', {})])
    const to = state([statefulSet('store', {}, { replicas: 5 })])
    expect(files(from, to)).toEqual({ 'kustomization.yaml': `${head}replicas:\n  - name: store\n    count: 5\n` })
  })

  test('patches instead when people add their own, which images and replicas would overrule', () => {
    const from = state([statefulSet('store', image('v1'))])
    const to = state([statefulSet('store', image('v2'), { replicas: 5 })])
    const written = files(from, to, { patches: ['patches/mine.yaml'] })
    expect(written['kustomization.yaml']).toBe(
      `${head}patches:\n  - path: statefulset-store.yaml\n  - path: patches/mine.yaml\n`,
    )
  })
})

describe('ConfigMaps from files', () => {
  const rules = (files: Record<string, string>) =>
    state([], [{ name: 'rules', namespace: 'thanos', files, onChange: 'reload' }])

  test('only changed files are written, into a generator that merges', () => {
    const written = files(rules({ 'a.yaml': 'a\n', 'b.yaml': 'b\n' }), rules({ 'a.yaml': 'a\n', 'b.yaml': 'new\n' }))
    expect(written).toEqual({
      'config/rules/b.yaml': 'new\n',
      'kustomization.yaml':
        head +
        yaml(`
        configMapGenerator:
          - name: rules
            namespace: thanos
            behavior: merge
            files:
              - config/rules/b.yaml
            options:
              disableNameSuffixHash: true
      `),
    })
  })

  test('a file that is gone is patched away', () => {
    const written = files(rules({ 'a.yaml': 'a\n', 'b.yaml': 'b\n' }), rules({ 'a.yaml': 'a\n' }))
    expect(written['configmap-rules.yaml']).toMatch(/data:\n +b\.yaml: null\n$/)
  })
})

describe('files', () => {
  test('adding an object changes no other file than the kustomization', () => {
    const one = [statefulSet('a', {}), object('v1', 'Service', 'a')]
    const before = base(state(one), { namespace: 'thanos' })
    const after = base(state([object('v1', 'Service', 'new'), ...one]), { namespace: 'thanos' })
    const changed = [...after].filter(([path, text]) => before.get(path) !== text).map(([path]) => path)
    expect(changed.sort()).toEqual(['kustomization.yaml', 'service-new.yaml'])
  })

  test('a deleted object is named in a file of its own', () => {
    const [a, b] = [object('v1', 'Service', 'a'), object('v1', 'Service', 'b')]
    const written = files(state([a, b]), state([a]))
    expect(written['service-b.yaml']).toBe(
      yaml(`
      apiVersion: v1
      kind: Service
      metadata:
        name: b
        namespace: thanos
      $patch: delete
    `),
    )
  })

  test('every YAML file starts with the header', () => {
    const from = state([statefulSet('a', { image: 'x:1' })])
    const to = state([statefulSet('a', { args: ['x'] }), object('v1', 'Service', 'a')])
    const written = files(from, to, { header: 'Generated.\n\nDo not edit.' })
    for (const text of Object.values(written)) expect(text).toMatch(/^# Generated\.\n#\n# Do not edit\.\napiVersion: /)
    expect(Object.keys(written)).toHaveLength(3)
  })
})

test('a renamed namespace is a kustomization of its own and needs no patch', () => {
  const inNamespace = (namespace: string): State => ({
    objects: ['a', 'b'].map((name) => ({ ...statefulSet(name, {}), metadata: { name, namespace } })),
    configs: [],
  })
  expect(files(inNamespace('thanos'), inNamespace('monitoring'))).toEqual({
    'kustomization.yaml': head.replace('../../base', 'namespace'),
    'namespace/kustomization.yaml':
      head.replace('../../base', '../../../base') +
      yaml(`
      replacements:
        - sourceValue: monitoring
          targets:
            - select:
                namespace: thanos
              fieldPaths:
                - metadata.namespace
    `),
  })
})
