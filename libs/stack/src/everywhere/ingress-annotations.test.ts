import { describe, expect, it } from 'vitest'
import { clusters, objectsOf } from './testing.ts'

const kinds = new Set(['Ingress', 'IngressRoute', 'IngressRouteTCP', 'HTTPRoute', 'GRPCRoute', 'TLSRoute', 'Gateway'])
const annotations = { 'external-dns.alpha.kubernetes.io/target': 'lb.example.com' }

describe.each(clusters.filter(([, { ingress }]) => ingress !== null))(
  'annotations of what is published: %s',
  (_, spec) => {
    it('are on every object with a host, and on no other', () => {
      const { ingress } = spec
      if (ingress === null) throw new Error('nothing is published')
      const objects = objectsOf({ ...spec, ingress: { ...ingress, annotations } })
      const published = objects.filter(({ kind }) => kinds.has(kind))
      const annotated = objects.filter(({ metadata }) =>
        Object.hasOwn(metadata.annotations ?? {}, 'external-dns.alpha.kubernetes.io/target'),
      )
      expect(published.length).toBeGreaterThan(0)
      expect(annotated).toEqual(published)
      const hosts = Object.entries(ingress.hosts)
        // Nobody takes remote write in the other modes.
        .filter(([page]) => page !== 'receive' || spec.mode === 'receive-mode')
        .filter(([page]) => page !== 'remoteWrite' || spec.links.writers.length > 0)
        .flatMap(([, host]) => host ?? [])
      expect(hosts.filter((host) => !JSON.stringify(published).includes(host))).toEqual([])
    })
  },
)
