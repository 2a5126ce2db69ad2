import type { ClusterSpec } from '@thanos-fleet/cluster-spec'
import { factsOf } from '@thanos-fleet/connections'
import type { ConfigMap, KubeObject } from '@thanos-fleet/kubernetes'
import type { PatchedObject } from '@thanos-fleet/kustomize'
import { settingsOfFile } from './file-settings.ts'
import type { PatchFinding } from './finding.ts'

/** Configuration files that patches replace or take away, with the settings that have no effect on them any more. */
export function replacedFiles(spec: ClusterSpec, changes: readonly PatchedObject[]): PatchFinding[] {
  return changes.flatMap((change) => {
    const [before, after] = [dataOf(change.before), dataOf(change.after)]
    if (change.after === undefined) return []
    const keys = Object.keys(before).filter((key) => before[key] !== after[key])
    return keys.flatMap((key) => findingOf(spec, change, key))
  })
}

function findingOf(spec: ClusterSpec, { id, before, after, by }: PatchedObject, key: string): PatchFinding[] {
  const settings = settingsIn(spec, `${before.metadata.name}/${key}`)
  if (settings.length === 0) return []
  const said = by.findLast(({ locate }) => locate(['data', key]) !== undefined) ?? by.at(-1)
  if (said === undefined) return []
  const isGone = dataOf(after)[key] === undefined
  const have = settings.length === 1 ? 'has' : 'have'
  return [
    {
      severity: 'warning',
      code: 'patch-replaces-file',
      place: { ...(said.locate(['data', key]) ?? said), file: said.file },
      message:
        `the patch ${isGone ? 'removes' : 'replaces the whole of'} ${key} in ${id}:` +
        ` ${listed(settings)} of cluster.yaml ${have} no effect on it any more`,
      remedy: `make later changes of these settings in the patch too, or remove ${key} from it`,
    },
  ]
}

/** The settings of a file that the cluster can have: not those of components that it has not. */
function settingsIn(spec: ClusterSpec, file: string): string[] {
  const { present } = factsOf(spec)
  const absent = [...Object.entries(spec)].filter(([, value]) => value === null).map(([key]) => key)
  return (settingsOfFile[file] ?? []).filter((setting) => {
    const [section = '', field] = setting.split('.')
    if (section === 'receive') return present.has('thanos-receive-router')
    return field === undefined || !absent.includes(section)
  })
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}

function dataOf(object: KubeObject | undefined): Readonly<Record<string, string>> {
  return object !== undefined && isConfigMap(object) ? (object.data ?? {}) : {}
}

function isConfigMap(object: KubeObject): object is ConfigMap {
  return object.kind === 'ConfigMap'
}
