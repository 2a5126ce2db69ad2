import { type ClusterSpec, modes, type Mode } from '@thanos-fleet/cluster-spec'
import { isObject } from '@thanos-fleet/json'
import { exampleCluster } from '@thanos-fleet/cluster-spec/testing'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { settingsOf } from './settings.ts'
import { Workspace } from './workspace.ts'

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
  const root = mkdtempSync(join(tmpdir(), 'settings-'))
  try {
    const workspace = new Workspace(root, mode, settingsOf(mode))
    return workspace.set(workspace.text).spec
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
