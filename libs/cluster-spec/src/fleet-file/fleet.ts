import { type ImageName, imageNames, type ImageVersion, shippedVersions } from '@thanos-fleet/images'
import { modeDefaults, modes } from '../defaults/index.ts'
import type { ImageVersions } from '../delivery.ts'
import type { ClusterSpec, Mode } from '../spec.ts'
import { valueAt } from '../yaml/paths.ts'
import type { ParsedYaml } from '../yaml/parse.ts'
import type { Path, Position } from '../yaml/position.ts'
import { runbookUrlOf } from './defaults.ts'
import { type Layer, type Merged, mergeLayers } from './merge.ts'
import type { FleetSpec } from './spec.ts'
import { ownLayer } from './sources.ts'

/** Where the defaults of a cluster are from: see `Fleet.layersFor`. */
export interface Membership {
  mode: Mode
  ring: string
}

/** A setting of a cluster's file, read although the rest of the file may be wrong. */
function textAt(value: unknown, key: string): string | undefined {
  const found = valueAt(value, [key])
  return typeof found === 'string' ? found : undefined
}

/** What all clusters have in common: `fleet.yaml`, or what holds without it. */
export class Fleet {
  readonly spec: FleetSpec
  readonly #yaml: ParsedYaml | undefined

  constructor(spec: FleetSpec, yaml?: ParsedYaml) {
    this.spec = spec
    this.#yaml = yaml
  }

  /** What the file says; undefined: there is none. */
  get value(): unknown {
    return this.#yaml?.value
  }

  /** Where something stands in the file, or the nearest thing above it. */
  locate(path: Path, at?: 'key' | 'value'): Position {
    return this.#yaml?.locate(path, at) ?? { line: 1, column: 1 }
  }

  /** The channels of versions.json and those of the fleet. */
  get channels(): string[] {
    return [...new Set([...Object.keys(shippedVersions.channels), ...Object.keys(this.spec.versions.channels)])]
  }

  /** The rings that have defaults of their own. */
  get ringsWithDefaults(): string[] {
    const rings = valueAt(this.#yaml?.value, ['defaults', 'rings'])
    return typeof rings === 'object' && rings !== null ? Object.keys(rings) : []
  }

  /** What every cluster has unless it says something else, for the bases of the modes. */
  get common(): Pick<ClusterSpec, 'images' | 'runbookUrl'> {
    const { mirrors, pullSecrets } = this.spec.versions
    return {
      images: { mirrors, pullSecrets, versions: this.#versionsOf('stable').versions },
      runbookUrl: runbookUrlOf(this.spec.repository),
    }
  }

  /** The mode and the ring of a cluster by what its file says; undefined if it names no mode. */
  membershipOf(value: unknown): Membership | undefined {
    const mode = modes.find((one) => one === textAt(value, 'mode'))
    return mode === undefined ? undefined : { mode, ring: textAt(value, 'ring') ?? this.ringOf(mode) }
  }

  /** The ring of the clusters of a mode that name none. */
  ringOf(mode: Mode): string {
    const said = this.#defaultsOf(mode, null).map(({ value }) => textAt(value, 'ring'))
    return said.findLast((ring) => ring !== undefined) ?? modeDefaults(mode, 'example').ring
  }

  /** The namespace of the clusters of a mode and a ring that name none. */
  namespaceOf(mode: Mode, ring: string | null): string {
    const said = this.#defaultsOf(mode, ring).map(({ value }) => textAt(value, 'namespace'))
    return said.findLast((namespace) => namespace !== undefined) ?? modeDefaults(mode, 'example').namespace
  }

  /** Whether a value of a cluster is that of the fleet: said by it, alone or as a part of a shorthand. */
  says({ mode, ring, channel }: Membership & { channel: string }, path: Path, value: unknown): boolean {
    const [lowest, ...above] = [...this.#fixedLayers(channel), ...this.#defaultsOf(mode, ring)]
    if (lowest === undefined) return false
    const { value: said } = mergeLayers([lowest, ...above])
    const [own, whole] = [valueAt(said, path), valueAt(said, path.slice(0, -1))]
    const found = own ?? (typeof whole === 'object' ? undefined : whole)
    // What is written as a text can be a number in the file, and a component is switched on in several ways.
    if (typeof value === 'object' && value !== null) return found !== undefined
    return found !== undefined && String(found ?? null) === String(value ?? null)
  }

  /** All defaults of a cluster together; undefined: there are none. */
  defaultsFor({ mode, ring }: Membership): Merged | undefined {
    const [lowest, ...above] = this.#defaultsOf(mode, ring)
    return lowest === undefined ? undefined : mergeLayers([lowest, ...above])
  }

  /** What stands below a cluster's own file, the lowest first. */
  layersFor(yaml: ParsedYaml): Layer[] {
    if (this.#yaml === undefined) return []
    const member = this.membershipOf(yaml.value)
    const defaults = member === undefined ? this.#layersAt(['all']) : this.#defaultsOf(member.mode, member.ring)
    const own = ownLayer(yaml)
    const channel = [...defaults, own].map(({ value }) => textAt(value, 'channel')).findLast((one) => one !== undefined)
    return [...this.#fixedLayers(channel ?? 'stable'), ...ownLabel(defaults, own), ...defaults]
  }

  #defaultsOf(mode: Mode, ring: string | null): Layer[] {
    return [
      ...this.#layersAt(['all']),
      ...this.#layersAt(['modes', mode]),
      ...(ring === null ? [] : [...this.#channelOf(ring), ...this.#layersAt(['rings', ring])]),
    ]
  }

  #layersAt(section: Path): Layer[] {
    const place: Path = ['defaults', ...section]
    const value = valueAt(this.#yaml?.value, place)
    if (this.#yaml === undefined || typeof value !== 'object' || value === null) return []
    return [{ file: 'fleet', yaml: this.#yaml, value, placeOf: (path) => [...place, ...path] }]
  }

  #channelOf(ring: string): Layer[] {
    const index = this.spec.rings?.findIndex(({ name }) => name === ring) ?? -1
    const channel = this.spec.rings?.[index]?.channel ?? null
    return channel === null ? [] : this.#fixed({ channel }, () => ['rings', index, 'channel'])
  }

  /** What the other sections of the file say for all clusters, as settings of a cluster. */
  #fixedLayers(channel: string): Layer[] {
    const { repository, versions, gitops } = this.spec
    const said = (path: Path) => valueAt(this.#yaml?.value, path) !== undefined
    const { versions: images, channelOf } = this.#versionsOf(channel)
    return [
      ...(said(['repository'])
        ? this.#fixed({ runbookUrl: runbookUrlOf(repository) }, () => [
            'repository',
            said(['repository', 'web']) ? 'web' : 'url',
          ])
        : []),
      ...(said(['gitops', 'argocd', 'destination'])
        ? this.#fixed({ gitops: { destination: gitops.argocd.destination } }, () => ['gitops', 'argocd', 'destination'])
        : []),
      ...(['mirrors', 'pullSecrets'] as const)
        .filter((key) => said(['versions', key]))
        .flatMap((key) =>
          this.#fixed({ images: { [key]: versions[key] } }, ([, _key, ...rest]) => ['versions', key, ...rest]),
        ),
      ...(Object.keys(images).length === 0
        ? []
        : this.#fixed({ images: { versions: images } }, ([, , image = '', ...rest]) => [
            'versions',
            'channels',
            channelOf(String(image)),
            image,
            ...rest,
          ])),
    ]
  }

  #fixed(value: unknown, placeOf: Layer['placeOf']): Layer[] {
    return this.#yaml === undefined ? [] : [{ file: 'fleet', yaml: this.#yaml, value, placeOf }]
  }

  /**
   * The versions that the fleet has instead of those of versions.json; it lays `stable` below its other channels too.
   */
  #versionsOf(channel: string): { versions: ImageVersions; channelOf: (image: string) => string } {
    const { channels } = this.spec.versions
    const own = Object.hasOwn(channels, channel) ? channels[channel] : undefined
    const shipped = new Map(Object.entries(shippedVersions.channels)).get(channel)
    const entries = imageNames.flatMap((name): [ImageName, ImageVersion][] => {
      const ours = channel !== 'stable' && shipped?.[name] !== undefined
      const version = own?.[name] ?? (ours ? undefined : channels['stable']?.[name])
      return version === undefined ? [] : [[name, version]]
    })
    const ownNames = new Set<string>(Object.keys(own ?? {}))
    return { versions: Object.fromEntries(entries), channelOf: (image) => (ownNames.has(image) ? channel : 'stable') }
  }
}

/** Labels that the fleet has for all are added to the one that a cluster has by default, which they do not replace. */
function ownLabel(defaults: readonly Layer[], own: Layer): Layer[] {
  const says = ({ value }: Layer) => valueAt(value, ['externalLabels']) !== undefined
  const name = textAt(own.value, 'name')
  if (name === undefined || says(own) || !defaults.some(says)) return []
  return [{ ...own, value: { externalLabels: { cluster: name } }, placeOf: () => ['name'] }]
}
