import { describe, expect, test } from 'vitest'
import { patched } from './losses.ts'
import { replacesComments } from './replaces.ts'
import { object, statefulSet } from './testing/examples.ts'
import type { Value, ValueMap } from './value.ts'

const identity = { apiVersion: 'apps/v1', kind: 'StatefulSet', metadata: { name: 's', namespace: 'thanos' } }

const claim = {
  metadata: { name: 'data' },
  spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
}

/** The losses of a StatefulSet with a claim and a container, by a patch of its spec. */
function ofSpec(spec: ValueMap) {
  const args = ['store', '--log.level=info', '--label=a', '--label=b', '--web.enable-lifecycle']
  const ports = [
    { containerPort: 9094, protocol: 'TCP', name: 'a' },
    { containerPort: 9094, protocol: 'UDP', name: 'b' },
  ]
  const set = statefulSet('s', { args, ports }, { volumeClaimTemplates: [claim] })
  return patched(set, { ...identity, spec }).losses
}

const container = (fields: ValueMap): ValueMap => ({
  template: { spec: { containers: [{ name: 'thanos', ...fields }] } },
})
const args = (...list: string[]) => ofSpec(container({ args: list })).flatMap(({ lost }) => lost)

describe('a list that is replaced', () => {
  test('loses fields of an entry', () => {
    const template = { metadata: { name: 'data' }, spec: { storageClassName: 'fast' } }
    expect(ofSpec({ volumeClaimTemplates: [template] })).toEqual([
      {
        path: ['spec', 'volumeClaimTemplates'],
        list: 'spec.volumeClaimTemplates',
        lost: ['spec.volumeClaimTemplates[data].spec.accessModes', 'spec.volumeClaimTemplates[data].spec.resources'],
      },
    ])
  })

  test('loses entries with a name', () => {
    expect(ofSpec({ volumeClaimTemplates: [{ ...claim, metadata: { name: 'other' } }] })).toMatchObject([
      { lost: ['spec.volumeClaimTemplates[data]'] },
    ])
  })

  test('loses all of them by an empty list', () => {
    expect(ofSpec({ volumeClaimTemplates: [] })).toMatchObject([{ lost: ['spec.volumeClaimTemplates[data]'] }])
  })

  test('loses flags, each as often as it stands there, also of a container that the patch names', () => {
    expect(args('store', '--log.level=debug', '--label=a')).toEqual(['"--label=b"', '"--web.enable-lifecycle"'])
    expect(args('--new')).toHaveLength(5)
    expect(ofSpec(container({ args: ['--new'] }))).toMatchObject([
      {
        path: ['spec', 'template', 'spec', 'containers', 0, 'args'],
        list: 'spec.template.spec.containers[thanos].args',
      },
    ])
  })

  test('loses nothing if values change, entries come or their order is another', () => {
    const changed = ['--label=c', 'store', '--label=d', '--log.level=debug', '--web.enable-lifecycle', '--new=1']
    expect(args(...changed)).toEqual([])
    const spec = { ...claim.spec, resources: { requests: { storage: '9Gi' } }, storageClassName: 'fast' }
    expect(ofSpec({ volumeClaimTemplates: [{ ...claim, spec }] })).toEqual([])
  })

  test('loses what no name tells apart by what is most alike', () => {
    const rule = (app: string, port: number): ValueMap => ({
      to: [{ podSelector: { matchLabels: { app } } }],
      ports: [{ port, protocol: 'TCP' }],
    })
    const spec = { egress: [rule('a', 1), rule('b', 2)] }
    const policy = object('networking.k8s.io/v1', 'NetworkPolicy', 'n', { spec })
    const lost = (...egress: Value[]) =>
      patched(policy, {
        ...identity,
        apiVersion: policy.apiVersion,
        kind: policy.kind,
        spec: { egress },
      }).losses.flatMap((one) => one.lost)
    expect(lost(rule('b', 2))).toEqual(['spec.egress[0]'])
    expect(lost(rule('a', 3), rule('b', 2))).toEqual([])
    expect(lost(rule('b', 2), { to: [] })).toEqual(['spec.egress[0].to[0]', 'spec.egress[0].ports'])
    expect(lost()).toEqual(['spec.egress[0]', 'spec.egress[1]'])
  })

  test('is any list of a custom resource', () => {
    const monitor = object('example.com/v1', 'X', 'x', { spec: { containers: [{ name: 'a' }, { name: 'b' }] } })
    const patch = { ...identity, apiVersion: 'example.com/v1', kind: 'X', spec: { containers: [{ name: 'a' }] } }
    expect(patched(monitor, patch).losses).toMatchObject([{ list: 'spec.containers', lost: ['spec.containers[b]'] }])
  })
})

describe('no loss is', () => {
  test.each<[string, ValueMap]>([
    ['a list that is merged by its keys', container({ env: [{ name: 'A', value: 'a' }] })],
    ['a field of an entry that is merged', container({ workingDir: '/' })],
    [
      'an entry that is deleted in words',
      container({ ports: [{ containerPort: 9094, protocol: 'UDP', $patch: 'delete' }] }),
    ],
    ['a list that is replaced in words', container({ ports: [{ $patch: 'replace' }, { containerPort: 1 }] })],
    ['a map that is replaced in words', { $patch: 'replace', template: {} }],
    ['a list that is removed by null', { volumeClaimTemplates: null }],
  ])('%s', (_, spec) => {
    expect(ofSpec(spec)).toEqual([])
  })

  test('an object that is deleted', () => {
    expect(patched(statefulSet('s', {}), { ...identity, $patch: 'delete' })).toEqual({ object: undefined, losses: [] })
  })
})

test('a port that another one swallows by an oddity of Kustomize is a loss', () => {
  const ports = [
    { port: 9094, protocol: 'UDP', name: 'u' },
    { port: 9094, name: 't' },
  ]
  const service = object('v1', 'Service', 's', { spec: { ports } })
  const metadata = { ...identity.metadata, labels: { a: 'b' } }
  const patch = { apiVersion: 'v1', kind: 'Service', metadata }
  const { object: after, losses } = patched(service, patch)
  expect(after).toMatchObject({ spec: { ports: [{ port: 9094 }] } })
  expect(losses).toMatchObject([{ list: 'spec.ports' }])
})

test('comments say that a loss is meant; what only looks like one does not', () => {
  const text = [
    '# replaces: spec.egress',
    'a: |',
    '  # replaces: spec.block',
    'b: "# replaces: spec.quoted"',
    'c: 1 #replaces:spec.one ,  spec.two',
    '---',
    '  # replaces:',
    '# it replaces: spec.prose',
  ].join('\n')
  expect(replacesComments(text)).toEqual([
    { line: 1, column: 1, lists: ['spec.egress'] },
    { line: 5, column: 6, lists: ['spec.one', 'spec.two'] },
    { line: 7, column: 3, lists: [] },
  ])
})
