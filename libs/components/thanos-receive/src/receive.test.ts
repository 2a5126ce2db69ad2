import { factsOf } from '@thanos-fleet/connections'
import { type ClusterSpec, completeDefaults, type Hashring, ingestorWorkloads } from '@thanos-fleet/cluster-spec'
import type { Deployment } from '@thanos-fleet/kubernetes'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { hashringsText, ringEndpoints } from './hashrings.ts'
import { limitsText } from './limits.ts'
import { thanosReceiveRouter } from './router.ts'

const defaults = completeDefaults('receive-mode', 'test')
const withRings = (hashrings: Hashring[]): ClusterSpec => ({ ...defaults, receive: { ...defaults.receive, hashrings } })
const rest: Hashring = { name: 'default', tenants: [], replicas: 2, zones: [] }

describe('hashrings', () => {
  it('are one StatefulSet each, and one for each zone', () => {
    const names = ingestorWorkloads(
      withRings([{ name: 'large', tenants: ['a'], replicas: 2, zones: ['x', 'y'] }, rest]).receive,
    ).map(({ name }) => name)
    expect(names).toEqual([
      'thanos-receive-ingestor-large-x',
      'thanos-receive-ingestor-large-y',
      'thanos-receive-ingestor',
    ])
  })

  it('match tenants by pattern where a tenant is one', () => {
    const ring = (tenants: string[]) => JSON.parse(hashringsText(withRings([{ ...rest, tenants }])))[0]
    expect(ring(['bank-*'])).toMatchObject({ tenants: ['bank-*'], tenant_matcher_type: 'glob' })
    expect(ring(['bank'])).not.toHaveProperty('tenant_matcher_type')
  })

  it('tell Thanos the zone of an endpoint', () => {
    const spec = withRings([{ name: 'large', tenants: ['a'], replicas: 1, zones: ['x', 'y'] }, rest])
    expect(ringEndpoints(spec, 'large')).toEqual([
      { address: 'thanos-receive-ingestor-large-x-0.thanos-receive-ingestor.thanos.svc:10901', az: 'x' },
      { address: 'thanos-receive-ingestor-large-y-0.thanos-receive-ingestor.thanos.svc:10901', az: 'y' },
    ])
  })
})

describe('limits of tenants', () => {
  const context = (headSeries: number) => {
    const spec = {
      ...defaults,
      receive: {
        ...defaults.receive,
        limits: {
          default: { ...defaults.receive.limits.default, headSeries: 0 },
          tenants: { loud: { requestSamples: 100, headSeries } },
        },
      },
    }
    return { spec, facts: factsOf(spec) }
  }
  const limited = (headSeries: number) =>
    parse(limitsText(context(headSeries))) as { write: { global?: object; tenants: Record<string, unknown> } }

  it('add to those that all tenants have', () => {
    expect(limited(0).write.tenants['loud']).toMatchObject({
      request: { samples_limit: 100, size_bytes_limit: defaults.receive.limits.default.requestBytes },
    })
  })

  it('ask Query for active series only where they are limited', () => {
    expect(limited(0).write.global).toBeUndefined()
    expect(limited(1000).write.global).toMatchObject({ meta_monitoring_url: 'http://thanos-query.thanos.svc:10902' })
  })

  it('count a series once, although three ingestors have it', () => {
    expect(limited(1000).write.global).toMatchObject({
      meta_monitoring_limit_query: expect.stringMatching(/ by \(tenant\) \/ 3$/),
    })
  })

  it('restart routers with the first limit on active series, and not with any other', () => {
    const annotations = (headSeries: number) => {
      const deployment = thanosReceiveRouter(context(headSeries)).objects.find(
        (object): object is Deployment => object.kind === 'Deployment',
      )
      return deployment?.spec?.template.metadata?.annotations ?? {}
    }
    expect(annotations(0)).toEqual({})
    expect(annotations(1000)).not.toEqual({})
    expect(annotations(2000)).toEqual(annotations(1000))
  })
})
