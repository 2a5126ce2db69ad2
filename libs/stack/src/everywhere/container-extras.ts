import type { ContainerExtras, EnvSource, ExtraVolume } from '@thanos-fleet/cluster-spec'
import type { Container, EnvVar, Volume, VolumeMount } from '@thanos-fleet/kubernetes'

/** What a container gets: from the settings of all, and from its section. */
export interface Extras {
  all: ContainerExtras
  own: ContainerExtras
  /** Whether the section is not that of the pod: another may have a volume of the same name. */
  beside: boolean
}

/** A container with further variables and mounts, behind those that it needs: a variable may refer to one above it. */
export function extended(container: Container, extras: Extras): Container {
  const env = [
    ...(container.env ?? []),
    ...Object.entries({ ...extras.all.extraEnv, ...extras.own.extraEnv }).map(variable),
  ]
  const mounts = [...(container.volumeMounts ?? []), ...named(extras).map(mount)]
  return {
    ...container,
    ...(env.length === 0 ? {} : { env }),
    ...(mounts.length === 0 ? {} : { volumeMounts: mounts }),
  }
}

/** The volumes of a pod whose containers have these, each once. */
export function volumesOf(containers: readonly Extras[]): Volume[] {
  const volumes = containers
    .flatMap(named)
    .map(({ name, volume }): [string, Volume] => [name, { name, ...source(volume) }])
  return [...new Map(volumes).values()]
}

interface Named {
  name: string
  volume: ExtraVolume
}

/** Volumes by their name in the pod. What is put before it keeps it apart from ours, and from that of another section. */
function named({ all, own, beside }: Extras): Named[] {
  const common = Object.entries(all.extraVolumes).filter(([name]) => !Object.hasOwn(own.extraVolumes, name))
  return [
    ...common.map(([name, volume]) => ({ name: `all-${name}`, volume })),
    ...Object.entries(own.extraVolumes).map(([name, volume]) => ({
      name: `${beside ? 'beside' : 'own'}-${name}`,
      volume,
    })),
  ]
}

function variable([name, from]: [string, EnvSource]): EnvVar {
  if (typeof from === 'string') return { name, value: from }
  return {
    name,
    valueFrom:
      'secret' in from
        ? { secretKeyRef: { name: from.secret, key: from.key } }
        : { configMapKeyRef: { name: from.configMap, key: from.key } },
  }
}

/** What others own is only read. */
function mount({ name, volume }: Named): VolumeMount {
  const writable = 'claim' in volume || 'emptyDir' in volume
  return { name, mountPath: volume.mountPath, ...(writable ? {} : { readOnly: true }) }
}

function source(volume: ExtraVolume): Omit<Volume, 'name'> {
  if ('secret' in volume) return { secret: { secretName: volume.secret } }
  if ('configMap' in volume) return { configMap: { name: volume.configMap } }
  if ('claim' in volume) return { persistentVolumeClaim: { claimName: volume.claim } }
  return { emptyDir: { sizeLimit: volume.emptyDir } }
}
