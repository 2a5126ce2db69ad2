import { z } from 'zod'
import { destination } from '../schema/gitops.ts'
import { imageVersions, mirrors, pullSecrets } from '../schema/images.ts'
import { dnsLabel, field, isReachable, objectName, textOf, whole } from '../schema/primitives.ts'

/** An address for cloning; what is wrong with one that is refused is said by `checkRepository`. */
const repositoryUrl = z.string().describe('For cloning: https://…, ssh://git@host/… or git@host:path.')

const web = textOf(
  /^https?:\/\/[^\s/@?#]+(\/\S*)?$/,
  2048,
  {
    code: 'bad-url',
    expected: 'the web URL of the repository',
    remedy:
      'write the URL that a browser shows, or with {revision} and {file}: https://git.example.com/fleet/src/{revision}/{file}',
  },
  isReachable,
)

/** Names of branches, tags and commits: https://git-scm.com/docs/git-check-ref-format, without what shells expand. */
const revision = textOf(/^(?![-/.])(?!.*(\.\.|\/\/|@\{|\.lock$|\/\.))[-A-Za-z0-9_./@+]*[-A-Za-z0-9_@+]$/, 200, {
  code: 'bad-revision',
  expected: 'a branch, refs/tags/<tag> or a commit of 40 digits',
  remedy: 'write the name of a branch, refs/tags/v1.2.3, or all 40 digits of a commit',
})

const folder = z
  .string()
  .describe('The folder of clusters/ and overlays/, where this repository is part of a larger one.')

const repository = z.strictObject({
  url: repositoryUrl,
  web: field(web, 'Where people read the repository; only needed where the name of the host does not tell its kind.'),
  revision: field(revision, 'What Argo CD and Flux follow, and links of alerts point to.'),
  path: folder.exactOptional(),
  secretRef: field(objectName.nullable(), 'The Secret by which Flux reads the repository; null: none is needed.'),
})

const fluxName = textOf(/^([a-z0-9]|\{cluster\})(([-a-z0-9.]|\{cluster\})*([a-z0-9]|\{cluster\}))?$/, 100, {
  code: 'bad-name',
  expected: 'the name of a Kubernetes object with {cluster} in it',
  remedy: 'write {cluster} where the name of the cluster goes: thanos-{cluster}',
})

const argocd = z.strictObject({
  namespace: field(dnsLabel, 'The namespace of Argo CD.'),
  project: field(dnsLabel, 'The name of the AppProject and of the ApplicationSet, which are generated.'),
  destination: destination.exactOptional(),
})

const flux = z.strictObject({
  namespace: field(dnsLabel, 'The namespace of the GitRepository and of the Kustomization.'),
  name: field(fluxName, 'Their name, with {cluster} for the name of the cluster.'),
  decryption: field(
    z
      .strictObject({
        provider: z.literal('sops').describe('What encrypted the Secrets of the folders.'),
        secretRef: field(objectName.nullable(), 'The Secret with the keys; null: the identity of the controller.'),
      })
      .nullable(),
    "How Flux decrypts Secrets of the clusters' folders.",
  ),
})

const maxUpdate = z
  .union([
    whole(0, 10_000),
    textOf<`${number}%`>(/^([1-9]\d?|100)%$/, 4, {
      code: 'bad-max-update',
      expected: 'a number or percentage of clusters',
      remedy: 'write an integer, or 1% to 100%; 0 disables automatic updates of the ring',
    }),
  ])
  .describe('How many clusters of the ring are updated at once.')

const ring = z.strictObject({
  name: dnsLabel.describe('The name that clusters give as their ring.'),
  maxUpdate: maxUpdate.exactOptional(),
  channel: field(dnsLabel, 'The channel of versions of its clusters.'),
  revision: field(revision, 'What the Flux of its clusters follows, instead of the revision of the repository.'),
})

const versions = z.strictObject({
  channels: field(
    z.record(dnsLabel, imageVersions),
    'Versions on top of ours, by channel; a new name is a new channel.',
  ),
  mirrors: mirrors.exactOptional(),
  pullSecrets: pullSecrets.exactOptional(),
})

/** Settings of cluster.yaml; their form is checked by the schema of clusters, see `defaultsFindings`. */
export const layer = z.record(z.string(), z.unknown()).describe('Settings of cluster.yaml.')

const defaults = z.strictObject({
  all: field(layer, 'For all clusters.'),
  modes: field(
    z.strictObject({
      'sidecar-mode': layer.exactOptional(),
      'receive-mode': layer.exactOptional(),
      'dev-filesystem-objstore': layer.exactOptional(),
    }),
    'For the clusters of a mode; over those for all.',
  ),
  rings: field(z.record(dnsLabel, layer), 'For the clusters of a ring; over those of a mode.'),
})

/** What a person writes in `clusters/fleet.yaml`. */
export const fleetSchema = z.strictObject({
  repository: field(repository, 'Where Argo CD, Flux and people find this repository.'),
  gitops: field(
    z.strictObject({ argocd: field(argocd, 'Argo CD.'), flux: field(flux, 'Flux.') }),
    'The objects by which Argo CD and Flux follow the repository.',
  ),
  rings: field(z.array(ring).min(1), 'The rollout rings, in the order in which they receive a change.'),
  versions: field(versions, 'Versions, registries and pull secrets of images.'),
  defaults: field(defaults, 'Settings of cluster.yaml that clusters have in common.'),
})

/** A `clusters/fleet.yaml` of the right form. */
export type FleetInput = z.output<typeof fleetSchema>
