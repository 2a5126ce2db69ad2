import { BytesIEC, PercentUnit, RequestsPerSecond, Seconds, Short } from '@grafana/grafana-foundation-sdk/units'
import { alertmanagerSection, ruleSection } from './alerting.ts'
import { bucketSection, bucketWebSection, diskSection } from './bucket.ts'
import { compactSection } from './compact.ts'
import { clusterVariable, stackNamespaceVariable } from './frame.ts'
import { figure, graph } from './panels.ts'
import { increase, quantileBy, rate, rateShare, share, stack, sumBy } from './promql.ts'
import { frontendSection, querySection } from './query.ts'
import type { AuthoredDashboard, AuthoredSection } from './section.ts'
import { failedCalls } from './signals.ts'
import { memcachedSection, storeSection } from './store.ts'

const where = (...more: string[]) => `{${['cluster="$cluster"', 'namespace="$namespace"', ...more].join(', ')}}`
const thanos = (...more: string[]) => where('job=~"thanos-.+"', ...more)
const people = 'grpc_method!~"Info|Check|ServerReflectionInfo"'

const requests = sumBy(['job'], rate('http_requests_total', thanos()))
const calls = sumBy(['job'], rate('grpc_server_handled_total', thanos(people)))
const badRequests = sumBy(['job'], rate('http_requests_total', thanos('code=~"5.."')))
const badCalls = sumBy(['job'], rate('grpc_server_handled_total', thanos(people, failedCalls)))

const overall: AuthoredSection = {
  title: 'All components',
  component: null,
  panels: [
    figure({
      title: 'Not answering',
      unit: Short,
      thresholds: [1, 1],
      description: 'Targets of the stack that Prometheus cannot scrape.',
      query: `count(up${where()} == 0) or vector(0)`,
    }),
    figure({
      title: 'Not ready',
      unit: Short,
      thresholds: [1, 1],
      description: 'Thanos processes that say that they are not ready.',
      query: `count(thanos_status${thanos('check="ready"')} == 0) or vector(0)`,
    }),
    figure({
      title: 'Compaction halted',
      unit: Short,
      thresholds: [1, 1],
      description: 'Compactors that stopped for good after an error that needs a person. The bucket grows until then.',
      query: `sum(thanos_compact_halted${thanos()})`,
    }),
    figure({
      title: 'Failed bucket operations',
      unit: PercentUnit,
      thresholds: [0.01, 0.05],
      description: 'The part of the operations on the object store that failed.',
      query: rateShare(
        [],
        ['thanos_objstore_bucket_operation_failures_total', thanos()],
        ['thanos_objstore_bucket_operations_total', thanos()],
      ),
    }),
    figure({
      title: 'Restarts within a day',
      unit: Short,
      thresholds: [1, 5],
      description: 'Containers of the namespace that were started again.',
      query: `sum(increase(kube_pod_container_status_restarts_total${stack('kube-state-metrics')}[1d]))`,
    }),
    figure({
      title: 'Versions of Thanos',
      unit: Short,
      thresholds: [2, 3],
      description: 'Different versions that run at the same time: more than one only while a rollout lasts.',
      query: `count(count by (version) (thanos_build_info${thanos()}))`,
    }),
    graph({
      title: 'HTTP requests',
      unit: RequestsPerSecond,
      stacked: true,
      description: 'Requests answered per second, by component.',
      queries: [[requests, '{{job}}']],
    }),
    graph({
      title: 'HTTP errors',
      unit: PercentUnit,
      description: 'The part of the requests answered with a status of 5xx, by component.',
      queries: [[share(badRequests, requests), '{{job}}']],
    }),
    graph({
      title: 'HTTP latency, p99',
      unit: Seconds,
      description: 'The time in which 99 of 100 requests were answered, by component.',
      queries: [[quantileBy(0.99, ['job'], 'http_request_duration_seconds', thanos()), '{{job}}']],
    }),
    graph({
      title: 'gRPC calls',
      unit: RequestsPerSecond,
      stacked: true,
      description: 'Calls of the StoreAPI and of its like, by the component that serves them.',
      queries: [[calls, '{{job}}']],
    }),
    graph({
      title: 'gRPC errors',
      unit: PercentUnit,
      description: "The part of the calls that failed on the server's side, by component.",
      queries: [[share(badCalls, calls), '{{job}}']],
    }),
    graph({
      title: 'gRPC latency, p99',
      unit: Seconds,
      description: 'The time in which 99 of 100 calls were finished, by component.',
      queries: [[quantileBy(0.99, ['job'], 'grpc_server_handling_seconds', thanos(people)), '{{job}}']],
    }),
    graph({
      title: 'Memory',
      unit: BytesIEC,
      description: 'Resident memory of each process of the stack.',
      queries: [[`process_resident_memory_bytes${where('pod!=""')}`, '{{pod}} {{container}}']],
    }),
    graph({
      title: 'CPU',
      unit: Short,
      description: 'Cores in use by each process of the stack.',
      queries: [[rate('process_cpu_seconds_total', where('pod!=""')), '{{pod}} {{container}}']],
    }),
    graph({
      title: 'Panics',
      unit: Short,
      description: 'Calls whose handler panicked within five minutes. Each one is a bug: report it.',
      queries: [[sumBy(['job'], increase('grpc_req_panics_recovered_total', thanos())), '{{job}}']],
    }),
  ],
}

/** Every component of Thanos and what it works with. */
export const thanosOverview: AuthoredDashboard = {
  frame: {
    uid: 'fleet-thanos',
    title: 'Thanos',
    description: 'Requests, errors and latency of every component, compaction, operations on the bucket, disks.',
    variables: [clusterVariable(), stackNamespaceVariable()],
  },
  sections: [
    overall,
    frontendSection,
    querySection,
    storeSection,
    memcachedSection,
    compactSection,
    bucketSection,
    bucketWebSection,
    ruleSection,
    alertmanagerSection,
    diskSection,
  ],
}
