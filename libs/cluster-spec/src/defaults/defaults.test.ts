import { describe, expect, it } from 'vitest'
import { checks } from '../checks/index.ts'
import { loadCluster } from '../index.ts'
import type { ClusterInput } from '../schema/cluster.ts'
import { clusterSchema } from '../schema/cluster.ts'
import type { ClusterSpec } from '../spec.ts'
import { noLinks } from '../links/links.ts'
import { modeDefaults, modes } from './index.ts'

/** A file that says nothing but what it must; the bucket is that of the defaults. */
function minimal(mode: string): string {
  const bucket =
    'objectStore: { type: S3, bucket: thanos, endpoint: s3.example.com, credentials: { secret: thanos-objstore } }'
  return `name: x\nmode: ${mode}\n${mode === 'dev-filesystem-objstore' ? '' : bucket}\n`
}

describe.each(modes)('the defaults of %s', (mode) => {
  const spec = modeDefaults(mode, 'x')

  it('keep every rule that a file must keep', () => {
    const context = { folder: 'x', written: () => true, channels: ['stable'], rings: null }
    // `written` claims that everything was written, so that only notes about unused sections are left.
    const findings = checks.flatMap((check) => check(spec, context)).filter(({ severity }) => severity !== 'warning')
    expect(findings).toEqual([])
  })

  it('are what a file gets that says nothing else', () => {
    const loaded = loadCluster({ path: 'clusters/x/cluster.yaml', text: minimal(mode) })
    expect(loaded).toMatchObject({ ok: true, spec })
  })

  it('give every container a memory limit and requests', () => {
    const containers = [
      spec.prometheus,
      spec.sidecar,
      spec.query,
      spec.queryFrontend,
      spec.store,
      spec.compact,
      spec.rule,
      spec.receive.router,
      spec.receive.ingestor,
      spec.bucketWeb,
      spec.alertmanager,
      spec.nodeExporter,
      spec.kubeStateMetrics,
      spec.grafana,
      spec.memcached,
    ].filter((container) => container !== null)
    for (const { resources } of containers) {
      expect(resources.memory.limit).toMatch(/^\d+(Mi|Gi)$/)
      expect(resources.ephemeralStorage.limit).toMatch(/^\d+(Mi|Gi)$/)
      expect(resources.cpu.request).toMatch(/^\d+m$/)
    }
  })
})

it('only development keeps blocks in a folder', () => {
  expect(modes.map((mode) => modeDefaults(mode, 'x').objectStore.type)).toEqual(['S3', 'S3', 'FILESYSTEM'])
})

it('a file may say what the specification holds, by the same names but for `alertmanager.external`; objects have files of their own, and links follow from other clusters', () => {
  // Compiles only while the two have the same keys.
  const same: [keyof ClusterInput, Exclude<keyof ClusterSpec, 'objects' | 'links' | 'externalAlertmanagers'>] extends [
    infer I,
    infer S,
  ]
    ? [I, S] extends [S, I]
      ? true
      : false
    : never = true
  expect(same).toBe(true)
  const { objects, links, externalAlertmanagers: _, ...settings } = modeDefaults('sidecar-mode', 'x')
  expect(objects).toEqual([])
  expect(links).toEqual(noLinks)
  expect(Object.keys(clusterSchema.shape).toSorted()).toEqual(Object.keys(settings).toSorted())
})
