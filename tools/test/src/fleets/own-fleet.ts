/** Hand-written files of a team's own fleet, by their paths: five clusters in all modes, one of them on its way. */
export const ownFleet: Readonly<Record<string, string>> = {
  'clusters/fleet.yaml': [
    '# yaml-language-server: $schema=fleet.schema.json',
    'repository: { url: https://gitlab.example.com/platform/fleet.git }',
    'versions: { channels: { stable: { prometheus: { tag: v3.14.1 } } } }',
    'defaults: { modes: { receive-mode: { query: { replicas: 4 } } } }',
    '',
  ].join('\n'),
  'clusters/eu-1/cluster.yaml': production('eu-1', 'sidecar-mode', 'query: { logLevel: debug }'),
  'clusters/eu-1/patches/limit.yaml': [
    'apiVersion: apps/v1',
    'kind: StatefulSet',
    'metadata: { name: prometheus, namespace: thanos }',
    'spec: { revisionHistoryLimit: 3 }',
    '',
  ].join('\n'),
  'clusters/eu-2/cluster.yaml': production('eu-2', 'sidecar-mode', 'extra: { rules: [rules/*.yaml] }'),
  'clusters/eu-2/rules/own.yaml': 'groups:\n  - name: own\n    rules: [{ record: own:up, expr: up }]\n',
  'clusters/us-1/cluster.yaml': production('us-1', 'receive-mode'),
  'clusters/us-2/cluster.yaml': production('us-2', 'sidecar-mode', 'migration: { to: receive-mode, step: read-both }'),
  'clusters/laptop/cluster.yaml': 'name: laptop\nmode: dev-filesystem-objstore\n',
}

/** A cluster.yaml, with settings that may each have a line of their own. */
export function production(name: string, mode: 'sidecar-mode' | 'receive-mode', ...more: string[]): string {
  const bucket = `{ type: S3, bucket: ${name}, endpoint: s3.example.com, credentials: { secret: thanos-objstore } }`
  return [`name: ${name}`, `mode: ${mode}`, 'ring: production', `objectStore: ${bucket}`, ...more, ''].join('\n')
}
