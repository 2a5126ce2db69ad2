import { componentOf, type ComponentName, isComponentName, optionalNames, sectionOf } from '@thanos-fleet/catalog'
import { isWorkload, type KubeObject, type Workload } from '@thanos-fleet/kubernetes'
import type { PatchedObject } from '@thanos-fleet/kustomize'
import type { PatchFinding } from './finding.ts'

/** Workloads that patches delete or give a number of pods that the rest of the cluster does not know of. */
export function workloadFindings(changes: readonly PatchedObject[]): PatchFinding[] {
  return changes.flatMap((change) => {
    const { before, after } = change
    const component = componentNameOf(before)
    const place = change.by.at(-1)
    if (component === undefined || place === undefined || !isWorkload(before)) return []
    if (after === undefined) return [deleted(change, component)]
    const [own, patched] = [replicasOf(before), isWorkload(after) ? replicasOf(after) : undefined]
    if (own === patched) return []
    const wrong = miscounted(change, component, { own, replicas: patched ?? 1 })
    return wrong.length > 0 || patched !== undefined || after.kind === 'DaemonSet' ? wrong : [uncounted(change, place)]
  })
}

function componentNameOf({ metadata }: KubeObject): ComponentName | undefined {
  const name = metadata.labels?.['app.kubernetes.io/name']
  return name !== undefined && isComponentName(name) ? name : undefined
}

function replicasOf(workload: Workload): number | undefined {
  return workload.kind === 'DaemonSet' ? undefined : workload.spec?.replicas
}

/** Rules, jobs, policies and panels would still be about it, which only the setting takes along. */
function deleted({ id, by }: PatchedObject, component: ComponentName): PatchFinding {
  const { title, presence } = componentOf(component)
  const optional = optionalNames.find((name) => name === component)
  const place = by.at(-1) ?? { file: '', line: 1, column: 1 }
  const message = `the patch deletes ${id}, and leaves the rest of ${title}: its alerts, scrape jobs, policies and panels`
  if (optional !== undefined) {
    const remedy = `write "${sectionOf(optional)}: false" in cluster.yaml, and remove the patch`
    return { severity: 'error', code: 'patch-deletes-component', place, message, remedy }
  }
  const because = 'because' in presence ? `: ${presence.because}` : ''
  const remedy = `remove the patch; ${title} cannot be switched off${because}`
  return { severity: 'error', code: 'patch-deletes-component', place, message, remedy }
}

/** Where others count the pods of a workload, its number is said where they see it. */
function miscounted(
  { id, by }: PatchedObject,
  component: ComponentName,
  { own, replicas }: { own: number | undefined; replicas: number },
): PatchFinding[] {
  const last = by.findLast(({ locate }) => locate(['spec', 'replicas']) !== undefined) ?? by.at(-1)
  const why = own === undefined ? scaled : counted(component)
  if (last === undefined || why === undefined) return []
  return [
    {
      severity: 'error',
      code: 'patch-changes-replicas',
      place: { ...(last.locate(['spec', 'replicas']) ?? last), file: last.file },
      message: `the patch gives ${id} ${replicas} replicas, but ${why.because}`,
      remedy: why.remedy,
    },
  ]
}

/** Somebody's own autoscaler needs it gone; when it goes, Kubernetes puts its default in its place once. */
function uncounted({ id }: PatchedObject, place: PatchFinding['place']): PatchFinding {
  return {
    severity: 'warning',
    code: 'patch-changes-replicas',
    place,
    message: `the patch takes replicas away from ${id}: who applies it the first time leaves one pod of it`,
    remedy:
      'before, hand replicas over to the autoscaler by the steps of docs/operations.md, "Switching autoscaling on"',
  }
}

const scaled = {
  because: 'its autoscaler decides how many there are',
  remedy: 'remove replicas from the patch, and change or remove autoscaling in cluster.yaml',
}

function counted(component: ComponentName): { because: string; remedy: string } | undefined {
  switch (componentOf(component).settings?.replicas) {
    case 'one':
      return {
        because: 'it has to run exactly once: a second one does harm',
        remedy: 'remove replicas from the patch',
      }
    case 'hashrings':
      return {
        because: 'the hashrings have the address of each pod',
        remedy: 'remove replicas from the patch, and set them in receive.hashrings of cluster.yaml',
      }
    default:
      return undefined
  }
}
