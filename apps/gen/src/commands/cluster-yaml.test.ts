import { expect, test } from 'vitest'
import { clusterYaml, repeated } from './cluster-yaml.ts'

test('a new cluster.yaml names its schema for editors and says what the flags say', () => {
  const set = ['objectStore.type=S3', 'objectStore.credentials={ secret: thanos }', 'store.shards=2', 'grafana=false']
  expect(clusterYaml('eu-2', { mode: 'sidecar-mode', labels: ['region=eu'], set }))
    .toBe(`# yaml-language-server: $schema=../cluster.schema.json
name: eu-2
mode: sidecar-mode
externalLabels:
  cluster: eu-2
  region: eu
objectStore:
  type: S3
  credentials:
    secret: thanos
store:
  shards: 2
grafana: false
`)
})

test('flags are collected in both spellings', () => {
  expect(repeated(['x', '--set', 'a=1', '--label=b', '--set=c=2', '--set'], 'set')).toEqual(['a=1', 'c=2'])
})
