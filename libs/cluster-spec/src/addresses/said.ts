import { bucketsOf } from '../buckets.ts'
import type { ObjectStore } from '../object-store-spec.ts'
import type { ClusterSpec } from '../spec.ts'

/**
 * What cluster.yaml says of programs that are not of the stack, wherever they are; those of Grafana are apart, since a data
 * source can be a part of the stack.
 */
export function addressesElsewhere(spec: ClusterSpec): string[] {
  return [
    ...bucketsOf(spec).flatMap(({ store }) => bucketAddress(store) ?? []),
    ...spec.query.extraEndpoints,
    ...mailServers(spec),
    ...remoteWriteUrls(spec),
    ...alertmanagersElsewhere(spec),
    ...tracingCollector(spec),
  ]
}

/** Where the bucket is; null: at the provider's own address, which its client knows, or on a volume. */
export function bucketAddress(store: ObjectStore): string | null {
  // Keystone is asked first, and its catalogue says where the objects of Swift are.
  if (store.type === 'SWIFT') return store.authUrl
  return 'endpoint' in store ? store.endpoint : null
}

/** The mail servers of receivers; all other receivers have their address in a Secret, or their provider's. */
export function mailServers({ alertmanager }: Pick<ClusterSpec, 'alertmanager'>): string[] {
  return (alertmanager?.receivers ?? []).flatMap(({ email = [] }) => email).map(({ smarthost }) => smarthost)
}

/** The data sources that Grafana itself asks, of those with an address. */
export function dataSourceAddresses({ grafana }: Pick<ClusterSpec, 'grafana'>): string[] {
  return (grafana?.dataSources ?? []).flatMap(({ url, access }) =>
    url === undefined || access === 'direct' ? [] : [url],
  )
}

/** Where Grafana asks the provider by which people log in. Their browsers find the rest themselves. */
export function loginProvider({ grafana }: Pick<ClusterSpec, 'grafana'>): string[] {
  const { tokenUrl, apiUrl } = grafana?.auth.oidc ?? {}
  return [tokenUrl, apiUrl].filter((url) => url != null)
}

/** Where Prometheus writes beside Receive. */
export function remoteWriteUrls({ prometheus }: Pick<ClusterSpec, 'prometheus'>): string[] {
  return prometheus.remoteWrite.map(({ url }) => url)
}

/** The collector of traces. */
export function tracingCollector({ tracing }: Pick<ClusterSpec, 'tracing'>): string[] {
  return tracing === null ? [] : [tracing.endpoint]
}

/** The Alertmanagers that others run. */
export function alertmanagersElsewhere({
  externalAlertmanagers,
}: Pick<ClusterSpec, 'externalAlertmanagers'>): string[] {
  return externalAlertmanagers?.addresses ?? []
}
