import { type ConfigurableName, configurableNames, sectionOf, type SectionName } from '@thanos-fleet/catalog'
import type { ClusterSpec, Container, Workload } from './spec.ts'
import type { Path } from './yaml/position.ts'

/** What a section can set: a container, and where it has pods of its own also where they run. */
type Settings = Container | (Omit<Workload, 'replicas'> & { replicas?: number; storageClass?: string | null })

/** The settings of a component that a cluster has, with their path in cluster.yaml. */
export interface SectionSettings {
  component: ConfigurableName
  path: Path
  settings: Settings
}

/**
 * The settings of every component that the catalog gives a section, but for those that are switched off. A section that
 * the specification does not have does not compile here.
 */
export function sectionsOf(spec: ClusterSpec): SectionSettings[] {
  const { router, edge, ingestor } = spec.receive
  const sections: Record<SectionName, Settings | null> = {
    ...spec,
    'receive.router': router,
    'receive.edge': edge,
    'receive.ingestor': ingestor,
  }
  return configurableNames.flatMap((component) => {
    const section = sectionOf(component)
    const settings = sections[section]
    return settings === null ? [] : [{ component, path: section.split('.'), settings }]
  })
}
