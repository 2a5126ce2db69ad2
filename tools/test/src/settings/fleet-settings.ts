import type { Trial } from './trial.ts'

const repository = { url: 'https://github.com/example/fleet.git' }
const rings = [{ name: 'canary' }, { name: 'production' }]
const versions = { channels: { stable: { thanos: { tag: 'v1' } }, next: { thanos: { tag: 'v2' } } } }
const layer = { namespace: 'x' }

/** What is known of the settings of fleet.yaml beside its schema, as of those of cluster.yaml. */
export const fleetSettings: Pick<Trial, 'special' | 'general' | 'allowed' | 'exceptions'> = {
  special: [
    { for: /^rings\[\]\.name$/, document: { repository, rings: [{ name: 'a' }, ...rings] } },
    { for: /^rings/, document: { repository, rings, versions } },
    { for: /^versions\.channels/, document: { repository, versions } },
    { for: /^versions\.mirrors/, document: { repository, versions: { mirrors: { 'quay.io': 'a' } } } },
    { for: /^defaults\.all/, document: { repository, defaults: { all: layer } } },
    { for: /^defaults\.modes\.sidecar/, document: { repository, defaults: { modes: { 'sidecar-mode': layer } } } },
    { for: /^defaults\.modes\.receive/, document: { repository, defaults: { modes: { 'receive-mode': layer } } } },
    {
      for: /^defaults\.modes\.dev/,
      document: { repository, defaults: { modes: { 'dev-filesystem-objstore': layer } } },
    },
    { for: /^defaults\.rings/, document: { repository, defaults: { rings: { canary: layer } } } },
  ],
  general: [{ repository }],
  allowed: [
    { for: /^repository\.url$/, values: ['https://github.com/example/one.git', 'https://github.com/example/two.git'] },
    {
      for: /^repository\.web$/,
      values: ['https://one.example.com/{revision}/{file}', 'https://two.example.com/{file}'],
    },
    { for: /^repository\.path$/, values: ['a', 'b'] },
    { for: /^rings\[\]\.name$/, values: ['a', 'b'] },
    { for: /^rings\[\]\.channel$/, values: ['stable', 'next'] },
    { for: /^defaults\./, values: ['a', 'b'] },
  ],
  exceptions: [],
}

/** The clusters of the fleet. */
export const clustersOfFleet = [
  { name: 'one', mode: 'sidecar-mode', ring: 'canary' },
  { name: 'two', mode: 'receive-mode', ring: 'production' },
  { name: 'three', mode: 'dev-filesystem-objstore', ring: 'production' },
].map((cluster) => ({ ...cluster, ...(cluster.name === 'three' ? {} : { objectStore: bucketOf(cluster.name) }) }))

function bucketOf(name: string): object {
  return { type: 'S3', bucket: name, endpoint: 's3.example.com', credentials: { secret: 'thanos-objstore' } }
}
