import type { ConfigFiles, State } from '@thanos-fleet/kustomize'

/** Tells Flux to apply an object as it is. Source: https://fluxcd.io/flux/components/kustomize/kustomizations/#post-build-variable-substitution */
export const literalAnnotation = { 'kustomize.toolkit.fluxcd.io/substitute': 'disabled' }

/**
 * What a substitution of Flux would change: `${name}` becomes the value of a variable or nothing, and `$$` becomes `$`;
 * it leaves `$name` as it is. Source: https://github.com/fluxcd/pkg/blob/main/envsubst/parse/scan.go
 */
const substituted = /\$[{$]/

/**
 * A state whose texts reach their programs as they are, also where a Kustomization above this one makes Flux substitute
 * variables in everything below it: the dollar signs of Prometheus, Grafana and Alertmanager are none of Flux' variables.
 */
export function literal({ objects, configs }: State): { objects: State['objects'][number][]; configs: ConfigFiles[] } {
  return {
    objects: objects.map((object) =>
      isSubstituted(object)
        ? {
            ...object,
            metadata: { ...object.metadata, annotations: { ...object.metadata.annotations, ...literalAnnotation } },
          }
        : object,
    ),
    configs: configs.map((config) =>
      isSubstituted(config) ? { ...config, annotations: { ...config.annotations, ...literalAnnotation } } : config,
    ),
  }
}

/** Whether any text of a value, or any key, would be changed. */
export function isSubstituted(value: unknown): boolean {
  if (typeof value === 'string') return substituted.test(value)
  if (typeof value !== 'object' || value === null) return false
  return Object.entries(value).some(([key, inner]) => substituted.test(key) || isSubstituted(inner))
}
