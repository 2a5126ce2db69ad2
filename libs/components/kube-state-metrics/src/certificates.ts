import type { Json } from '@thanos-fleet/kubernetes'

/**
 * Series of the Certificates of cert-manager: when each expires, and when cert-manager means to have renewed it. No program
 * of the stack says either of the certificates that it has.
 * Source: docs/metrics/extend/customresourcestate-metrics.md of kube-state-metrics
 */
export const certificateMetrics: Json = {
  kind: 'CustomResourceStateMetrics',
  spec: {
    resources: [
      {
        groupVersionKind: { group: 'cert-manager.io', version: 'v1', kind: 'Certificate' },
        metricNamePrefix: 'kube_certificate',
        labelsFromPath: { namespace: ['metadata', 'namespace'], certificate: ['metadata', 'name'] },
        metrics: [
          timestamp('expiration_timestamp_seconds', 'When the certificate expires.', 'notAfter'),
          timestamp('renewal_timestamp_seconds', 'When the certificate is to be renewed.', 'renewalTime'),
        ],
      },
    ],
  },
}

function timestamp(name: string, help: string, field: string): Json {
  return { name, help, each: { type: 'Gauge', gauge: { path: ['status', field] } } }
}

/** What that needs to read besides: the Certificates, and how their kind is called. */
export const certificateResources: Record<string, string[]> = {
  'cert-manager.io': ['certificates'],
  'apiextensions.k8s.io': ['customresourcedefinitions'],
}
