import {
  addressOf,
  alertmanagersElsewhere,
  bucketAddress,
  type ClusterSpec,
  dataSourceAddresses,
  locationOf,
  loginProvider,
  mailServers,
  type ObjectStore,
  ownTarget,
  remoteWriteUrls,
  tracingCollector,
  usualPort,
} from '@thanos-fleet/cluster-spec'
import type { ClusterEnvironment, Place } from '@thanos-fleet/connections'
import { identityProvider } from './identity-provider.ts'

/** What NetworkPolicies have to know of the cluster around the stack. */
export function surroundings(spec: ClusterSpec): ClusterEnvironment {
  const { apiServer, nodes, external, scrapeTargets, clients, dns } = spec.networkPolicy
  return {
    namespace: spec.namespace,
    dns,
    external: {
      'kubernetes-api': [apiServer],
      kubelet: [{ cidrs: nodes.cidrs, ports: [10250] }],
      'object-store': spec.objectStore === null ? [] : bucket(spec, spec.objectStore),
      'identity-provider': spec.objectStore === null ? [] : identityProvider(spec, spec.objectStore),
      'additional-buckets': spec.additionalBuckets.flatMap(({ objectStore }) => bucket(spec, objectStore)),
      'additional-identity-providers': spec.additionalBuckets.flatMap(({ objectStore }) =>
        identityProvider(spec, objectStore),
      ),
      'extra-targets': scrapeTargets,
      'alert-receivers': alertReceivers(spec),
      database: secretPlaces(spec, [databasePort(spec)]),
      'data-sources': dataSourceAddresses(spec)
        .filter((url) => ownTarget(spec, url) === null)
        .flatMap((url) => placesOf(spec, url, [usualPort(url)])),
      'login-provider': loginProvider(spec).flatMap((url) => placesOf(spec, url, [usualPort(url)])),
      'remote-write-endpoints': remoteWriteUrls(spec).flatMap((url) => placesOf(spec, url, [usualPort(url)])),
      'external-alertmanagers': alertmanagersElsewhere(spec).flatMap((address) =>
        placesOf(spec, address, external.ports),
      ),
      'tracing-collector': tracingCollector(spec).flatMap((address) => placesOf(spec, address, [])),
      'written-cluster':
        spec.links.writesTo === null ? [] : placesOf(spec, spec.links.writesTo.host, [spec.links.writesTo.port]),
      'read-clusters': spec.links.reads.flatMap(({ host, port }) => placesOf(spec, host, [port])),
      // The port of an SRV record is not known before it is asked for.
      'remote-storeapi': spec.query.extraEndpoints.flatMap((address) =>
        placesOf(spec, address, addressOf(address).srv ? [10901, ...external.ports] : [10901]),
      ),
    },
    clients: { 'otlp-clients': clients.otlp, 'remote-write-clients': clients.remoteWrite },
    ingressController: spec.ingress?.controller ?? { namespace: '', podLabels: {} },
    nodeCidrs: nodes.cidrs,
  }
}

/**
 * Where an address of `cluster.yaml` leads, for policies. A Service is known by the namespace of its pods: not every network
 * plugin takes pods for addresses. Its port is not that of the pods, so all of theirs are allowed unless a setting says them.
 * @param otherwise the ports where the address has none
 */
function placesOf(spec: ClusterSpec, text: string, otherwise: number[]): Place[] {
  const { external } = spec.networkPolicy
  const address = addressOf(text)
  const ports = address.port === null ? otherwise : [address.port]
  const location = locationOf(address.host, spec.namespace)
  switch (location.at) {
    case 'pod':
      return []
    case 'service':
      return [inside(spec, location.namespace)]
    case 'address':
      return [{ cidrs: [location.cidr], ports }]
    case 'outside':
      return [{ cidrs: external.cidrs, ports }]
    case 'unknown':
      return [{ cidrs: external.cidrs, ports }, inside(spec, location.namespace)]
  }
}

function inside({ networkPolicy: { servicePorts } }: ClusterSpec, namespace: string): Place {
  return { namespace, ports: Object.hasOwn(servicePorts, namespace) ? (servicePorts[namespace] ?? null) : null }
}

/** Where addresses in Secrets may lead. */
function secretPlaces(spec: ClusterSpec, ports: number[]): Place[] {
  const { cidrs, namespaces } = spec.networkPolicy.external
  return [{ cidrs, ports }, ...namespaces.map((namespace) => inside(spec, namespace))]
}

function bucket(spec: ClusterSpec, store: ObjectStore): Place[] {
  const https = { cidrs: spec.networkPolicy.external.cidrs, ports: [443] }
  if (store.type === 'SWIFT') {
    // Keystone is asked first, and its catalogue says where the objects are.
    const { cidrs, ports } = spec.networkPolicy.external
    return [...placesOf(spec, store.authUrl, [usualPort(store.authUrl)]), { cidrs, ports }]
  }
  const endpoint = bucketAddress(store)
  return endpoint === null
    ? [https]
    : placesOf(spec, endpoint, [usualPort(endpoint, 'insecure' in store && store.insecure)])
}

/** The port of Grafana's database: its address is in a Secret. */
export function databasePort({ grafana }: Pick<ClusterSpec, 'grafana'>): number {
  const { type, port } = grafana?.database ?? {}
  return port ?? (type === 'mysql' ? 3306 : 5432)
}

function alertReceivers(spec: ClusterSpec): Place[] {
  const receivers = spec.alertmanager?.receivers ?? []
  const onlyMail = receivers.every(({ name: _name, email: _email, ...others }) => Object.keys(others).length === 0)
  return [
    ...(onlyMail ? [] : secretPlaces(spec, spec.networkPolicy.external.ports)),
    ...mailServers(spec).flatMap((server) => placesOf(spec, server, [587])),
  ]
}
