import { type ClusterSpec, extraKey, type ExtraFile } from '@thanos-fleet/cluster-spec'
import { configMapBytes, mostConfigMapBytes, type Volume, type VolumeMount } from '@thanos-fleet/kubernetes'
import type { ConfigFiles } from '@thanos-fleet/kustomize'
import { configFiles } from './config-files.ts'

/** Files of the cluster's folder on their way into a container; all empty where there are none. */
export interface ExtraDirectory {
  configs: ConfigFiles[]
  volumes: Volume[]
  volumeMounts: VolumeMount[]
}

/**
 * Puts files of the cluster's folder into a directory of their own. Generated files are in other ConfigMaps and other
 * directories, so whatever people call their files, none can stand in the place of a generated one.
 *
 * @param at the ConfigMap's name, the volume's, and the directory in the container
 */
export function extraDirectory(
  spec: ClusterSpec,
  component: string,
  files: readonly ExtraFile[],
  at: { config: string; volume: string; directory: string },
): ExtraDirectory {
  if (files.length === 0) return { configs: [], volumes: [], volumeMounts: [] }
  const configs = parted(files).map((part, index) =>
    configFiles(spec, component, index === 0 ? at.config : `${at.config}-${index + 1}`, part, 'reload'),
  )
  return {
    configs,
    volumes: [{ name: at.volume, projected: { sources: configs.map(({ name }) => ({ configMap: { name } })) } }],
    volumeMounts: [{ name: at.volume, mountPath: at.directory, readOnly: true }],
  }
}

/** As many ConfigMaps as the files need, filled in the order of their names. */
function parted(files: readonly ExtraFile[]): Record<string, string>[] {
  const parts: Record<string, string>[] = []
  let room = 0
  for (const { path, text } of files) {
    const key = extraKey(path)
    const size = configMapBytes(key, text)
    if (size > room) {
      parts.push({})
      room = mostConfigMapBytes
    }
    Object.assign(parts.at(-1) ?? {}, { [key]: text })
    room -= size
  }
  return parts
}
