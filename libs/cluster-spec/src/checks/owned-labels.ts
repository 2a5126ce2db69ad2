/**
 * Labels and annotations that people do not set: selectors and tools go by them, and a second value would change what is
 * selected, published, pruned or admitted. That ours are all among them is held by libs/stack/src/everywhere.
 */
const names: Readonly<Record<string, string>> = {
  'app.kubernetes.io/name': 'workloads, Services and policies select by it',
  'app.kubernetes.io/instance': 'workloads select by it, and Argo CD can track by it',
  'app.kubernetes.io/part-of': 'Prometheus finds its targets by it',
  'kubernetes.io/metadata.name': 'Kubernetes sets it',
  'pod-template-hash': 'Kubernetes sets it',
  'pod-template-generation': 'Kubernetes sets it',
  'controller-revision-hash': 'Kubernetes sets it',
  'kubernetes.io/ingress.class': 'it follows from ingress.class',
  'traefik.ingress.kubernetes.io/router.entrypoints': 'it follows from ingress',
  'traefik.ingress.kubernetes.io/router.middlewares': 'it follows from ingress.authentication',
  'nginx.ingress.kubernetes.io/ssl-redirect': 'it follows from ingress',
  'nginx.ingress.kubernetes.io/backend-protocol': 'it follows from ingress and grpcTls',
  'nginx.ingress.kubernetes.io/proxy-read-timeout': 'it follows from query.timeout',
  'nginx.ingress.kubernetes.io/proxy-send-timeout': 'it follows from query.timeout',
  'nginx.ingress.kubernetes.io/auth-type': 'it follows from ingress.authentication',
  'nginx.ingress.kubernetes.io/auth-secret': 'it follows from ingress.authentication',
  'nginx.ingress.kubernetes.io/auth-secret-type': 'it follows from ingress.authentication',
  'nginx.ingress.kubernetes.io/auth-url': 'it follows from ingress.authentication',
}

const domains: Readonly<Record<string, string>> = {
  'thanos-fleet': 'it follows from other settings',
  'pod-security.kubernetes.io': 'the namespaces say it',
  'apps.kubernetes.io': 'Kubernetes sets it',
  'statefulset.kubernetes.io': 'Kubernetes sets it',
  'deployment.kubernetes.io': 'Kubernetes sets it',
  'kubectl.kubernetes.io': 'kubectl sets it',
  'config.kubernetes.io': 'Kustomize goes by it',
  'internal.config.kubernetes.io': 'Kustomize goes by it',
  'argocd.argoproj.io': 'Argo CD goes by it',
  'kustomize.toolkit.fluxcd.io': 'Flux goes by it',
}

/** Why people do not set a label or annotation of this name; undefined: they may. */
export function ownedBecause(name: string): string | undefined {
  if (Object.hasOwn(names, name)) return names[name]
  const domain = name.split('/')[0] ?? ''
  return name.includes('/') && Object.hasOwn(domains, domain) ? domains[domain] : undefined
}
