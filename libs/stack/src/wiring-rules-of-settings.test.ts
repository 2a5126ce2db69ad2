import { loadCluster, type Mode, modes } from '@thanos-fleet/cluster-spec'
import { type Duration, seconds } from '@thanos-fleet/kubernetes'
import { expect, it } from 'vitest'
import { Cluster, complete } from './testing/inspect.ts'

/** Rules of docs/wiring-rules.md that cluster.yaml itself could break: what is taken, and what is refused. */
const bucket = 'objectStore: { type: S3, bucket: thanos, endpoint: s3.example.com, credentials: { secret: thanos-objstore } }'

function load(lines: string, mode: Mode = 'receive-mode') {
  return loadCluster({ path: 'clusters/x/cluster.yaml', text: `name: x\nmode: ${mode}\n${bucket}\n${lines}\n` })
}

function codes(lines: string): string[] {
  const loaded = load(lines)
  return loaded.ok ? [] : loaded.diagnostics.map(({ code }) => code)
}

it('19: raw blocks live until 5-minute blocks are made of them, and those until 1-hour blocks are', () => {
  for (const mode of modes) {
    const kept = (flag: string) => seconds(complete(mode).flag('thanos-compact', `retention.resolution-${flag}`)[0] as Duration)
    expect(kept('raw')).toBeGreaterThanOrEqual(seconds('40h'))
    expect(kept('5m')).toBeGreaterThanOrEqual(Math.max(seconds('10d'), kept('raw')))
    expect(kept('1h')).toBeGreaterThanOrEqual(kept('5m'))
  }
  expect(codes('compact: { retention: { raw: 39h } }')).toEqual(['retention-destroys-downsampling'])
  expect(codes('compact: { retention: { raw: 40h, fiveMinutes: 9d } }')).toEqual(['retention-destroys-downsampling'])
  expect(codes('compact: { retention: { oneHour: 100d } }')).toEqual(['retention-order'])
  expect(codes('compact: { retention: { raw: 0d, fiveMinutes: 0d, oneHour: 0d } }')).toEqual([])
})

it('22: Store serves every time that producers have dropped already', () => {
  const partitions = (newest: string) => `store: { timePartitions: [{ name: old, maxTime: -2w }, { name: new, minTime: -2w${newest} }] }`
  const taken = load(partitions(', maxTime: -11h'))
  expect(taken).toMatchObject({ ok: true })
  if (!taken.ok) return
  const stores = new Cluster(taken.spec).pods.filter(({ component }) => component === 'thanos-store').map(({ workload, pod }) =>
    [workload.metadata.name, ...(pod.containers[0]?.args ?? []).filter(arg => /^--(min|max)-time/.test(arg))])
  expect(stores).toEqual([['thanos-store-old', '--max-time=-2w'], ['thanos-store-new', '--min-time=-2w', '--max-time=-11h']])
  expect(codes(partitions(', maxTime: -12h'))).toEqual(['time-partition-gap'])
  expect(codes(partitions(', maxTime: -1w').replace('minTime: -2w', 'minTime: -1w'))).toContain('time-partition-gap')
})
