import { homedir } from 'node:os'
import { join } from 'node:path'
import { run, succeed } from '@thanos-fleet/cli-tools'
import type { Adapter } from './adapter.ts'

/**
 * A kind cluster: nodes are containers, which Docker stops and starts.
 * @param cluster its name, as in `kind create cluster --name`
 */
export function kind(cluster: string): Adapter {
  return {
    name: 'kind',
    kubeconfig: process.env['KUBECONFIG'] ?? join(homedir(), '.kube/config'),
    kubectl: 'kubectl',
    pulls: true,
    load: async (archive) => {
      await succeed('kind', ['load', 'image-archive', archive, '--name', cluster])
    },
    has: async (reference) => {
      const nodes = (await succeed('kind', ['get', 'nodes', '--name', cluster])).stdout.trim().split('\n')
      const found = await Promise.all(
        nodes.map((node) => run('docker', ['exec', node, 'crictl', 'inspecti', '-q', reference])),
      )
      return found.every(({ code }) => code === 0)
    },
    // A node's container has the node's name. Killed, not stopped: a power cut gives no notice.
    stopNode: async (node) => {
      await succeed('docker', ['kill', node])
    },
    startNode: async (node) => {
      await succeed('docker', ['start', node])
    },
  }
}

/** Any other cluster that can pull the images itself; faults of nodes are left out and reported as not run. */
export function plain(kubeconfig: string): Adapter {
  return {
    name: 'plain',
    kubeconfig,
    kubectl: 'kubectl',
    pulls: true,
    load: () => Promise.resolve(),
    has: () => Promise.resolve(true),
    stopNode: null,
    startNode: null,
  }
}
