import { type ConfigurableName, isComponentName } from '@thanos-fleet/catalog'
import {
  type ClusterSpec,
  type ContainerExtras,
  type HostAlias,
  type PodSettings,
  type SectionSettings,
  sectionsOf,
} from '@thanos-fleet/cluster-spec'
import type { PodSpec, PodTemplateSpec } from '@thanos-fleet/kubernetes'
import type { State } from '@thanos-fleet/kustomize'
import { extended, volumesOf } from './container-extras.ts'
import { withPods } from './pods.ts'

type Sections = ReadonlyMap<string, SectionSettings['settings']>

/**
 * Pods with what people want on them beside what they need: from `pods`, and from the section of the component. A
 * container that has a section of its own beside another's, as Thanos Sidecar has, takes it from there.
 */
export function withPodSettings(spec: ClusterSpec, state: State): State {
  const sections: Sections = new Map<ConfigurableName, SectionSettings['settings']>(
    sectionsOf(spec).map(({ component, settings }) => [component, settings]),
  )
  return { ...state, objects: state.objects.map((object) => withPods(object, (pods) => changed(spec, sections, pods))) }
}

function changed(spec: ClusterSpec, sections: Sections, pods: PodTemplateSpec): PodTemplateSpec {
  const component = pods.metadata?.labels?.['app.kubernetes.io/name'] ?? ''
  const settings = sections.get(component)
  const own = settings !== undefined && 'podLabels' in settings ? settings : noSettings
  const { labels = {}, annotations = {}, ...metadata } = pods.metadata ?? {}
  const allAnnotations = { ...spec.pods.annotations, ...own.podAnnotations, ...annotations }
  return {
    ...pods,
    metadata: {
      ...metadata,
      labels: { ...spec.pods.labels, ...own.podLabels, ...labels },
      ...(Object.keys(allAnnotations).length === 0 ? {} : { annotations: allAnnotations }),
    },
    ...(pods.spec === undefined
      ? {}
      : { spec: withContainers(spec, sections, component, placed(spec, own, pods.spec)) }),
  }
}

const noSettings: PodSettings = { podLabels: {}, podAnnotations: {}, hostAliases: [], nodeAffinity: [] }

function placed({ pods }: ClusterSpec, { hostAliases, nodeAffinity }: PodSettings, pod: PodSpec): PodSpec {
  const aliases = merged([...pods.hostAliases, ...hostAliases])
  return {
    ...pod,
    ...(aliases.length === 0 ? {} : { hostAliases: aliases }),
    ...(nodeAffinity.length === 0
      ? {}
      : {
          affinity: {
            ...pod.affinity,
            nodeAffinity: {
              requiredDuringSchedulingIgnoredDuringExecution: {
                nodeSelectorTerms: [{ matchExpressions: nodeAffinity }],
              },
            },
          },
        }),
  }
}

/** One entry for each address, by which Kubernetes tells them apart. */
function merged(aliases: readonly HostAlias[]): HostAlias[] {
  const byAddress = new Map<string, Set<string>>()
  for (const { ip, hostnames } of aliases) byAddress.set(ip, new Set([...(byAddress.get(ip) ?? []), ...hostnames]))
  return [...byAddress].map(([ip, hostnames]) => ({ ip, hostnames: [...hostnames] }))
}

function withContainers({ pods: all }: ClusterSpec, sections: Sections, component: string, pod: PodSpec): PodSpec {
  const sectionOf = (container: string) =>
    isComponentName(container) && sections.has(container) ? container : component
  const extrasOf = (container: string): { all: ContainerExtras; own: ContainerExtras; beside: boolean } => {
    const section = sectionOf(container)
    return { all, own: sections.get(section) ?? noExtras, beside: section !== component }
  }
  const { initContainers } = pod
  const volumes = [
    ...(pod.volumes ?? []),
    ...volumesOf([...pod.containers, ...(initContainers ?? [])].map(({ name }) => extrasOf(name))),
  ]
  return {
    ...pod,
    containers: pod.containers.map((container) => extended(container, extrasOf(container.name))),
    ...(initContainers === undefined
      ? {}
      : { initContainers: initContainers.map((container) => extended(container, extrasOf(container.name))) }),
    ...(volumes.length === 0 ? {} : { volumes }),
  }
}

const noExtras: ContainerExtras = { extraEnv: {}, extraVolumes: {} }
