import { namespaceKinds, namespaceName, type NamespaceKind } from '@thanos-fleet/catalog'
import { type Built, type Context, grpcCertificate, identityCertificate } from '@thanos-fleet/authoring'
import { defaultDeny, namespacesOf } from '@thanos-fleet/connections'
import type { Namespace } from '@thanos-fleet/kubernetes'

/**
 * What all components stand on: the namespaces with their Pod Security levels, a policy that refuses every connection
 * that no other policy allows, and the certificate for gRPC where it is encrypted.
 */
export function foundation({ spec, facts }: Context): Built {
  const kinds = namespacesOf(facts)
  return {
    objects: [
      ...(spec.namespaces ? kinds : []).map((kind) => namespace(namespaceName(kind, spec.namespace), kind)),
      ...(spec.networkPolicy.enabled ? kinds.map((kind) => defaultDeny(namespaceName(kind, spec.namespace))) : []),
      ...grpcCertificate(spec),
      ...identityCertificate(spec),
    ],
    configs: [],
  }
}

/** A namespace and what Pod Security admits there. https://kubernetes.io/docs/concepts/security/pod-security-admission/ */
function namespace(name: string, kind: NamespaceKind): Namespace {
  const level = namespaceKinds[kind].podSecurity
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
