import { expect, test } from 'vitest'
import { clusterProject } from './cluster-project.ts'

test('a cluster folder is a project of its own name', () => {
  const projects = clusterProject('clusters/eu-1/cluster.yaml')
  expect(projects['clusters/eu-1']).toMatchObject({ name: 'cluster-eu-1', root: 'clusters/eu-1' })
})

test('its targets name only this cluster, and no output that a cache hit could restore over hand-written files', () => {
  const targets = clusterProject('clusters/eu-1/cluster.yaml')['clusters/eu-1']?.targets ?? {}
  expect(Object.keys(targets)).toEqual(['check', 'validate'])
  for (const [command, target] of Object.entries(targets)) {
    expect(target.options).toMatchObject({ command: `node apps/gen/src/main.ts ${command} eu-1` })
    expect(target.outputs).toEqual([])
  }
})
