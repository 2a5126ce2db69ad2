import type { FleetSpec } from './spec.ts'

/** What holds without `clusters/fleet.yaml`. */
export const fleetDefaults: FleetSpec = {
  repository: {
    argocdUrl: 'https://github.com/example/thanos-fleet.git',
    fluxUrl: 'https://github.com/example/thanos-fleet.git',
    web: 'https://github.com/example/thanos-fleet/blob/main/{file}',
    revision: 'main',
    path: '',
    secretRef: null,
  },
  gitops: {
    argocd: { namespace: 'argocd', project: 'thanos-fleet', destination: 'cluster-name' },
    flux: { namespace: 'flux-system', name: 'thanos-{cluster}', decryption: null },
  },
  rings: null,
  versions: { channels: {}, mirrors: {}, pullSecrets: [] },
}

/** Where the runbook of an alert is read, with `{runbook}` for the alert's name. */
export function runbookUrlOf({ web, path }: FleetSpec['repository']): string {
  return web.replace('{file}', `${path === '' ? '' : `${path}/`}docs/runbooks/{runbook}.md`)
}
