import type { Repository } from '@thanos-fleet/gitops'

/** Where Argo CD and Flux find this repository, and the branch that clusters follow. Change it after forking. */
export const repository: Repository = {
  url: 'https://github.com/example/thanos-fleet.git',
  revision: 'main',
}
