import type { KubeObject, PersistentVolume } from '@thanos-fleet/kubernetes'
import { json } from '../cluster/http.ts'
import type { World } from '../world.ts'
import { handOn } from './hand.ts'

/** A local volume of a replica. */
export interface LocalVolume {
  name: string
  claim: string
  node: string
  /** On the node. */
  path: string
}

/** The local volume of a pod of a StatefulSet. @throws Error where the cluster has none for it */
export function volumeOf(world: World, pod: string): LocalVolume {
  const found = localVolumes(world.state.objects).find(({ claim }) => claim === `data-${pod}`)
  if (found === undefined) throw new Error(`${pod} has no local volume`)
  return found
}

export function localVolumes(objects: readonly KubeObject[]): LocalVolume[] {
  return objects
    .filter((object): object is PersistentVolume => object.kind === 'PersistentVolume')
    .flatMap(({ metadata, spec }) => {
      const node = spec?.nodeAffinity?.required?.nodeSelectorTerms[0]?.matchExpressions?.[0]?.values?.[0]
      const [path, claim] = [spec?.local?.path, spec?.claimRef?.name]
      return node === undefined || path === undefined || claim === undefined
        ? []
        : [{ name: metadata.name, claim, node, path }]
    })
}

/** What the test's pod on a node can do with the disk there. */
export interface Disk {
  remove(path: string): Promise<void>
  /** A directory that any user may write to. */
  make(path: string): Promise<void>
  /** Who may use a directory. @param mode octal digits, as chmod takes them */
  chmod(path: string, mode: string): Promise<void>
  /** A small file system of its own over a directory. Pods that start later see it. */
  mount(path: string, bytes: number): Promise<void>
  unmount(path: string): Promise<void>
  /** Writes until nothing more fits. */
  fill(path: string): Promise<void>
  /** Takes away what `fill` wrote. */
  free(path: string): Promise<void>
}

/** @throws Error when the test has no pod on the node */
export async function diskOf(world: World, node: string): Promise<Disk> {
  const base = await handOn(world, node)
  const post = async (path: string, body: Record<string, unknown>) => {
    await json(base, path, { method: 'POST', body: JSON.stringify(body), timeout: 60 })
  }
  const host = (path: string) => `/host${path}`
  return {
    remove: (path) => post('/remove', { paths: [host(path)] }),
    make: (path) => post('/mkdir', { paths: [host(path)] }),
    chmod: (path, mode) => post('/chmod', { path: host(path), mode }),
    mount: (path, bytes) => post('/mount', { path: host(path), bytes }),
    unmount: (path) => post('/unmount', { path: host(path) }),
    fill: (path) => post('/fill', { path: host(path), leaveBytes: 0 }),
    free: (path) => post('/free', { path: host(path) }),
  }
}
