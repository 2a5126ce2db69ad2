import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type ConfigMap, type Container, isWorkload, type KubeObject, type PodSpec } from '@thanos-fleet/kubernetes'

/** A container with the pod around it. */
export interface ContainerOf {
  /** `StatefulSet thanos-store/thanos-store`, for messages. */
  subject: string
  container: Container
  pod: PodSpec
}

/** Every container of every workload. */
export function containersOf(objects: readonly KubeObject[]): ContainerOf[] {
  return objects.flatMap((object) => {
    const pod = isWorkload(object) ? object.spec?.template.spec : undefined
    return (pod?.containers ?? []).flatMap((container) =>
      pod === undefined
        ? []
        : [
            {
              subject: `${object.kind} ${object.metadata.name}/${container.name}`,
              container,
              pod,
            },
          ],
    )
  })
}

/** The files a container finds at its mounts, by their path in the container; those of Secrets are not ours to know. */
export function filesOf({ container, pod }: ContainerOf, objects: readonly KubeObject[]): Map<string, string> {
  const files = new Map<string, string>()
  for (const { name, mountPath } of container.volumeMounts ?? []) {
    const volume = pod.volumes?.find((volume) => volume.name === name)
    const projected = volume?.projected?.sources?.map(({ configMap }) => configMap?.name) ?? []
    for (const source of [volume?.configMap?.name, ...projected]) {
      const config = objects.filter(isConfigMap).find((object) => object.metadata.name === source)
      for (const [key, text] of Object.entries(config?.data ?? {})) files.set(`${mountPath}/${key}`, text)
    }
  }
  return files
}

/** Writes the files below `root` and makes the other mounts as empty folders. */
export function materialise({ container }: ContainerOf, files: ReadonlyMap<string, string>, root: string): void {
  for (const { mountPath } of container.volumeMounts ?? []) mkdirSync(join(root, mountPath), { recursive: true })
  for (const [path, text] of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
}

/**
 * Moves every mount path in a text below `root`, longest first, so that one path is not moved twice. A folder of the
 * node stays what it is: that of the machine we run on.
 */
export function relocate(text: string, { container, pod }: ContainerOf, root: string): string {
  const places = new Map(
    (container.volumeMounts ?? []).map(({ name, mountPath }) => {
      const host = pod.volumes?.find((volume) => volume.name === name)?.hostPath?.path
      return [mountPath, host ?? join(root, mountPath)]
    }),
  )
  if (places.size === 0) return text
  const paths = [...places.keys()].sort((one, other) => other.length - one.length).map(escape)
  const pattern = new RegExp(`(?<![\\w/.-])(${paths.join('|')})(?![\\w-])`, 'g')
  return text.replace(pattern, (path) => places.get(path) ?? path)
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
}

function isConfigMap(object: KubeObject): object is ConfigMap {
  return object.kind === 'ConfigMap'
}
