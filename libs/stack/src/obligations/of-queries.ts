import { controllerOf } from '@thanos-fleet/cluster-spec'
import { type Duration, type KubeObject, type PodSpec, seconds } from '@thanos-fleet/kubernetes'
import type { ClusterObjects } from './cluster-objects.ts'
import type { Obligation } from './obligation.ts'

const longest = (cluster: ClusterObjects) => seconds(cluster.spec.query.timeout)
/** Queries are where the samples are. */
const queried = ({ spec }: ClusterObjects) => spec.sendsTo === null

/** The seconds that a flag of a container says, once for each pod template. */
function flagSeconds(cluster: ClusterObjects, container: string, flag: string): number[] {
  return cluster
    .containers(container)
    .map(
      ({ args }) => /^--[^=]+=(.*)$/.exec((args ?? []).find((arg) => arg.startsWith(`--${flag}=`)) ?? '')?.[1] ?? '0s',
    )
    .map((value) => seconds(value as Duration))
}

const below = (name: string, values: number[], least: number) =>
  values.filter((value) => value < least).map((value) => `${name}: ${value} s, needed ${least} s`)

/** Seconds of the grace period that pass before a program is told to end. */
const preStopOf = (pod: PodSpec) => pod.containers[0]?.lifecycle?.preStop?.sleep?.seconds ?? 0

const isOf = (kind: string) => (object: KubeObject) => object.kind === kind
const ingressesOf = (cluster: ClusterObjects, kind: string) => cluster.objects.filter(isOf(kind))

/** Servers of StoreAPIs, and the flag by which each lets queries end. */
const storeApis = ['thanos-store', 'thanos-sidecar', 'thanos-receive-ingestor', 'thanos-rule', 'thanos-query']

/** Seconds between two checks by which Query Frontend sees whether Query is ready; each closes a connection. */
const checkedEvery = 10

/** Everything on the way of a query, from who asks to who reads blocks. */
export const queryObligations: readonly Obligation[] = [
  {
    setting: 'query.timeout',
    demands: 'the flag of Query',
    why: 'nothing else stops a query',
    source: 'https://thanos.io/tip/components/query.md/',
    applies: queried,
    broken: (cluster) =>
      flagSeconds(cluster, 'thanos-query', 'query.timeout').flatMap((value) =>
        value === longest(cluster) ? [] : [`query.timeout: ${value} s`],
      ),
  },
  {
    setting: 'query.timeout',
    demands: 'more of the data source and the proxy of Grafana',
    why: 'Grafana gives up after 30 s otherwise',
    source: 'https://grafana.com/docs/grafana/latest/setup-grafana/configure-grafana/#dataproxy',
    applies: ({ spec }) => spec.grafana !== null,
    broken: (cluster) => {
      // People say themselves how long their own data sources may take.
      const { datasources } = cluster.yaml('datasources.yaml') as {
        datasources: { uid: string; jsonData: { timeout?: number } }[]
      }
      const proxy = Number(/\[dataproxy\]\ntimeout = (\d+)/.exec(cluster.file('grafana.ini'))?.[1] ?? 30)
      return below(
        'Grafana',
        [...datasources.filter(({ uid }) => uid === 'thanos').map(({ jsonData }) => jsonData.timeout ?? 0), proxy],
        longest(cluster) + 1,
      )
    },
  },
  {
    setting: 'query.timeout',
    demands: 'more of ingress-nginx, also than Grafana waits',
    why: 'it gives up after 60 s otherwise',
    source: 'https://kubernetes.github.io/ingress-nginx/user-guide/nginx-configuration/annotations/#custom-timeouts',
    applies: ({ spec }) => spec.ingress?.kind === 'Ingress' && controllerOf(spec.ingress) === 'ingress-nginx',
    broken: (cluster) =>
      ingressesOf(cluster, 'Ingress').flatMap(({ metadata }) =>
        ['read', 'send'].flatMap((way) => {
          const value = Number(metadata.annotations?.[`nginx.ingress.kubernetes.io/proxy-${way}-timeout`] ?? 60)
          return below(metadata.name, [value], Math.max(longest(cluster) + 11, 121))
        }),
      ),
  },
  {
    setting: 'query.timeout',
    demands: 'more of an HTTPRoute, also than Grafana waits',
    why: 'gateways have defaults of their own, such as 15 s',
    source: 'https://gateway-api.sigs.k8s.io/guides/http-timeouts/',
    applies: ({ spec }) => spec.ingress?.kind === 'Gateway',
    broken: (cluster) =>
      ingressesOf(cluster, 'HTTPRoute').flatMap((route) => {
        const times = [...JSON.stringify(route).matchAll(/"(?:request|backendRequest)":"(\d+)s"/g)].map(([, value]) =>
          Number(value),
        )
        return below(route.metadata.name, times.length === 2 ? times : [0], Math.max(longest(cluster) + 11, 121))
      }),
  },
  {
    setting: 'query.timeout',
    demands: 'more of Envoy where it passes gRPC on',
    why: 'its routes have 15 s, and a GRPCRoute has no word for it',
    source: 'https://gateway.envoyproxy.io/docs/api/extension_types/#httptimeout',
    applies: ({ spec }) => spec.ingress?.kind === 'Gateway' && controllerOf(spec.ingress) === 'envoy-gateway',
    broken: (cluster) =>
      ingressesOf(cluster, 'GRPCRoute').flatMap(({ metadata: { name } }) => {
        const policies = ingressesOf(cluster, 'BackendTrafficPolicy').map((policy) => JSON.stringify(policy))
        const of = policies.filter((text) => text.includes(`"kind":"GRPCRoute","name":"${name}"`)).join()
        return below(name, [Number(/"requestTimeout":"(\d+)s"/.exec(of)?.[1] ?? 15)], longest(cluster) + 1)
      }),
  },
  {
    setting: 'query.timeout',
    demands: 'as much of the grace period of every StoreAPI, and of its pod after its preStop',
    why: 'a pod that ends earlier cuts the queries under way',
    source: 'https://thanos.io/tip/components/store.md/#flags',
    applies: queried,
    broken: (cluster) => [
      ...storeApis.flatMap((name) => below(name, flagSeconds(cluster, name, 'grpc-grace-period'), longest(cluster))),
      ...cluster.pods
        .filter(({ pod }) => pod.containers.some(({ name }) => storeApis.includes(name)))
        .flatMap(({ workload, pod }) =>
          below(workload.metadata.name, [pod.terminationGracePeriodSeconds ?? 30], longest(cluster) + preStopOf(pod)),
        ),
    ],
  },
  {
    setting: 'query.timeout',
    demands: 'as much of the grace period of Query and Query Frontend, and of their pods after their preStop',
    why: 'a pod that ends earlier cuts the queries under way',
    source: 'https://thanos.io/tip/components/query-frontend.md/#flags',
    applies: queried,
    broken: (cluster) =>
      ['thanos-query', 'thanos-query-frontend'].flatMap((name) => [
        ...below(name, flagSeconds(cluster, name, 'http-grace-period'), longest(cluster)),
        ...cluster.pods
          .filter(({ component }) => component === name)
          .flatMap(({ pod }) =>
            below(name, [pod.terminationGracePeriodSeconds ?? 30], longest(cluster) + preStopOf(pod)),
          ),
      ]),
  },
  {
    setting: 'labels by which replicas differ',
    demands: 'their names of Query',
    why: 'copies would count several times',
    source: 'https://thanos.io/tip/components/query.md/#deduplication-replica-labels',
    applies: queried,
    broken: (cluster) => {
      const known = cluster.flag('thanos-query', 'query.replica-label')
      const own = (container: string) =>
        cluster
          .containers(container)
          .flatMap(({ args }) => args ?? [])
          .flatMap((arg) => /^--label=(\w+)=.*\$\(POD_NAME\)/.exec(arg)?.[1] ?? [])
      const prometheus = cluster.yaml('prometheus.yaml') as { global: { external_labels: Record<string, string> } }
      const ofPrometheus = Object.entries(prometheus.global.external_labels).filter(([, value]) => value.includes('${'))
      const names = [...ofPrometheus.map(([name]) => name), ...own('thanos-rule'), ...own('thanos-receive-ingestor')]
      return names.filter((name) => !known.includes(name))
    },
  },
  {
    setting: 'certificates of cert-manager',
    demands: 'series about them of kube-state-metrics, its leave to read them, and alerts by these series',
    why: 'from the end of the certificate for gRPC on, Query has no StoreAPI',
    source: 'docs/metrics/extend/customresourcestate-metrics.md of kube-state-metrics',
    applies: ({ spec, objects }) => spec.kubeStateMetrics !== null && objects.some(isOf('Certificate')),
    broken: (cluster) => {
      const [config = ''] = cluster.flag('kube-state-metrics', 'custom-resource-state-config')
      const role = JSON.stringify(cluster.objects.filter(isOf('ClusterRole')))
      const metrics = [...config.matchAll(/"name":"(\w+)"/g)].map(([, name = '']) => `kube_certificate_${name}`)
      const rules = cluster.file('certificates.yaml')
      return [
        ...(metrics.length === 0 ? ['no series'] : metrics.filter((metric) => !rules.includes(metric))),
        ...['certificates', 'customresourcedefinitions'].filter((kind) => !role.includes(`["${kind}"]`)),
      ]
    },
  },
  {
    setting: 'StoreAPIs of Query',
    demands: 'readiness of Query that asks whether it knows any, and decides by no other server',
    why: 'a Query without one answers everything with nothing, and no warning',
    source: 'pkg/store/proxy.go, ErrorNoStoresAvailable',
    applies: queried,
    broken: (cluster) => {
      const path = cluster.container('thanos-query').readinessProbe?.httpGet?.path ?? ''
      const { pathname, searchParams } = new URL(path, 'http://pod')
      const asks = pathname === '/api/v1/series' && searchParams.get('partial_response') === 'false'
      return asks && searchParams.get('storeMatch[]') === '{__address__="none"}' ? [] : [path]
    },
  },
  {
    setting: 'the address of Query, as a name',
    demands: 'more kept connections of Query Frontend than its checks close until it loses its place in Services',
    why: 'cluster DNS is away for a minute, and all frontends take Query for lost at once',
    source: 'cmd/thanos/query_frontend.go, "Periodically check downstream URL"',
    applies: ({ spec }) => spec.queryFrontend !== null,
    broken: (cluster) => {
      const { failureThreshold = 3, periodSeconds = 10 } =
        cluster.container('thanos-query-frontend').readinessProbe ?? {}
      const kept = cluster.yaml('downstream.yaml') as { max_idle_conns_per_host?: number; idle_conn_timeout?: Duration }
      const seen = failureThreshold * periodSeconds
      return [
        ...below('readiness', [seen], 300),
        ...below('idle connections', [seconds(kept.idle_conn_timeout ?? '90s')], seen),
        ...((kept.max_idle_conns_per_host ?? 2) > seen / checkedEvery ? [] : ['too few idle connections']),
      ]
    },
  },
]
