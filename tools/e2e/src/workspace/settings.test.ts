import { type ClusterSpec, modes, type Mode } from '@thanos-fleet/cluster-spec'
import { isObject } from '@thanos-fleet/json'
import { exampleCluster } from '@thanos-fleet/cluster-spec/testing'
import { repositoryRoot } from '@thanos-fleet/cli-tools'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseAllDocuments } from 'yaml'
import type { ClusterName } from './clusters.ts'
import { type Generated, Workspace } from './workspace.ts'

/** What a test may change of the example of a mode, as paths of its specification; everything else is tested as it is. */
const allowed = [
  // Durations.
  /^(prometheus|rule)\.(scrape|evaluation)Interval$/,
  /^alertmanager\.group(Wait|Interval)$/,
  /^(prometheus|receive\.ingestor)\.extraFlags\.(storage\.)?tsdb\.(min|max)-block-duration$/,
  /^rule\.extraFlags\.tsdb\.block-duration$/,
  /^query\.extraFlags\.store\.sd-dns-interval$/,
  /^store\.extraFlags\.(sync-block-duration|ignore-deletion-marks-delay)$/,
  /^compact\.extraFlags\.(consistency-delay|delete-delay|wait-interval|compact\.cleanup-interval)$/,
  /^bucketWeb\.extraFlags\.refresh$/,
  // Requests, limits and volumes.
  /\.resources\./,
  /\.volumeSize$/,
  /^prometheus\.retentionSize$/,
  // The object store, the webhook and the target of the test, and what their addresses need.
  /^objectStore\.(endpoint|insecure|prefix)$/,
  /^networkPolicy\.(external\.ports|scrapeTargets)/,
  /^extra\./,
  // How kubelets are reached depends on the cluster alone.
  /^prometheus\.kubeletAccess$/,
]

it.each(modes)(
  '%s is tested with other durations, sizes and addresses, and is otherwise the example of the mode',
  (mode) => {
    const changes = differences(exampleCluster(mode).spec, tested(mode))
    expect(changes.length).toBeGreaterThan(0)
    expect(changes.filter((path) => !allowed.some((pattern) => pattern.test(path)))).toEqual([])
  },
)

function tested(mode: Mode): ClusterSpec {
  return generatedOf(mode).spec
}

function generatedOf(cluster: ClusterName): Generated {
  const root = mkdtempSync(join(tmpdir(), 'settings-'))
  try {
    const workspace = new Workspace(root, cluster, {})
    return workspace.set(workspace.text)
  } finally {
    rmSync(root, { recursive: true })
  }
}

function differences(one: unknown, other: unknown, path = ''): string[] {
  if (JSON.stringify(one) === JSON.stringify(other)) return []
  if (!isObject(one) && !isObject(other)) return [path]
  const [left, right] = [isObject(one) ? one : {}, isObject(other) ? other : {}]
  return [...new Set([...Object.keys(left), ...Object.keys(right)])].flatMap((key) =>
    differences(left[key], right[key], path === '' ? key : `${path}.${key}`),
  )
}

describe('the cluster with everything on', () => {
  const { spec, state } = generatedOf('everything')

  it('has whatever the others leave off', () => {
    expect(spec.grpcTls).not.toBeNull()
    expect(spec.ingress?.kind).toBe('Gateway')
    expect(spec.prometheus.kubeletAccess).toBe('direct')
    expect(spec.rule?.kind).toBe('stateless')
    expect(spec.compact.shards?.length).toBeGreaterThan(1)
    expect([spec.store.shards, spec.store.timePartitions?.length]).toEqual([2, 2])
    expect(
      [spec.store.indexCache, spec.store.bucketCache, spec.queryFrontend?.cache].map((cache) => cache?.type),
    ).toEqual(['memcached', 'memcached', 'memcached'])
    expect(state.objects.filter(({ kind }) => kind === 'HorizontalPodAutoscaler').length).toBe(3)
    expect(spec.receive.hashrings.map(({ zones }) => zones.length)).toEqual([3, 3])
    expect(spec.receive.hashrings[0]?.tenants).not.toEqual([])
    expect(spec.receive.ingestor.outOfOrderWindow).not.toBe('0s')
    expect(spec.receive.limits).not.toEqual(exampleCluster('receive-mode').spec.receive.limits)
  })

  it('has patches for workloads that it has', () => {
    const names = new Set(state.objects.map(({ kind, metadata }) => `${kind} ${metadata.name}`))
    const folder = join(repositoryRoot, 'tools/e2e/settings/patches/everything')
    const patched = readdirSync(folder)
      .flatMap((file) => parseAllDocuments(readFileSync(join(folder, file), 'utf8')))
      .map((document) => document.toJS() as { kind: string; metadata: { name: string } })
      .filter(({ kind }) => kind === 'StatefulSet')
      .map(({ kind, metadata }) => `${kind} ${metadata.name}`)
    expect(patched.filter((name) => !names.has(name))).toEqual([])
    expect(patched.length).toBeGreaterThan(10)
  })
})
