import { expect, it } from 'vitest'
import { loadCluster } from './index.ts'

const text = `name: x
mode: dev-filesystem-objstore
prometheus:
  retention: 3d
  resources: { memory: 2Gi }
rule: {}
alertmanager:
  receivers:
    - { name: chat, discord: { urlSecret: chat } }
`

const loaded = loadCluster({ path: 'clusters/x/cluster.yaml', text })
const settings = loaded.ok ? loaded.provenance() : []
const at = (path: string) => settings.find((setting) => setting.path === path)

it('names the line of what the file says, also by a shorthand', () => {
  expect(at('prometheus.retention')).toEqual({ path: 'prometheus.retention', value: '3d', from: 'cluster.yaml:4' })
  expect(at('prometheus.resources.memory.limit')).toMatchObject({ value: '2Gi', from: 'cluster.yaml:5' })
  expect(at('alertmanager.receivers[0].discord.urlSecret.name')).toMatchObject({
    value: 'chat',
    from: 'cluster.yaml:9',
  })
})

it('tells a default of this mode from one of all modes', () => {
  expect(at('prometheus.replicas')).toMatchObject({ value: 1, from: 'default of dev-filesystem-objstore' })
  expect(at('prometheus.scrapeInterval')).toMatchObject({ value: '30s', from: 'default' })
  expect(at('rule.kind')).toMatchObject({ value: 'stateful', from: 'default' })
  expect(at('alertmanager.receivers[0].discord.urlSecret.key')).toMatchObject({ value: 'url', from: 'default' })
})

it('has every setting once, empty ones too', () => {
  expect(new Set(settings.map(({ path }) => path)).size).toBe(settings.length)
  expect(at('query.extraEndpoints')).toMatchObject({ value: [] })
  expect(at('ingress')).toMatchObject({ value: null, from: 'default' })
})
