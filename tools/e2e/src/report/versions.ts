import { repositoryRoot, run } from '@thanos-fleet/cli-tools'
import { cpus } from 'node:os'
import { z } from 'zod'
import type { Adapter } from '../adapters/adapter.ts'
import { Kubectl } from '../cluster/kubectl.ts'

const answer = z.object({
  serverVersion: z.object({ gitVersion: z.string() }),
  clientVersion: z.object({ gitVersion: z.string() }),
})

/** What the report was measured with. */
export async function versionsOf(adapter: Adapter): Promise<Record<string, string>> {
  const { stdout } = await new Kubectl(adapter.kubectl, adapter.kubeconfig).run(['version', '-o', 'json'])
  const versions = answer.safeParse(stdout === '' ? null : JSON.parse(stdout))
  const commit = await run('git', ['-C', repositoryRoot, 'rev-parse', '--short', 'HEAD'])
  return {
    commit: commit.stdout.trim(),
    ...(versions.success
      ? { Kubernetes: versions.data.serverVersion.gitVersion, kubectl: versions.data.clientVersion.gitVersion }
      : {}),
    adapter: adapter.name,
    processors: String(cpus().length),
    Node: process.version,
  }
}
