/**
 * Ten clusters that another team could have, by their names: of all modes, none under the name of its own mode, and
 * with names that programs on the way could take for something else.
 */
export const foreignClusters: Readonly<Record<string, string>> = {
  // Another mode, what tests call clusters, and folders and files of this repository.
  'receive-mode': cluster('receive-mode', 'sidecar-mode'),
  'eu-1': cluster('eu-1', 'receive-mode', 'ring: canary'),
  base: cluster('base', 'dev-filesystem-objstore'),
  kustomization: cluster('kustomization', 'sidecar-mode', 'ring: production'),
  patches: cluster('patches', 'receive-mode', 'ring: "1"'),
  // What YAML reads as a number, a boolean or nothing, unless it is quoted.
  '0': cluster('0', 'receive-mode', 'ring: development'),
  '1e3': cluster('1e3', 'sidecar-mode', 'namespace: metrics'),
  no: cluster('no', 'dev-filesystem-objstore', 'ring: "no"'),
  null: cluster('null', 'sidecar-mode', 'rule: {}'),
  // The longest.
  ['x'.repeat(63)]: cluster('x'.repeat(63), 'dev-filesystem-objstore'),
}

function cluster(name: string, mode: string, ...more: string[]): string {
  const access = 'endpoint: s3.example.com, credentials: { secret: thanos-objstore }'
  return [
    `name: "${name}"`,
    `mode: ${mode}`,
    `externalLabels: { cluster: "${name}" }`,
    ...(mode === 'dev-filesystem-objstore'
      ? []
      : [`objectStore: { type: S3, bucket: thanos, prefix: "${name}", ${access} }`]),
    ...more,
    '',
  ].join('\n')
}
