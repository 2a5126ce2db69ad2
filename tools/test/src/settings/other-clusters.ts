import type { Trial } from './trial.ts'

/** What is known of the settings of cluster.yaml that are about other clusters; a part of cluster-settings.ts. */

const s3 = { type: 'S3', bucket: 'thanos', endpoint: 's3.example.com', credentials: { secret: 'thanos-objstore' } }
const sidecar = { name: 'x', mode: 'sidecar-mode', objectStore: s3 }
const receive = { name: 'x', mode: 'receive-mode', objectStore: s3 }
const development = { name: 'x', mode: 'dev-filesystem-objstore' }
const access = { tls: { secret: 'web-tls' }, authentication: { basicAuthSecret: 'web-users' } }

const identity = { client: { secret: 'fleet-client' }, authority: { secret: 'fleet-authority' } }

/** Clusters that can be read, each the only one of its kind. */
const leaves = Object.entries({ a: sidecar, b: receive, c: development }).map(([name, mode]) => ({
  ...mode,
  ...{ name, ring: name, identity, externalLabels: { cluster: name, region: name } },
  ingress: { hosts: { queryGrpc: `${name}.example.com` }, ...access },
}))
const hub = { ...sidecar, identity, query: { clusters: ['a', 'b'] } }
const selecting = [{ ring: 'a' }, { mode: 'sidecar-mode' }, { externalLabels: { region: 'a' } }].map((choice) => ({
  ...hub,
  query: { clusters: [choice] },
}))

/** Clusters that one sends to, and that send to it. */
const written = (host: string) => ({ ingress: { hosts: { remoteWrite: host }, ...access } })
const centres = ['m', 'n'].map((name) => ({
  ...receive,
  name,
  identity,
  ring: name,
  ...written(`${name}.example.com`),
}))
const sender = { name: 'x', mode: 'receive-mode', identity, sendsTo: 'm' }
const centre = { ...receive, identity, ...written('x.example.com') }
const sending = { name: 'y', mode: 'receive-mode', identity, sendsTo: 'x' }

/** A cluster that others may read. */
const storeApi = { ...sidecar, identity, ingress: { hosts: { queryGrpc: 'grpc.example.com' }, ...access } }

/** Contexts of them. */
export const specialOfOtherClusters: Trial['special'] = [
  ...[...selecting, hub, { ...hub, identity: { ...identity, client: { issuer: { name: 'fleet' } } } }].map(
    (document) => ({
      for: /^(query\.clusters|identity)/,
      document,
      others: leaves,
    }),
  ),
  { for: /^identity\.authority/, document: storeApi },
  { for: /^sendsTo$/, document: sender, others: centres },
  { for: /^(receive\.edge|ingress\.hosts\.remoteWrite)/, document: centre, others: [sending] },
  ...[{ operator: 'In', values: ['a'] }, { operator: 'Exists' }].map((term) => ({
    for: /^receive\.edge\.(tolerations|nodeAffinity)\[\]/,
    document: { ...centre, receive: { edge: { tolerations: [{ key: 'a' }], nodeAffinity: [{ key: 'a', ...term }] } } },
    others: [sending],
  })),
]

/** Their values. */
export const allowedOfOtherClusters: Trial['allowed'] = [
  { for: /^identity$/, values: [identity, { ...identity, publicHosts: true }] },
  { for: /^sendsTo$/, values: ['m', 'n'] },
  { for: /^query\.clusters\[\]$/, values: ['a', { ring: 'b' }] },
  { for: /^query\.clusters\[\](\([a-z]+\))?\.ring$/, values: ['a', 'b'] },
  {
    for: /^query\.clusters\[\](\([a-z]+\))?\.externalLabels(\.\*)?$/,
    values: [{ region: 'a' }, { region: 'b' }, 'a', 'b'],
  },
]
