import { z } from 'zod'
import type { ScrapeTargets } from '../platform-spec.ts'
import { exactlyOne } from './one-of.ts'
import { cidr, dnsLabel, field, texts, whole } from './primitives.ts'

const cidrs = z.array(cidr).min(1)
const ports = z.array(whole(1, 65_535)).min(1)

const scrapeTargets = z
  .strictObject({
    namespace: dnsLabel.describe('The namespace of pods.').exactOptional(),
    cidrs: cidrs.describe('Addresses of what is no pod.').exactOptional(),
    ports: ports.describe('Their ports.'),
  })
  .transform((value, context): ScrapeTargets => {
    exactlyOne(value, ['namespace', 'cidrs'], 'a place of scrape targets', context, 'missing-key')
    if (value.namespace !== undefined) return { namespace: value.namespace, ports: value.ports }
    if (value.cidrs !== undefined) return { cidrs: value.cidrs, ports: value.ports }
    return z.NEVER
  })
  .meta({ minProperties: 2, maxProperties: 2 })

const client = z.strictObject({
  namespace: dnsLabel.describe('The namespace of the pods.'),
  podLabels: texts.default({}).describe('Their labels; none: all pods of the namespace.'),
})

/** What NetworkPolicies must know about the world outside of the stack. */
export const networkPolicy = z.strictObject({
  enabled: field(z.boolean(), 'Deny by default and allow exactly the known connections.'),
  apiServer: field(
    z.strictObject({ cidrs: field(cidrs, 'Addresses of the API server.'), ports: field(ports, 'Its ports.') }),
    'Where the API server is reached.',
  ),
  nodes: field(
    z.strictObject({ cidrs: field(cidrs, "The nodes' addresses.") }),
    'Where kubelets and node-exporters are scraped.',
  ),
  external: field(
    z.strictObject({
      cidrs: field(cidrs, 'Addresses outside of the cluster.'),
      ports: field(ports, 'Ports of what only a Secret or an SRV record names.'),
      namespaces: field(z.array(dnsLabel), 'Namespaces of this cluster that addresses in Secrets lead to.'),
    }),
    'Where object stores, alert receivers and databases are reached.',
  ),
  servicePorts: field(
    z.record(dnsLabel, ports),
    'By namespace, the ports of the pods behind Services that addresses name; all ports of namespaces left out.',
  ),
  scrapeTargets: field(z.array(scrapeTargets), 'Where the targets of extra.scrapeJobs are.'),
  clients: field(
    z.strictObject({
      otlp: field(z.array(client), 'Those that send metrics by OTLP to Prometheus.'),
      remoteWrite: field(z.array(client), 'Those that write to Receive.'),
    }),
    'Pods of other namespaces that may send samples.',
  ),
  dns: field(
    z.strictObject({
      namespace: field(dnsLabel, 'Its namespace.'),
      podLabels: field(texts, 'Labels of its pods.'),
      cidrs: field(z.array(cidr), 'Addresses of caches on the nodes.'),
      ports: field(ports, 'Ports at which its pods and caches listen.'),
    }),
    "The cluster's name server.",
  ),
})
