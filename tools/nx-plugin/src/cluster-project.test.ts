import { describe, expect, test } from 'vitest'
import { clusterFacts, clusterProject, overlayProject } from './cluster-project.ts'

const generator = { command: 'gen', inputs: ['generator'] }
const facts = { mode: 'sidecar-mode', ring: 'canary' }

describe('a cluster', () => {
  test('is a project with tags, which depends on the generator and on the overlay of its mode', () => {
    expect(
      clusterProject('clusters/eu-1/cluster.yaml', facts, ['sidecar-mode', 'receive-mode'], generator),
    ).toMatchObject({
      name: 'cluster-eu-1',
      root: 'clusters/eu-1',
      tags: ['type:cluster', 'mode:sidecar-mode', 'ring:canary'],
      implicitDependencies: ['gen', 'overlay-sidecar-mode'],
    })
  })

  test('has targets that name only it, and no output that a cache hit could restore over hand-written files', () => {
    const { targets = {} } = clusterProject('clusters/eu-1/cluster.yaml', facts, [], generator)
    expect(Object.keys(targets)).toEqual(['check', 'validate'])
    for (const [command, target] of Object.entries(targets)) {
      expect(target.options).toMatchObject({ command: `gen ${command} eu-1` })
      expect(target.outputs).toEqual([])
    }
  })

  test('is a project also before overlays were generated', () => {
    expect(clusterProject('clusters/eu-1/cluster.yaml', facts, [], generator).implicitDependencies).toEqual(['gen'])
  })
})

test('an overlay depends on the bases', () => {
  expect(overlayProject('sidecar-mode')).toMatchObject({
    name: 'overlay-sidecar-mode',
    implicitDependencies: ['overlays-base'],
  })
})

test.each([
  ['mode: receive-mode\nring: canary\n', { mode: 'receive-mode', ring: 'canary' }],
  ['mode: "receive-mode" # why\nrule:\n  mode: other\n', { mode: 'receive-mode', ring: undefined }],
  ['{{ broken', { mode: undefined, ring: undefined }],
])('facts of %j', (text, expected) => {
  expect(clusterFacts(text)).toEqual(expected)
})
