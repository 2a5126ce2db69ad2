/**
 * Where this repository is: Argo CD and Flux follow it, and alerts name its runbooks. The one thing to change in a fork.
 */
export const repository = {
  url: 'https://github.com/example/thanos-fleet.git',
  revision: 'main',
}

/** The folder of the runbooks, as a browser reads it. */
export const runbookBase = `${repository.url.replace(/\.git$/, '')}/blob/${repository.revision}/docs/runbooks`
