import { componentOf, configurableNames } from '@thanos-fleet/catalog'
import { jsonSchema, loadCluster, noLinks } from '@thanos-fleet/cluster-spec'
import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { desired } from './desired.ts'

/** What a file says of each setting that components share, and what it says otherwise: the outputs must differ. */
const pairs: Record<string, [string, string]> = {
  replicas: ['1', '2'],
  'resources.cpu': ['1', '{ request: 1, limit: 2 }'],
  'resources.memory': ['4Gi', '{ request: 3Gi, limit: 4Gi }'],
  'resources.ephemeralStorage': ['1Gi', '2Gi'],
  logLevel: ['warn', 'debug'],
  extraFlags: ['{ "log.format": json }', '{ "log.format": logfmt, "enable-feature": b }'],
  nodeSelector: ['{}', '{ pool: a }'],
  tolerations: ['[]', '[{ operator: Exists }]'],
  priorityClassName: ['null', 'high'],
  podAnnotations: ['{}', '{ a.b/c: d }'],
  volumeSize: ['20Gi', '30Gi'],
  storageClass: ['null', 'fast'],
  extraEnv: ['{}', '{ COMPANY: a }'],
  extraVolumes: ['{}', '{ own: { mountPath: /etc/own, configMap: own } }'],
  podLabels: ['{}', '{ company: a }'],
  hostAliases: ['[]', '[{ ip: 10.0.0.7, hostnames: [a.example.com] }]'],
  nodeAffinity: ['[]', '[{ key: pool, operator: Exists }]'],
  'limits.requestSeries': ['2000', '1000'],
  autoscaling: ['false', '{ maxReplicas: 9 }'],
}

interface Schema {
  properties?: Record<string, Schema>
  anyOf?: Schema[]
  allOf?: Schema[]
  $ref?: string
  definitions?: Record<string, Schema>
}

const whole: Schema = JSON.parse(jsonSchema())

/** What a schema stands for: its own properties, or those of what it refers to. */
function propertiesOf({ properties, anyOf = [], allOf = [], $ref = '' }: Schema): Record<string, Schema> {
  const referred = whole.definitions?.[$ref.replace('#/definitions/', '')]
  return {
    ...properties,
    ...Object.assign({}, ...[...anyOf, ...allOf, ...(referred === undefined ? [] : [referred])].map(propertiesOf)),
  }
}

/** The settings of a section, also of one that can be switched off. */
function settingsOf(section: string): Record<string, Schema> {
  return propertiesOf(section.split('.').reduce<Schema>((schema, key) => propertiesOf(schema)[key] ?? {}, whole))
}

const sections = configurableNames.flatMap((name) => componentOf(name).settings?.section ?? [])
const paths = sections.flatMap((section) => Object.keys(settingsOf(section)).map((key) => ({ section, key })))

/** In this cluster every component is deployed; what is for other clusters is there in each mode, since one sends to it. */
function output(section: string, setting: string, value: string): string {
  const mode = section.startsWith('receive') ? 'receive-mode' : 'sidecar-mode'
  const path = [...section.split('.'), ...setting.split('.')]
  const [top = '', ...below] = path
  const text = below.reduceRight((inner, key) => `{ ${key}: ${inner} }`, value)
  const others = {
    objectStore: '{ type: S3, bucket: thanos, endpoint: s3.example.com, credentials: { secret: thanos-objstore } }',
    ...(top === 'rule' ? {} : { rule: '{}' }),
    // So that two of Grafana are possible.
    ...(top === 'grafana' && setting === 'replicas'
      ? { grafana: `{ replicas: ${value}, database: { type: postgres, urlSecret: a } }` }
      : { [top]: text }),
  }
  const cache = '{ type: memcached }'
  const lines = Object.entries({
    ...others,
    ...(top === 'memcached' ? { store: `{ indexCache: ${cache}, bucketCache: ${cache} }` } : {}),
  })
  const loaded = loadCluster({
    path: 'clusters/x/cluster.yaml',
    text: [`name: x`, `mode: ${mode}`, ...lines.map(([key, value]) => `${key}: ${value}`)].join('\n'),
  })
  if (!loaded.ok) return `refused: ${loaded.diagnostics.map(({ code }) => code).join()}`
  return createHash('sha256')
    .update(JSON.stringify(desired({ ...loaded.spec, links: { ...noLinks, writers: ['oslo'] } })))
    .digest('hex')
}

it('every setting that components share is looked at', () => {
  const times = Map.groupBy(paths, ({ key }) => key)
  const shared = [...times].filter(([, { length }]) => length > 2).map(([key]) => key)
  const looked = new Set(Object.keys(pairs).map((path) => path.split('.')[0]))
  expect(shared.length).toBeGreaterThan(8)
  // Durations of components that have nothing in common but the word.
  expect(shared.filter((key) => !looked.has(key) && !['retention', 'evaluationInterval'].includes(key))).toEqual([])
})

const pairsOfSections = sections.flatMap((section) =>
  Object.entries(pairs).map(([setting, values]) => [`${section}.${setting}`, section, setting, values] as const),
)

it.each(pairsOfSections)('%s has an effect, or is refused', (_name, section, setting, [one, other]) => {
  const [first, second] = [output(section, setting, one), output(section, setting, other)]
  if (Object.hasOwn(settingsOf(section), setting.split('.')[0] ?? '')) {
    expect(first).toMatch(/^[0-9a-f]{64}$/)
    expect(second).not.toBe(first)
  } else expect([first, second]).toEqual(['refused: unknown-key', 'refused: unknown-key'])
})
