import type { Finding } from '../finding.ts'
import { sectionsOf } from '../sections.ts'
import type { ClusterSpec, ContainerExtras, NodeRequirement } from '../spec.ts'
import type { Path } from '../yaml/position.ts'
import type { Check } from './check.ts'
import { labelValue, qualifiedName } from './kubernetes-labels.ts'
import { isOwnedVariable, ownedFolderAt } from './owned-in-pods.ts'

function extrasOf(spec: ClusterSpec): { path: Path; settings: ContainerExtras }[] {
  return [{ path: ['pods'], settings: spec.pods }, ...sectionsOf(spec)]
}

/** A second value of a variable would be taken instead of ours, or not at all. */
export const ownedVariables: Check = (spec) =>
  extrasOf(spec).flatMap(({ path, settings }) =>
    Object.keys(settings.extraEnv)
      .filter(isOwnedVariable)
      .map((name): Finding => ({
        code: 'owned-variable',
        path: [...path, 'extraEnv', name],
        at: 'key',
        message: `${path.join('.')}.extraEnv: containers have the variable ${name} already`,
        remedy: 'remove it; what it says follows from other settings, such as objectStore, grafana and resources',
      })),
  )

/** A mount in the way of ours hides it, or is hidden. */
export const ownedPaths: Check = (spec) => {
  const bucket = spec.objectStore?.type === 'FILESYSTEM' ? spec.objectStore.directory : null
  return extrasOf(spec).flatMap(({ path, settings }) =>
    Object.entries(settings.extraVolumes).flatMap(([name, { mountPath }]): Finding[] => {
      const folder = ownedFolderAt(mountPath, bucket)
      if (folder === undefined) return []
      return [
        {
          code: 'owned-path',
          path: [...path, 'extraVolumes', name, 'mountPath'],
          message: `${path.join('.')}.extraVolumes.${name}: containers have files in ${folder}`,
          remedy: 'mount it somewhere else, for example below /etc/company',
        },
      ]
    }),
  )
}

/** One container cannot have two volumes at one place. */
export const mountPathsOnce: Check = (spec) =>
  extrasOf(spec).flatMap(({ path, settings }) => {
    const common = Object.entries(settings === spec.pods ? {} : spec.pods.extraVolumes)
    const own = Object.entries(settings.extraVolumes)
    return own.flatMap(([name, { mountPath }], index): Finding[] => {
      const isSame = ([, other]: [string, { mountPath: string }]) => other.mountPath === mountPath
      const before = own.slice(0, index).find(isSame)
      const inAll = common.filter(([key]) => !Object.hasOwn(settings.extraVolumes, key)).find(isSame)
      const other: Path | undefined =
        before !== undefined
          ? [...path, 'extraVolumes', before[0]]
          : inAll === undefined
            ? undefined
            : ['pods', 'extraVolumes', inAll[0]]
      if (other === undefined) return []
      return [
        {
          code: 'duplicate-mount-path',
          path: [...path, 'extraVolumes', name, 'mountPath'],
          also: [other],
          message: `${path.join('.')}.extraVolumes.${name}: another volume is mounted at ${mountPath}`,
          remedy: 'choose another mountPath, or the same name to replace a volume of all pods',
        },
      ]
    })
  })

/** What Kubernetes says about the requirements of a node. */
export const nodeAffinities: Check = (spec) =>
  sectionsOf(spec).flatMap(({ path, settings }) =>
    ('nodeAffinity' in settings ? settings.nodeAffinity : []).flatMap((requirement, index): Finding[] => {
      const problem = problemOf(requirement)
      if (problem === undefined) return []
      return [
        {
          code: 'bad-node-affinity',
          path: [...path, 'nodeAffinity', index],
          message: `${path.join('.')}.nodeAffinity[${index}]: ${problem}`,
          remedy: 'write {key, operator: In or NotIn, values: [a, b]} or {key, operator: Exists or DoesNotExist}',
        },
      ]
    }),
  )

function problemOf({ key, operator, values }: NodeRequirement): string | undefined {
  const needsValues = operator === 'In' || operator === 'NotIn'
  if (!qualifiedName.test(key)) return `"${key}" is not a valid label key`
  if (needsValues && values === undefined) return `operator ${operator} needs values`
  if (!needsValues && values !== undefined) return `operator ${operator} takes no values`
  const bad = values?.find((value) => !labelValue.test(value))
  return bad === undefined ? undefined : `"${bad}" is not a valid label value`
}
