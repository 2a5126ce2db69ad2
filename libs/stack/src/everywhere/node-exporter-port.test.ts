import { factsOf } from '@thanos-fleet/connections'
import { describe, expect, it } from 'vitest'
import { clusters, objectsOf } from './testing.ts'

const watched = clusters.filter(([, spec]) => factsOf(spec).present.has('node-exporter'))

describe.each(watched)('another port for node-exporter: %s', (_, spec) => {
  it('is wherever the usual one was, and nothing else changes', () => {
    const { nodeExporter } = spec
    if (nodeExporter === null) throw new Error('there is no node-exporter')
    const text = (port: number) => JSON.stringify(objectsOf({ ...spec, nodeExporter: { ...nodeExporter, port } }))
    // Its argument and its container's port, and where there are policies that of Prometheus.
    expect(text(9101).split(/\b9101\b/).length - 1).toBe(spec.networkPolicy.enabled ? 3 : 2)
    expect(text(9101)).not.toMatch(/\b9100\b/)
    expect(text(9101).replaceAll(/\b9101\b/g, '9100')).toBe(text(9100))
  })
})
