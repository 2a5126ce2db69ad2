import { goEnvironment, repositoryRoot, succeed } from '@thanos-fleet/cli-tools'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stringify } from 'yaml'
import type { Kubectl } from '../cluster/kubectl.ts'

const module = join(repositoryRoot, 'tools/e2e/go/metrics-server')

/**
 * metrics-server as its own manifests have it, in the module that its program is made from. It verifies kubelets by the
 * authority of the cluster, as Prometheus does.
 */
export async function installMetricsServer(kubectl: Kubectl, image: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'metrics-server-'))
  try {
    cpSync(join(await moduleFolder(), 'manifests/base'), join(folder, 'base'), { recursive: true })
    await succeed('chmod', ['-R', 'u+w', folder])
    writeFileSync(join(folder, 'kustomization.yaml'), stringify(kustomization(image)))
    await kubectl.ok(['apply', '--server-side', '--force-conflicts', '--field-manager=e2e-servers', '-k', folder])
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Removes it from the cluster. */
export async function removeMetricsServer(kubectl: Kubectl): Promise<void> {
  await kubectl.ok(['delete', 'apiservice', 'v1beta1.metrics.k8s.io', '--ignore-not-found'])
  const kinds = 'deployment,service,serviceaccount,rolebinding,clusterrole,clusterrolebinding'
  await kubectl.ok(['delete', kinds, '-n', 'kube-system', '-l', 'k8s-app=metrics-server', '--ignore-not-found'])
}

function kustomization(image: string): unknown {
  const [, newName = '', newTag = ''] = /^(.*):([^:]+)$/.exec(image) ?? []
  const authority = '--kubelet-certificate-authority=/var/run/secrets/kubernetes.io/serviceaccount/ca.crt'
  return {
    resources: ['base'],
    images: [{ name: 'gcr.io/k8s-staging-metrics-server/metrics-server', newName, newTag }],
    patches: [
      {
        target: { kind: 'Deployment', name: 'metrics-server' },
        patch: JSON.stringify([{ op: 'add', path: '/spec/template/spec/containers/0/args/-', value: authority }]),
      },
    ],
  }
}

async function moduleFolder(): Promise<string> {
  const environment = await goEnvironment('metrics-server')
  const name = 'sigs.k8s.io/metrics-server'
  await succeed('go', ['mod', 'download', '-C', module, name], environment).catch(() => undefined)
  return (await succeed('go', ['list', '-C', module, '-m', '-f', '{{.Dir}}', name], environment)).stdout.trim()
}
