import type { KubeObject, PersistentVolume } from '@thanos-fleet/kubernetes'
import { json } from '../cluster/http.ts'
import { isReady, type Kube, nameOf } from '../cluster/kube.ts'
import { fixturePort } from './fixtures.ts'
import { testNamespace } from './objects.ts'

/** Makes the directories of local volumes on their nodes, as the README of a cluster asks a person to. */
export async function makeDirectories(kube: Kube, objects: readonly KubeObject[]): Promise<void> {
  const byNode = directoriesOf(objects)
  if (byNode.size === 0) return
  for (const pod of (await kube.pods(testNamespace, { 'app.kubernetes.io/name': 'disk' })).filter(isReady)) {
    const paths = byNode.get(pod.spec?.nodeName ?? '') ?? []
    if (paths.length === 0) continue
    const base = await kube.podUrl(testNamespace, nameOf(pod), fixturePort)
    await json(base, '/mkdir', { method: 'POST', body: JSON.stringify({ paths: paths.map((path) => `/host${path}`) }) })
  }
}

/** Directories of local volumes, by the node that has them. */
function directoriesOf(objects: readonly KubeObject[]): Map<string, string[]> {
  const byNode = new Map<string, string[]>()
  for (const volume of objects.filter((object): object is PersistentVolume => object.kind === 'PersistentVolume')) {
    const node = volume.spec?.nodeAffinity?.required?.nodeSelectorTerms[0]?.matchExpressions?.[0]?.values?.[0]
    const path = volume.spec?.local?.path
    if (node !== undefined && path !== undefined) byNode.set(node, [...(byNode.get(node) ?? []), path])
  }
  return byNode
}
