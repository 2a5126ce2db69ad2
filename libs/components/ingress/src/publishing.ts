import type { Ingress, IngressController } from '@thanos-fleet/cluster-spec'
import { commonLabels } from '@thanos-fleet/kubernetes'

/** What a dialect needs to know. */
export type Publishing = Ingress & {
  namespace: string
  /** The controller whose own objects and annotations are written; null: only what all understand. */
  reader: IngressController | null
  /** Whether the gRPC servers behind speak TLS themselves. */
  encryptedGrpc: boolean
  /** Seconds for which a page may let wait for an answer. */
  wait: number
}

/** The object that asks for credentials. */
export const loginName = 'thanos-authentication'

/** The metadata of an object that publishes a page: with the annotations that people want there, such as for external-dns. */
export function published(name: string, settings: Publishing, annotations: Record<string, string> = {}) {
  return metadata(name, settings.namespace, { ...settings.annotations, ...annotations })
}

/** The metadata of an object of this component. */
export function metadata(name: string, namespace: string, annotations: Record<string, string> = {}) {
  return {
    name,
    namespace,
    labels: commonLabels('ingress'),
    ...(Object.keys(annotations).length === 0 ? {} : { annotations }),
  }
}
