import { fleetSchemaText, jsonSchema } from '@thanos-fleet/cluster-spec'
import { isObject } from '@thanos-fleet/json'
import { describe, expect, test } from 'vitest'
import { stringify } from 'yaml'
import generator from './thanos-generator.ts'

/** What every object inherits, and what functions have: ordinary words to whoever names a label or a tenant. */
const words = [...Object.getOwnPropertyNames(Object.prototype), 'prototype', 'length', 'name', 'caller', 'arguments']

const identity = { workloadIdentity: { annotations: {}, podLabels: {} } }
const cluster = { name: 't', mode: 'sidecar-mode', externalLabels: { cluster: 't' } }
const s3 = { type: 'S3', bucket: 'a', endpoint: 's3.example.com', credentials: { secret: 'a' } }
const page = { hosts: { query: 'a.example.com' }, tls: { secret: 'a' }, authentication: { basicAuthSecret: 'a' } }

/** Clusters that between them can have every mapping whose keys people choose. */
const clusters = [
  { ...cluster, objectStore: s3, ingress: { ...page, controller: { namespace: 'a' } }, rule: {} },
  { ...cluster, objectStore: s3, ingress: { ...page, controller: { namespace: 'a', podLabels: { a: 'b' } } } },
  { ...cluster, mode: 'receive-mode', objectStore: s3 },
  { ...cluster, objectStore: { type: 'GCS', bucket: 'a', credentials: identity } },
  {
    ...cluster,
    objectStore: s3,
    additionalBuckets: [{ name: 'a', objectStore: { type: 'GCS', bucket: 'a', credentials: identity } }],
  },
  { ...cluster, objectStore: s3, prometheus: { remoteWrite: [{ name: 'a', url: 'https://a.example.com' }] } },
  {
    ...cluster,
    objectStore: s3,
    grafana: { dataSources: [{ name: 'a', type: 'loki', url: 'https://a.example.com' }] },
  },
  {
    ...cluster,
    objectStore: s3,
    prometheus: { otlp: true },
    networkPolicy: { clients: { otlp: [{ namespace: 'a' }] } },
  },
  {
    ...cluster,
    mode: 'receive-mode',
    objectStore: s3,
    networkPolicy: { clients: { remoteWrite: [{ namespace: 'a' }] } },
  },
  {
    ...cluster,
    objectStore: s3,
    identity: { client: { secret: 'a' }, authority: { secret: 'a' } },
    query: { clusters: [{ ring: 'a' }] },
  },
  { ...cluster, objectStore: { ...s3, endpoint: 'a.minio.svc:9000' } },
  { ...cluster, objectStore: s3, store: { indexCache: { type: 'memcached' } } },
  { ...cluster, objectStore: s3, storage: { local: { path: '/data', nodes: ['node-1', 'node-2', 'node-3'] } } },
]

/** The mappings of a schema whose keys are not those of the schema. */
function records(root: unknown): Map<string, unknown> {
  const found = new Map<string, unknown>()
  const visit = (schema: unknown, path: readonly string[]) => {
    if (!isObject(schema)) return
    const { $ref: reference } = schema
    if (typeof reference === 'string') return visit(referred(root, reference), path)
    for (const key of ['anyOf', 'oneOf', 'allOf']) for (const one of listOf(schema[key])) visit(one, path)
    for (const [key, below] of Object.entries(isObject(schema['properties']) ? schema['properties'] : {}))
      visit(below, [...path, key])
    visit(schema['items'], [...path, '*'])
    if (isObject(schema['additionalProperties'])) found.set(path.join('.'), schema['additionalProperties'])
  }
  visit(root, [])
  return found
}

function referred(root: unknown, reference: string): unknown {
  const keys = reference.split('/').slice(1)
  return keys.reduce((value, key) => (isObject(value) ? value[key] : undefined), root)
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}

/** Values of which each record takes one. */
const values = [
  'x',
  { tag: 'v1' },
  { headSeries: 1 },
  'registry.example.com/x',
  [8080],
  ['node-1'],
  { severity: 'info' },
  { mountPath: '/etc/own', configMap: 'own' },
  { secret: 'own', key: 'a' },
  [{ action: 'labeldrop', regex: 'b' }],
]

function withEntry(value: unknown, path: readonly string[], key: string, entry: unknown): Record<string, unknown> {
  const map = isObject(value) ? value : {}
  const [head, next, ...below] = path
  const rest = next === undefined ? [] : [next, ...below]
  if (head !== undefined && next === '*') {
    const items = listOf(map[head] ?? [{}])
    return { ...map, [head]: items.map((item) => withEntry(item, below, key, entry)) }
  }
  // Not by assignment, which would set the prototype.
  const added = head === undefined ? [key, entry] : [head, withEntry(map[head], rest, key, entry)]
  return Object.fromEntries([...Object.entries(map), added])
}

/** What comes of a cluster.yaml: the codes of a refusal, or what is generated. */
function outcome(value: object): { codes: string[]; text: string } {
  const file = { path: 'clusters/t/cluster.yaml', text: Buffer.from(stringify(value)) }
  const { spec, diagnostics } = generator.read(file, { files: () => [], read: () => new Uint8Array() })
  if (spec === undefined) return { codes: diagnostics.map(({ code }) => code), text: '' }
  const { files, diagnostics: wrong } = generator.generate(
    { path: file.path, spec, locate: () => ({ line: 1, column: 1 }) },
    [],
  )
  return { codes: wrong.map(({ code }) => code), text: [...files.values()].join('\n') }
}

/** A cluster with one entry more, made so that it is taken with an ordinary key. */
function clusterWith(path: readonly string[], ordinary: string): ((key: string) => object) | undefined {
  for (const base of clusters) {
    for (const entry of values) {
      if (outcome(withEntry(base, path, ordinary, entry)).codes.length > 0) continue
      return (key) => withEntry(base, path, key, entry)
    }
  }
  return undefined
}

/** Keys that are names of something else: only the known ones are taken. */
const closed: Record<string, string> = {
  'images.versions': 'thanos',
  'images.mirrors': 'quay.io',
  'networkPolicy.servicePorts': 'minio',
  alerts: 'ThanosQueryNotReady',
  'prometheus.metricRelabelConfigs': 'kubelet',
}

const ofClusters = [...records(JSON.parse(jsonSchema())).keys()]

describe('a name that every object inherits is a name like any other', () => {
  test('in every mapping of the schema', () => expect(ofClusters.length).toBeGreaterThan(40))

  test.each(ofClusters)('%s', (record) => {
    const path = record.split('.')
    const make = clusterWith(path, closed[record] ?? 'ordinary')
    if (make === undefined) throw new Error(`no cluster of this test can have an entry in ${record}`)
    for (const word of words) {
      const { codes, text } = outcome(make(word))
      // Refused by the rules of names, or there in what is generated.
      if (word === '__proto__') expect(codes).toContain('reserved-key')
      else if (codes.length === 0) expect(text, word).toContain(word)
    }
  })

  test.each(['versions.channels', 'versions.mirrors', 'defaults.rings', 'defaults.all', 'defaults.all.externalLabels'])(
    'fleet.yaml: %s',
    (record) => {
      expect(records(JSON.parse(fleetSchemaText())).size).toBeGreaterThan(3)
      for (const word of words) {
        for (const entry of ['x', {}, { thanos: { tag: 'v1' } }, { query: { podAnnotations: { a: 'b' } } }]) {
          const text = stringify(withEntry({ rings: [{ name: 'a' }] }, record.split('.'), word, entry))
          const codes = generator.forFleet?.(Buffer.from(text)).diagnostics.map(({ code }) => code) ?? []
          if (word === '__proto__') expect(codes).toContain('reserved-key')
        }
      }
    },
  )
})
