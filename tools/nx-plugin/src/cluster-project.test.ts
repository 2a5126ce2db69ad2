import { describe, expect, test } from 'vitest'
import { clusterFacts, clusterProject, overlayProject } from './cluster-project.ts'

const generator = { command: 'gen', inputs: ['generator'] }
const facts = { mode: 'sidecar-mode', ring: 'canary', namesOthers: false }

describe('a cluster', () => {
  test('is a project with tags, which depends on the generator and on the overlay of its mode', () => {
    expect(
      clusterProject('clusters/eu-1/cluster.yaml', facts, ['sidecar-mode', 'receive-mode'], generator, ['eu-2']),
    ).toMatchObject({
      name: 'cluster-eu-1',
      root: 'clusters/eu-1',
      tags: ['type:cluster', 'mode:sidecar-mode', 'ring:canary'],
      implicitDependencies: ['gen', 'overlay-sidecar-mode'],
    })
  })

  test('has targets that name only it, and no output that a cache hit could restore over hand-written files', () => {
    const { targets = {} } = clusterProject('clusters/eu-1/cluster.yaml', facts, [], generator, [])
    expect(Object.keys(targets)).toEqual(['check', 'validate'])
    for (const [command, target] of Object.entries(targets)) {
      expect(target.options).toMatchObject({ command: `gen ${command} eu-1` })
      expect(target.outputs).toEqual([])
    }
  })

  test('is a project also before overlays were generated', () => {
    const { implicitDependencies } = clusterProject('clusters/eu-1/cluster.yaml', facts, [], generator, ['eu-2'])
    expect(implicitDependencies).toEqual(['gen'])
  })

  test('is checked again when others change if it names any', () => {
    const hub = { ...facts, namesOthers: true }
    const { implicitDependencies, targets = {} } = clusterProject('clusters/hub/cluster.yaml', hub, [], generator, [
      'eu-1',
      'eu-2',
    ])
    expect(implicitDependencies).toEqual(['gen', 'cluster-eu-1', 'cluster-eu-2'])
    for (const { inputs } of Object.values(targets)) expect(inputs).toContain('{workspaceRoot}/clusters/*/cluster.yaml')
  })
})

test('an overlay depends on the bases', () => {
  expect(overlayProject('sidecar-mode')).toMatchObject({
    name: 'overlay-sidecar-mode',
    implicitDependencies: ['overlays-base'],
  })
})

test.each([
  ['mode: receive-mode\nring: canary\n', { mode: 'receive-mode', ring: 'canary', namesOthers: false }],
  ['mode: "receive-mode" # why\nrule:\n  mode: other\n', { mode: 'receive-mode', ring: undefined, namesOthers: false }],
  ['{{ broken', { mode: undefined, ring: undefined, namesOthers: false }],
  ['query:\n  clusters:\n    - eu-1\n', { mode: undefined, ring: undefined, namesOthers: true }],
  ['query: { timeout: 1m, clusters: [eu-1] }\n', { mode: undefined, ring: undefined, namesOthers: true }],
  ['mode: receive-mode\nsendsTo: centre\n', { mode: 'receive-mode', ring: undefined, namesOthers: true }],
  ['ingress:\n  hosts:\n    remoteWrite: w.example\n', { mode: undefined, ring: undefined, namesOthers: true }],
  ['prometheus:\n  remoteWrite:\n    - name: a\n', { mode: undefined, ring: undefined, namesOthers: false }],
  ['prometheus: { remoteWrite: [{ name: a }] }\n', { mode: undefined, ring: undefined, namesOthers: false }],
])('facts of %j', (text, expected) => {
  expect(clusterFacts(text)).toEqual(expected)
})
