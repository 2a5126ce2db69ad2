import { type Built, type Context, hasGrpcTls, waitForPage } from '@thanos-fleet/authoring'
import { controllerOf } from '@thanos-fleet/cluster-spec'
import { idOf, isGroupOfKubernetes, type KubeObject } from '@thanos-fleet/kubernetes'
import { certificate } from './certificate.ts'
import { gatewayObjects } from './gateway.ts'
import { kubernetesIngresses } from './kubernetes-ingress.ts'
import { type Page, pagesOf } from './pages.ts'
import type { Publishing } from './publishing.ts'
import { traefikRoutes } from './traefik.ts'

/** Publishes the pages that have a host, always with TLS and authentication, in the dialect of the cluster's controller. */
export function ingress({ spec, facts }: Context): Built {
  if (spec.ingress === null) return { objects: [], configs: [] }
  const pages = pagesOf(spec, facts)
  const settings: Publishing = {
    ...spec.ingress,
    namespace: spec.namespace,
    reader: controllerOf(spec.ingress),
    encryptedGrpc: hasGrpcTls(spec),
    wait: waitForPage(spec),
  }
  const certificates = certificate(settings, pages)
  // Pods that end TLS themselves wait for the Secret.
  const shown = pages.some(({ passthrough }) => passthrough) ? certificates : certificates.map(afterPods)
  return { objects: [...shown, ...dialects[spec.ingress.kind](settings, pages).map(afterPods)], configs: [] }
}

/**
 * Has Argo CD apply what publishes pages once all pods are healthy, without asking first whether its kind exists: on a
 * cluster without the controller the sync fails here, and samples are stored all the same. No pod waits for any of it.
 */
function afterPods(object: KubeObject): KubeObject {
  const skipsDryRun = !isGroupOfKubernetes(idOf(object).group)
  const annotations = {
    ...object.metadata.annotations,
    'argocd.argoproj.io/sync-wave': '1',
    ...(skipsDryRun ? { 'argocd.argoproj.io/sync-options': 'SkipDryRunOnMissingResource=true' } : {}),
  }
  return { ...object, metadata: { ...object.metadata, annotations } }
}

const dialects: Record<Publishing['kind'], (settings: Publishing, pages: Page[]) => KubeObject[]> = {
  IngressRoute: traefikRoutes,
  Ingress: kubernetesIngresses,
  Gateway: gatewayObjects,
}
