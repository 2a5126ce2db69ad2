import { portOf as portOfComponent } from '@thanos-fleet/catalog'
import { addressOf } from '../addresses/address.ts'
import { holds, locationOf } from '../addresses/location.ts'
import type { Finding } from '../finding.ts'
import type { ScrapeTargets } from '../platform-spec.ts'
import type { ClusterSpec, ExtraFile } from '../spec.ts'
import { parseYaml, type ParsedYaml } from '../yaml/parse.ts'
import { valueAt } from '../yaml/paths.ts'
import type { Path } from '../yaml/position.ts'
import { addressesOf, discoveriesOf } from './scrape-addresses.ts'

/**
 * What jobs of `extra.scrapeJobs` call and policies drop: addresses that no rule allows, and discovery of which nothing
 * says where it leads. Prometheus would show such targets as down, and say no more than "context deadline exceeded".
 */
export function scrapeTargetFindings(spec: ClusterSpec): Finding[] {
  if (!spec.networkPolicy.enabled) return []
  return spec.extra.scrapeJobs.flatMap((file) =>
    findingsOf(file, spec).map((finding) => ({ ...finding, file: file.path })),
  )
}

function findingsOf({ text }: ExtraFile, spec: ClusterSpec): Finding[] {
  const yaml = parseYaml(text)
  if (Array.isArray(yaml)) return []
  const jobs = valueAt(yaml.value, ['scrape_configs'])
  return (Array.isArray(jobs) ? jobs : []).flatMap((job: unknown, index) => {
    const path = ['scrape_configs', index]
    return [
      ...addressesOf(job)
        .filter(({ text }) => !isAllowed(text, job, spec))
        .map((found) => notAllowed(yaml, [...path, ...found.path], found.text, job, spec)),
      ...discoveriesOf(job)
        .filter((found) => !isStated(found.namespace, found.role, spec))
        .map((found) => unknown(yaml, [...path, ...found.path], found.namespace)),
    ]
  })
}

/** Everything that policies let Prometheus call by address: what people said, and what it scrapes of the cluster anyway. */
function rulesOf({ networkPolicy, nodeExporter, prometheus }: ClusterSpec): ScrapeTargets[] {
  const { apiServer, nodes, scrapeTargets } = networkPolicy
  return [
    ...scrapeTargets,
    apiServer,
    ...(nodeExporter === null ? [] : [{ ...nodes, ports: [portOfComponent('node-exporter', 'metrics')] }]),
    // Source: https://kubernetes.io/docs/reference/networking/ports-and-protocols/
    ...(prometheus.kubeletAccess === 'direct' ? [{ ...nodes, ports: [10250] }] : []),
  ]
}

function isAllowed(text: string, job: unknown, spec: ClusterSpec): boolean {
  const { host } = addressOf(text)
  const port = portOf(text, job)
  const location = locationOf(host, spec.namespace)
  // The API server's own Service.
  if (location.at === 'pod' || /^kubernetes\.default(\.svc(\.cluster\.local)?)?$/.test(host)) return true
  return rulesOf(spec).some((rule) => {
    // The port of a Service is not that of its pods.
    if ('namespace' in rule) return 'namespace' in location && location.namespace === rule.namespace
    const reaches = location.at === 'address' ? rule.cidrs.some((cidr) => holds(cidr, host)) : location.at !== 'service'
    return reaches && (port === null || rule.ports.includes(port))
  })
}

/** Null: DNS says it. */
function portOf(text: string, job: unknown): number | null {
  const { port, srv } = addressOf(text)
  const secure = text.startsWith('https://') || (!text.includes('://') && valueAt(job, ['scheme']) === 'https')
  return port ?? (srv ? null : secure ? 443 : 80)
}

/** Whether something says where a discovery leads: for a namespace that it names, that one. */
function isStated(namespace: string | null, role: string | null, spec: ClusterSpec): boolean {
  const { scrapeTargets } = spec.networkPolicy
  const addresses = (role === 'node' ? rulesOf(spec) : scrapeTargets).some((rule) => 'cidrs' in rule)
  return (
    addresses ||
    scrapeTargets.some((rule) => 'namespace' in rule && (namespace === null || rule.namespace === namespace))
  )
}

function notAllowed(yaml: ParsedYaml, path: Path, text: string, job: unknown, spec: ClusterSpec): Finding {
  const location = locationOf(addressOf(text).host, spec.namespace)
  const port = portOf(text, job) ?? 'port'
  const where =
    location.at === 'service'
      ? `{namespace: ${location.namespace}, ports: [port of its pods]}`
      : `{cidrs: [${location.at === 'address' ? location.cidr : 'its address block'}], ports: [${port}]}`
  return {
    code: 'scrape-target-not-allowed',
    position: yaml.locate(path),
    message: `no NetworkPolicy rule allows Prometheus to reach ${JSON.stringify(text.replace(/^dnssrv\+/, ''))}`,
    remedy: `add ${where} to networkPolicy.scrapeTargets in cluster.yaml`,
  }
}

function unknown(yaml: ParsedYaml, path: Path, namespace: string | null): Finding {
  return {
    code: 'scrape-targets-unknown',
    position: yaml.locate(path),
    message:
      `no NetworkPolicy rule allows Prometheus to reach the targets` +
      (namespace === null ? ' of this discovery' : ` in namespace ${namespace}`),
    remedy:
      namespace === null
        ? 'add {namespace, ports} or {cidrs, ports} to networkPolicy.scrapeTargets in cluster.yaml'
        : `add {namespace: ${namespace}, ports: [port of its pods]} to networkPolicy.scrapeTargets in cluster.yaml`,
  }
}
