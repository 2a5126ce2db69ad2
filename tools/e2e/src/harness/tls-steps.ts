import { isWorkload, type KubeObject, type Workload } from '@thanos-fleet/kubernetes'
import { stringify } from 'yaml'

/** How far the switch is: who has been restarted by then. */
export type Step = 'one replica of each server' | 'a quorum of ingestors' | 'clients'

/**
 * The patch that holds workloads back while gRPC is switched to TLS, as docs/operations.md says. A server speaks either, so
 * clients are switched between two servers that have the same samples.
 * @param objects of the stack, with the setting switched
 * @param quorum how many ingestors have to take a write
 */
export function holdPatch(objects: readonly KubeObject[], step: Step, quorum: number): string {
  return objects
    .filter(isWorkload)
    .filter(usesCertificate)
    .flatMap((workload) => held(workload, step, quorum))
    .map((patch) => stringify(patch))
    .join('---\n')
}

function held(workload: Workload, step: Step, quorum: number): Record<string, unknown>[] {
  const { apiVersion, kind, metadata } = workload
  const head = { apiVersion, kind, metadata: { name: metadata.name, namespace: metadata.namespace } }
  if (workload.kind === 'Deployment') return step === 'clients' ? [] : [{ ...head, spec: { paused: true } }]
  if (workload.kind !== 'StatefulSet') return []
  const replicas = workload.spec?.replicas ?? 1
  const quorate = isIngestor(workload) && step !== 'one replica of each server'
  const partition = quorate ? replicas - quorum : replicas - 1
  return [{ ...head, spec: { updateStrategy: { type: 'RollingUpdate', rollingUpdate: { partition } } } }]
}

function isIngestor({ metadata }: Workload): boolean {
  return metadata.labels?.['app.kubernetes.io/name'] === 'thanos-receive-ingestor'
}

function usesCertificate({ spec }: Workload): boolean {
  return (spec?.template.spec?.volumes ?? []).some(({ name }) => name === 'grpc-tls')
}
