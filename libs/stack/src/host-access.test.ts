import { completeDefaults, modes } from '@thanos-fleet/cluster-spec'
import { isWorkload } from '@thanos-fleet/kubernetes'
import { expect, it } from 'vitest'
import { desired } from './desired.ts'

/**
 * What admission of level "baseline" refuses, by which GKE Autopilot goes too.
 * Source: https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline
 */
function hostAccess(objects: ReturnType<typeof desired>['objects']): string[] {
  return objects.filter(isWorkload).flatMap(({ metadata, spec }) => {
    const pod = spec?.template.spec
    const containers = [...(pod?.initContainers ?? []), ...(pod?.containers ?? [])]
    const shares = [
      pod?.hostNetwork === true,
      pod?.hostPID === true,
      pod?.hostIPC === true,
      (pod?.volumes ?? []).some(({ hostPath }) => hostPath !== undefined),
      containers.some(({ securityContext }) => securityContext?.privileged === true),
      containers.some(({ ports }) => (ports ?? []).some(({ hostPort }) => hostPort !== undefined)),
    ]
    return shares.includes(true) ? [metadata.name] : []
  })
}

it.each(modes)('only node-exporter shares anything of its node, in %s', (mode) => {
  const spec = completeDefaults(mode, 'test')
  expect(hostAccess(desired(spec).objects)).toEqual(['node-exporter'])
  expect(hostAccess(desired({ ...spec, nodeExporter: null }).objects)).toEqual([])
})
