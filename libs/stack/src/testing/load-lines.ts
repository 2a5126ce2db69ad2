import { loadCluster, type Mode } from '@thanos-fleet/cluster-spec'

const bucket =
  'objectStore: { type: S3, bucket: thanos, endpoint: s3.example.com, credentials: { secret: thanos-objstore } }'

/** What cluster.yaml with a bucket and these lines is taken for. */
export function load(lines: string, mode: Mode = 'receive-mode') {
  return loadCluster({ path: 'clusters/x/cluster.yaml', text: `name: x\nmode: ${mode}\n${bucket}\n${lines}\n` })
}

/** What it is refused for. */
export function codes(lines: string): string[] {
  const loaded = load(lines)
  return loaded.ok ? [] : loaded.diagnostics.map(({ code }) => code)
}
