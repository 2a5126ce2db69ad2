import { z } from 'zod'
import type { Kubectl } from '../cluster/kubectl.ts'

const requests = z.object({
  items: z.array(
    z.object({
      metadata: z.object({ name: z.string() }),
      spec: z.object({ signerName: z.string(), username: z.string().default('') }),
      status: z.object({ conditions: z.array(z.unknown()).default([]) }).default({ conditions: [] }),
    }),
  ),
})

/**
 * Approves what kubelets ask for with `serverTLSBootstrap: true`, as an operator or a controller does: serving certificates of
 * the cluster's authority, by which Prometheus knows kubelets. Nothing where kubelets ask for none.
 * @returns how many were approved
 */
export async function approveKubelets(kubectl: Kubectl): Promise<number> {
  const names = waiting(JSON.parse(await kubectl.ok(['get', 'certificatesigningrequests', '-o', 'json'])))
  if (names.length > 0) await kubectl.ok(['certificate', 'approve', ...names])
  return names.length
}

/** Names of requests of kubelets that nobody has decided. */
export function waiting(list: unknown): string[] {
  return requests
    .parse(list)
    .items.filter(
      ({ spec, status }) =>
        spec.signerName === 'kubernetes.io/kubelet-serving' &&
        spec.username.startsWith('system:node:') &&
        status.conditions.length === 0,
    )
    .map(({ metadata }) => metadata.name)
}
