import { type ClusterSpec, loadCluster, type Mode } from '@thanos-fleet/cluster-spec'

const bucket =
  'objectStore: { type: S3, bucket: thanos, endpoint: s3.example.com, credentials: { secret: thanos-objstore } }'

/** What cluster.yaml with a bucket and these lines is taken for. */
export function load(lines: string, mode: Mode = 'receive-mode') {
  return loadCluster({ path: 'clusters/x/cluster.yaml', text: `name: x\nmode: ${mode}\n${bucket}\n${lines}\n` })
}

/** The same where it is taken. @throws Error with what it is refused for */
export function specOf(lines: string, mode?: Mode): ClusterSpec {
  const loaded = load(lines, mode)
  if (!loaded.ok) throw new Error(loaded.diagnostics.map(({ message }) => message).join('\n'))
  return loaded.spec
}

/** What it is refused for. */
export function codes(lines: string): string[] {
  const loaded = load(lines)
  return loaded.ok ? [] : loaded.diagnostics.map(({ code }) => code)
}
