import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { ConfigMap, Container, KubeObject, PodSpec, PodTemplateSpec } from '@thanos-fleet/kubernetes'

/** A container with the pod around it. */
export interface ContainerOf {
  /** `StatefulSet thanos-store/thanos-store`, for messages. */
  subject: string
  container: Container
  pod: PodSpec
}

/** Every container of every workload. */
export function containersOf(objects: readonly KubeObject[]): ContainerOf[] {
  return objects.flatMap(object => {
    const pod = isWorkload(object) ? object.spec.template.spec : undefined
    return (pod?.containers ?? []).flatMap(container => pod === undefined ? [] : [{
      subject: `${object.kind} ${object.metadata.name}/${container.name}`, container, pod,
    }])
  })
}

/** The files a container finds at its mounts, by their path in the container; those of Secrets are not ours to know. */
export function filesOf({ container, pod }: ContainerOf, objects: readonly KubeObject[]): Map<string, string> {
  const files = new Map<string, string>()
  for (const { name, mountPath } of container.volumeMounts ?? []) {
    const volume = pod.volumes?.find(volume => volume.name === name)
    const config = objects.filter(isConfigMap).find(object => object.metadata.name === volume?.configMap?.name)
    for (const [key, text] of Object.entries(config?.data ?? {})) files.set(`${mountPath}/${key}`, text)
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

/** Moves every mount path in a text below `root`, longest first, so that one path is not moved twice. */
export function relocate(text: string, { container }: ContainerOf, root: string): string {
  const paths = (container.volumeMounts ?? []).map(mount => mount.mountPath).filter(path => path !== '/').sort((a, b) => b.length - a.length)
  if (paths.length === 0) return text
  const pattern = new RegExp(`(?<![\\w/.-])(${paths.map(escape).join('|')})(?![\\w-])`, 'g')
  return text.replace(pattern, path => join(root, path))
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
}

function isWorkload(object: KubeObject): object is KubeObject & { spec: { template: PodTemplateSpec } } {
  return ['Deployment', 'StatefulSet', 'DaemonSet'].includes(object.kind)
}

function isConfigMap(object: KubeObject): object is ConfigMap {
  return object.kind === 'ConfigMap'
}
