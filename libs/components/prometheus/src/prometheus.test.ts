import { factsOf } from '@thanos-fleet/connections'
import { completeDefaults, type ClusterSpec } from '@thanos-fleet/cluster-spec'
import { describe, expect, it } from 'vitest'
import { access } from './access.ts'
import { configuration } from './configuration.ts'

const defaults = completeDefaults('sidecar-mode', 'test')
const configured = (change: Partial<ClusterSpec['prometheus']> = {}) => {
  const spec = { ...defaults, prometheus: { ...defaults.prometheus, ...change } }
  return JSON.stringify(configuration({ spec, facts: factsOf(spec) }))
}

describe('the configuration of Prometheus', () => {
  it('says how long and how much is kept, in its own units', () => {
    expect(configured({ retention: '10d', retentionSize: '8Gi' })).toContain('"retention":{"time":"10d","size":"8GB"}')
    expect(configured({ retentionSize: '10G' })).toContain('"size":"10000000000B"')
  })

  it('reaches kubelets directly, or through the API server, and verifies TLS either way', () => {
    const [direct, proxied] = [
      configured({ kubeletAccess: 'direct' }),
      configured({ kubeletAccess: 'api-server-proxy' }),
    ]
    expect(direct).not.toContain('/proxy/')
    expect(proxied).toContain('/api/v1/nodes/$1/proxy/metrics/cadvisor')
    for (const text of [direct, proxied]) expect(text.match(/"ca_file"/g)).toHaveLength(3)
  })

  it('writes remotely only where there is a Receive, in the one version of the protocol that it speaks', () => {
    expect(configured()).not.toContain('remote_write')
    const spec = completeDefaults('receive-mode', 'test')
    expect(configuration({ spec, facts: factsOf(spec) })).toMatchObject({
      remote_write: [
        {
          url: 'http://thanos-receive.thanos.svc:19291/api/v1/receive',
          protobuf_message: 'prometheus.WriteRequest',
          headers: { 'THANOS-TENANT': spec.receive.tenant },
        },
      ],
    })
  })
})

describe('the permissions of Prometheus', () => {
  it('are to read, and to reach nodes no further than the way of scraping needs', () => {
    const verbs = (spec: ClusterSpec) => (access(spec)[0].rules ?? []).flatMap(({ verbs }) => verbs)
    const nodes = (kubeletAccess: ClusterSpec['prometheus']['kubeletAccess']) =>
      JSON.stringify(access({ ...defaults, prometheus: { ...defaults.prometheus, kubeletAccess } })[0].rules)
    expect(new Set(verbs(defaults))).toEqual(new Set(['get', 'list', 'watch']))
    expect(nodes('direct')).not.toContain('nodes/proxy')
    expect(nodes('api-server-proxy')).not.toContain('nodes/metrics')
  })
})
