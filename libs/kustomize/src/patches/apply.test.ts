import type { KubeObject } from '@thanos-fleet/kubernetes'
import { describe, expect, test } from 'vitest'
import { rendered } from '../rendered.ts'
import type { ConfigFiles, State } from '../state.ts'
import { patchFile } from '../testing/patch-file.ts'
import { applyPatches } from './apply.ts'

const set = {
  apiVersion: 'apps/v1',
  kind: 'StatefulSet',
  metadata: { name: 's', namespace: 'thanos', labels: { a: 'b' } },
  spec: {
    replicas: 2,
    template: {
      spec: {
        containers: [
          { name: 'thanos', image: 'thanos:1', env: [{ name: 'A', value: 'a' }], ports: [{ containerPort: 1 }] },
        ],
        volumes: [{ name: 'config', configMap: { name: 'c' } }],
      },
    },
    volumeClaimTemplates: [{ metadata: { name: 'data' }, spec: { resources: { requests: { storage: '1Gi' } } } }],
  },
} satisfies KubeObject & { spec: object }
const config: ConfigFiles = { name: 'c', namespace: 'thanos', files: { 'a.yaml': 'a\n' }, onChange: 'restart' }
const state: State = { objects: [set], configs: [config] }
const head = 'apiVersion: apps/v1\nkind: StatefulSet\nmetadata: { name: s, namespace: thanos }\n'
const ofConfig = 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: c, namespace: thanos }\n'

function apply(...texts: string[]) {
  return applyPatches(
    state,
    texts.map((text, index) => patchFile(text, `clusters/a/patches/${index}.yaml`)),
  )
}

describe('patches', () => {
  test('change the state in their order, and say which of them changed what', () => {
    const {
      state: after,
      changes,
      findings,
    } = apply(`${head}spec: { replicas: 3 }\n`, `${head}spec: { replicas: 4 }\n`)
    expect(findings).toEqual([])
    expect(after.objects).toMatchObject([{ spec: { ...set.spec, replicas: 4 } }])
    expect(changes).toMatchObject([{ id: 'apps/StatefulSet thanos/s', before: { spec: { replicas: 2 } } }])
    expect(changes[0]?.by.map(({ file }) => file)).toEqual(['clusters/a/patches/0.yaml', 'clusters/a/patches/1.yaml'])
    expect(changes[0]?.by[1]?.locate(['spec', 'replicas'])).toEqual({ line: 4, column: 9 })
    expect(changes[0]?.by[1]?.locate(['spec', 'serviceName'])).toBeUndefined()
  })

  test('none leave the state itself, and others leave the objects that they do not name', () => {
    expect(apply().state).toBe(state)
    expect(apply(`${ofConfig}data: { b.yaml: b }\n`).state.objects[0]).toBe(set)
  })

  test('delete an object, which later patches cannot name', () => {
    expect(apply(`${head}$patch: delete\n`).state.objects).toEqual([])
    expect(apply(`${head}$patch: delete\n`, `${head}spec: { replicas: 3 }\n`).findings).toMatchObject([
      {
        code: 'patch-matches-nothing',
        file: 'clusters/a/patches/1.yaml',
        line: 3,
        message: expect.stringContaining('deleted'),
      },
    ])
  })

  test('of a ConfigMap change the hash in its name, and the references to it', () => {
    const names = (one: State) =>
      [...JSON.stringify(rendered(one)).matchAll(/"name":"(c-[a-z0-9]+)"/g)].map(([, name]) => name)
    const [[before], after] = [names(state), names(apply(`${ofConfig}data: { a.yaml: other }\n`).state)]
    expect(after).toHaveLength(2)
    expect(new Set([before, ...after]).size).toBe(2)
  })

  test('of another version of the kind match nothing, as for Kustomize', () => {
    const text = head.replace('apps/v1', 'apps/v1beta1')
    expect(apply(`${text}spec: { replicas: 3 }\n`).findings).toMatchObject([
      { code: 'patch-matches-nothing', remedy: 'write apiVersion: apps/v1' },
    ])
  })
})

describe('a value of another type is refused at its position', () => {
  const pod = (text: string) => `spec: { template: { spec: { ${text} } } }\n`
  test.each([
    ['a text for a mapping', 'spec: { template: text }\n', 'spec.template', 'a mapping, and the patch has a string', 9],
    ['a mapping for a list', pod('containers: { a: b }'), 'containers', 'a list, and the patch has a mapping', 29],
    ['a list for a mapping', 'spec: [1]\n', 'spec', 'a mapping, and the patch has a list', 1],
    [
      'a text in a list of mappings',
      pod('containers: [text]'),
      'containers.0',
      'a mapping, and the patch has a string',
      42,
    ],
    ['a text for a number', 'spec: { replicas: three }\n', 'replicas', 'a number, and the patch has a string', 9],
    [
      'a text in quotes for a number',
      'spec: { replicas: "3" }\n',
      'replicas',
      'a number, and the patch has a string',
      9,
    ],
    [
      'a number for a text',
      pod('containers: [{ name: thanos, image: 5 }]'),
      'image',
      'a string, and the patch has a number',
      58,
    ],
    [
      'a number as a label',
      'metadata: { name: s, namespace: thanos, labels: { new: 5 } }\n',
      'labels.new',
      'a string, and',
      51,
    ],
    [
      'a boolean as a variable',
      pod('containers: [{ name: thanos, env: [{ name: B, value: true }] }]'),
      'value',
      'a string',
      75,
    ],
    ['a mapping in a replaced list', 'spec: { volumeClaimTemplates: [{ spec: x }] }\n', 'spec', 'a mapping, and', 34],
  ])('%s', (_, change, path, is, column) => {
    const text = change.startsWith('metadata') ? head.replace(/metadata.*\n/, change) : head + change
    const { findings } = apply(text)
    const wrong = findings.filter(({ code }) => code === 'patch-wrong-type')
    expect(wrong).toMatchObject([{ severity: 'error', line: change.startsWith('metadata') ? 3 : 4, column }])
    expect(wrong[0]?.message).toContain(path)
    expect(wrong[0]?.message).toContain(is)
  })

  test('but a quantity may be a number, and a port a name', () => {
    const ports =
      'containers: [{ name: thanos, livenessProbe: { httpGet: { port: http } }, resources: { limits: { cpu: 2 } } }]'
    expect(apply(head + pod(ports)).findings).toEqual([])
  })

  test('a ConfigMap holds texts', () => {
    expect(apply(`${ofConfig}data: { a.yaml: 5 }\n`).findings).toMatchObject([{ code: 'patch-wrong-type', line: 4 }])
    expect(apply(`${ofConfig}data: { new: { a: b } }\n`).findings).toMatchObject([
      { code: 'patch-wrong-type', line: 4 },
    ])
  })
})

describe('what programs read differently is refused', () => {
  test.each([
    ['a boolean of YAML 1.1', 'metadata: { name: s, namespace: thanos, labels: { a: yes } }\n'],
    ['an octal number', 'spec: { minReadySeconds: 010 }\n'],
    ['a date', 'metadata: { name: s, namespace: thanos, annotations: { a: 2001-01-01 } }\n'],
    ['a number that is too large', 'spec: { minReadySeconds: 12345678901234567890 }\n'],
    ['a tag', 'spec: { minReadySeconds: !!str 5 }\n'],
    ['a directive that Kustomize does not know', 'spec: { $patch: remove }\n'],
    ['a directive that Kustomize does not follow', 'spec: { $retainKeys: [replicas] }\n'],
    [
      'an annotation for Kustomize',
      'metadata: { name: s, namespace: thanos, annotations: { config.kubernetes.io/local-config: "true" } }\n',
    ],
    ['a merge of something else than mappings', 'spec: { <<: 5 }\n'],
    ['a merge of a list of such', 'spec: { <<: [5] }\n'],
    ['the prototype', 'spec: { __proto__: { a: b } }\n'],
  ])('%s', (_, change) => {
    const text = change.startsWith('metadata') ? head.replace(/metadata.*\n/, change) : head + change
    expect(apply(text).findings.map(({ code }) => code)).toEqual(['patch-unclear'])
  })

  test('words that every map inherits are keys as any other', () => {
    const labels = 'metadata: { name: s, namespace: thanos, labels: { constructor: x, toString: y } }\n'
    const { state: after, findings } = apply(head.replace(/metadata.*\n/, labels))
    expect(findings).toEqual([])
    expect(after.objects[0]?.metadata.labels).toEqual({ a: 'b', constructor: 'x', toString: 'y' })
  })
})
