import { type Built, type Context, grpcCertificate, nodesNamespace } from '@thanos-fleet/component'
import { defaultDeny } from '@thanos-fleet/connections'
import type { Namespace } from '@thanos-fleet/kubernetes'

/**
 * What all components stand on: the namespaces with their Pod Security levels, a policy that refuses every connection
 * that no other policy allows, and the certificate for gRPC where it is encrypted.
 */
export function foundation({ spec }: Context): Built {
  return {
    objects: [
      namespace(spec.namespace, 'restricted'),
      // node-exporter shares the node's namespaces and reads its root; see libs/components/node-exporter.
      namespace(nodesNamespace(spec), 'privileged'),
      ...(spec.networkPolicy.enabled ? [defaultDeny(spec.namespace), defaultDeny(nodesNamespace(spec))] : []),
      ...grpcCertificate(spec),
    ],
    configs: [],
  }
}

type Level = 'restricted' | 'privileged'

/** A namespace and what Pod Security admits there. https://kubernetes.io/docs/concepts/security/pod-security-admission/ */
function namespace(name: string, level: Level): Namespace {
  return {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: {
      name,
      labels: {
        'app.kubernetes.io/part-of': 'thanos-fleet',
        'pod-security.kubernetes.io/enforce': level,
        'pod-security.kubernetes.io/audit': level,
        'pod-security.kubernetes.io/warn': level,
      },
      annotations: {
        // A namespace takes its volumes with it; removing one is a person's decision.
        'argocd.argoproj.io/sync-options': 'Prune=false,Delete=false',
        'kustomize.toolkit.fluxcd.io/prune': 'disabled',
      },
    },
  }
}
