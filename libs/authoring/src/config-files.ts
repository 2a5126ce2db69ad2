import type { ClusterSpec } from '@thanos-fleet/cluster-spec'
import { commonLabels } from '@thanos-fleet/kubernetes'
import type { ConfigFiles } from '@thanos-fleet/kustomize'

/**
 * Configuration that ends as files in a pod.
 * @param onChange `reload` where the program notices a changed file, `restart` where only a new pod does
 */
export function configFiles(
  spec: ClusterSpec,
  component: string,
  name: string,
  files: Record<string, string>,
  onChange: 'restart' | 'reload',
): ConfigFiles {
  return { name, namespace: spec.namespace, labels: commonLabels(component), files, onChange }
}
