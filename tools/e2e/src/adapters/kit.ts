import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { succeed } from '@thanos-fleet/cli-tools'
import type { Adapter } from './adapter.ts'

/**
 * Clusters of several nodes on one Linux machine without a container engine: a folder with `kubeconfig`, `bindir` and
 * a folder `node-N` for each node with its containerd's socket; and the scripts that switch nodes off and on.
 * @param folder the cluster's folder
 * @param scripts the folder of `power.sh`
 */
export function kit(folder: string, scripts: string): Adapter {
  const bin = readFileSync(join(folder, 'bindir'), 'utf8').trim()
  const nodes = readdirSync(folder)
    .filter((name) => /^node-\d+$/.test(name))
    .toSorted()
  const ctr = (node: string, ...args: string[]) =>
    succeed(join(bin, 'ctr'), ['-a', join(folder, node, 'containerd.sock'), '-n', 'k8s.io', ...args])
  const power = (verb: 'on' | 'off') => async (node: string) => {
    await succeed(join(scripts, 'power.sh'), [verb, folder, node.replace('node-', '')])
  }
  return {
    name: 'kit',
    kubeconfig: join(folder, 'kubeconfig'),
    kubectl: existsSync(join(bin, 'kubectl')) ? join(bin, 'kubectl') : 'kubectl',
    pulls: false,
    load: async (archive) => {
      for (const node of nodes) await ctr(node, 'images', 'import', archive)
    },
    has: async (reference) => {
      const lists = await Promise.all(nodes.map((node) => ctr(node, 'images', 'ls', '-q')))
      return lists.every(({ stdout }) => stdout.split('\n').includes(reference))
    },
    stopNode: power('off'),
    startNode: power('on'),
  }
}
