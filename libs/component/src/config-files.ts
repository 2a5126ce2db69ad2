import type { ClusterSpec } from '@thanos-fleet/cluster-spec'
import { commonLabels, type Json } from '@thanos-fleet/kubernetes'
import type { ConfigFiles } from '@thanos-fleet/kustomize'
import { stringify } from 'yaml'

/**
 * Configuration that ends as files in a pod.
 * @param onChange `reload` where the program notices a changed file, `restart` where only a new pod does
 */
export function configFiles(
  spec: ClusterSpec, component: string, name: string, files: Record<string, string>, onChange: 'restart' | 'reload',
): ConfigFiles {
  return { name, namespace: spec.namespace, labels: commonLabels(component), files, onChange }
}

/** A value as the YAML of a configuration file: no folded lines, no anchors, safe for parsers of YAML 1.1. */
export function yamlText(value: Json): string {
  return stringify(value, { compat: 'yaml-1.1', lineWidth: 0, aliasDuplicateObjects: false })
}
