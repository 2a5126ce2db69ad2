import { type ConfigurableName, componentOf } from '@thanos-fleet/catalog'
import { sectionsOf } from '../sections.ts'
import type { Check } from './check.ts'

/** What to do where one pod does not keep up; where nothing is said, there is nothing better than more memory. */
const larger: Partial<Record<ConfigurableName, string>> = {
  'thanos-compact': 'remove it; divide the work by compact.shards',
  'kube-state-metrics': 'remove it, and raise kubeStateMetrics.resources.memory for more objects',
}

const harm: Partial<Record<ConfigurableName, string>> = {
  'thanos-compact': 'two compactors on the same blocks destroy the bucket',
  'kube-state-metrics':
    'each pod reports every object of the cluster, so sums and counts would include each object several times',
}

/** Some components do harm when there are two of them, as the catalog says. */
export const oneCopy: Check = (spec) =>
  sectionsOf(spec).flatMap(({ component, path, settings }) => {
    const replicas = 'replicas' in settings ? (settings.replicas ?? 1) : 1
    if (componentOf(component).settings?.replicas !== 'one' || replicas === 1) return []
    return [
      {
        code: 'more-than-one-copy',
        path: [...path, 'replicas'],
        message: `${path.join('.')}.replicas is ${replicas}, but ${harm[component] ?? 'a second copy does harm'}`,
        remedy: larger[component] ?? 'remove it',
      },
    ]
  })
