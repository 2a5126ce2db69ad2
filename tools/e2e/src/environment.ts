import { namespaceNames } from '@thanos-fleet/catalog'
import { repositoryRoot } from '@thanos-fleet/cli-tools'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Adapter } from './adapters/adapter.ts'
import { Kube } from './cluster/kube.ts'
import { Kubectl } from './cluster/kubectl.ts'
import { until } from './cluster/until.ts'
import { prepareImages } from './images/prepare.ts'
import { definitionsFor } from './images/definitions.ts'
import { testPart } from './servers/gateway.ts'
import { install } from './servers/install.ts'
import { approveKubelets } from './servers/kubelets.ts'
import { removeMetricsServer } from './servers/metrics-server.ts'
import { testNamespace } from './servers/objects.ts'
import { type ClusterName, clusterNames } from './workspace/clusters.ts'
import { Workspace } from './workspace/workspace.ts'
import { placementOn, usableNodes } from './workspace/nodes.ts'
import { World } from './world.ts'

/** Where a run keeps what `--attach` needs. */
const kept = join(repositoryRoot, '.tools/e2e/run')
const keptState = z.object({
  cluster: z.enum(clusterNames),
  s3: z.object({ accessKey: z.string(), secretKey: z.string() }),
  text: z.string(),
})

/** Brings up a cluster under test from nothing: images, the test's servers, Secrets, directories, and then the stack as it is. */
export async function bringUp(adapter: Adapter, cluster: ClusterName, log: (line: string) => void): Promise<World> {
  const { kube, kubectl } = clients(adapter)
  await approveKubelets(kubectl)
  await tearDown(adapter, log)
  rmSync(kept, { recursive: true, force: true })
  const workspace = new Workspace(kept, cluster, placementOn(await usableNodes(kube), cluster))
  const generated = workspace.set(workspace.text)
  const images = await prepareImages(adapter, generated.state.objects, log)
  const s3 = { accessKey: 'e2e', secretKey: randomBytes(16).toString('hex') }
  log("the test's servers")
  await install({
    kube,
    kubectl,
    spec: generated.spec,
    s3,
    images,
    definitions: await definitionsFor(generated.spec),
    namespaces: generated.state.objects.filter(({ kind }) => kind === 'Namespace'),
    volumes: generated.state.objects,
  })
  writeFileSync(join(kept, 'run.json'), JSON.stringify({ cluster, s3, text: workspace.text }))
  return new World({ cluster, adapter, kube, kubectl, workspace, generated, s3, log })
}

/** The stack that an earlier run left. @throws Error when there is none */
export function attach(adapter: Adapter, log: (line: string) => void): World {
  const path = join(kept, 'run.json')
  if (!existsSync(path)) throw new Error('no run was kept: run with --keep first')
  const { cluster, s3, text } = keptState.parse(JSON.parse(readFileSync(path, 'utf8')))
  const root = join(repositoryRoot, `.tools/e2e/attached-${process.pid}`)
  mkdirSync(root, { recursive: true })
  process.on('exit', () => {
    rmSync(root, { recursive: true, force: true })
  })
  const workspace = new Workspace(root, cluster, {})
  return new World({ ...clients(adapter), cluster, adapter, workspace, generated: workspace.set(text), s3, log })
}

/** Removes the stack and the test's servers, with their volumes. */
export async function tearDown(adapter: Adapter, log: (line: string) => void): Promise<void> {
  const { kube, kubectl } = clients(adapter)
  const namespaces = [...namespaceNames('thanos'), testNamespace, 'traefik']
  const there = async () =>
    (await kube.core.listNamespace()).items
      .map(({ metadata }) => metadata?.name ?? '')
      .filter((name) => namespaces.includes(name))
  if ((await there()).length === 0) return
  log('removing what an earlier run left')
  const disks = await kube.pods(testNamespace, { 'app.kubernetes.io/name': 'disk' }).catch(() => [])
  await Promise.all(disks.map((pod) => clearDisk(kube, pod.metadata?.name ?? '')))
  // Workloads and pods first: a namespace whose pods have minutes to end is looked at again minutes later.
  await Promise.all(
    namespaces.map(async (namespace) => {
      await kubectl.run(['delete', 'statefulsets,deployments,daemonsets', '--all', '-n', namespace, '--cascade=orphan'])
      await kubectl.run(['delete', 'replicasets,pods', '--all', '-n', namespace, '--grace-period=0', '--force'])
    }),
  )
  // Policies of admission stay: without them the API server ends its watch of StatefulSets, and never begins it again, see
  // docs/operations.md. Where there is no StatefulSet they refuse nothing.
  await kubectl.ok(['delete', 'namespace', ...namespaces, '--ignore-not-found', '--wait=false'])
  await kubectl.ok([
    'delete',
    'persistentvolume,clusterrole,clusterrolebinding,storageclass',
    '-l',
    'app.kubernetes.io/part-of=thanos-fleet',
    '--ignore-not-found',
    '--wait=false',
  ])
  await kubectl.ok(['delete', 'clusterrole,clusterrolebinding', 'e2e-traefik', '--ignore-not-found'])
  // The definition of its kind is there only if a cluster has had a Gateway.
  await kubectl.run(['delete', 'gatewayclass', '-l', `app.kubernetes.io/part-of=${testPart}`, '--ignore-not-found'])
  await removeMetricsServer(kubectl)
  await until('the namespaces and volumes are gone', { seconds: 240, every: 5 }, async () => {
    // A namespace is looked at again when it changes, else after the longest time that its pods may take to end.
    await kubectl.run(['annotate', 'namespace', ...(await there()), '--overwrite', `e2e/looked-at=${Date.now()}`])
    const volumes = await kube.core.listPersistentVolume({ labelSelector: 'app.kubernetes.io/part-of=thanos-fleet' })
    const left = [...(await there()), ...volumes.items.map(({ metadata }) => metadata?.name ?? '')]
    return left.length === 0 ? { done: undefined } : { missing: `left: ${left.join(', ')}` }
  })
  kube.close()
}

async function clearDisk(kube: Kube, pod: string): Promise<void> {
  const { json } = await import('./cluster/http.ts')
  const base = await kube.podUrl(testNamespace, pod, 8080)
  await json(base, '/remove', { method: 'POST', body: JSON.stringify({ paths: ['/host/data/thanos'] }) }).catch(
    () => undefined,
  )
}

function clients(adapter: Adapter): { kube: Kube; kubectl: Kubectl } {
  return { kube: new Kube(adapter.kubeconfig), kubectl: new Kubectl(adapter.kubectl, adapter.kubeconfig) }
}
