import {
  AppsV1Api,
  AutoscalingV2Api,
  CoreV1Api,
  DiscoveryV1Api,
  KubeConfig,
  NetworkingV1Api,
  PolicyV1Api,
  type V1Pod,
} from '@kubernetes/client-node'
import type { ComponentName } from '@thanos-fleet/connections'
import { Forward } from '@thanos-fleet/kube-client'
import { selectorLabels } from '@thanos-fleet/kubernetes'

/** The cluster under test, through its API server. */
export class Kube {
  readonly config = new KubeConfig()
  readonly core: CoreV1Api
  readonly apps: AppsV1Api
  readonly autoscaling: AutoscalingV2Api
  readonly discovery: DiscoveryV1Api
  readonly networking: NetworkingV1Api
  readonly policy: PolicyV1Api
  readonly #forwards = new Map<string, Promise<Forward>>()

  constructor(kubeconfig: string) {
    this.config.loadFromFile(kubeconfig)
    this.core = this.config.makeApiClient(CoreV1Api)
    this.apps = this.config.makeApiClient(AppsV1Api)
    this.autoscaling = this.config.makeApiClient(AutoscalingV2Api)
    this.discovery = this.config.makeApiClient(DiscoveryV1Api)
    this.networking = this.config.makeApiClient(NetworkingV1Api)
    this.policy = this.config.makeApiClient(PolicyV1Api)
  }

  /** All pods of a namespace with these labels, in the order of their names. */
  async pods(namespace: string, labels: Readonly<Record<string, string>> = {}): Promise<V1Pod[]> {
    const labelSelector = Object.entries(labels)
      .map(([name, value]) => `${name}=${value}`)
      .join(',')
    const { items } = await this.core.listNamespacedPod({ namespace, labelSelector })
    return items.toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1))
  }

  /** The pods of a component of the stack. */
  podsOf(namespace: string, component: ComponentName): Promise<V1Pod[]> {
    return this.pods(namespace, selectorLabels(component))
  }

  /** The address of a local port that leads to any Ready pod with the labels. */
  async url(namespace: string, labels: Readonly<Record<string, string>>, port: number): Promise<string> {
    return (
      await this.#forward(`${namespace} ${JSON.stringify(labels)} ${port}`, async () => {
        const pods = (await this.pods(namespace, labels)).filter(isReady)
        const pod = pods[Math.floor(Math.random() * pods.length)]
        if (pod === undefined) throw new Error(`no pod is Ready with ${JSON.stringify(labels)}`)
        return { namespace, pod: nameOf(pod), port }
      })
    ).url
  }

  /** The address of a local port that leads to one pod, Ready or not. */
  async podUrl(namespace: string, pod: string, port: number): Promise<string> {
    return (await this.#forward(`${namespace}/${pod} ${port}`, () => Promise.resolve({ namespace, pod, port }))).url
  }

  close(): void {
    for (const forward of this.#forwards.values())
      void forward.then((open) => {
        open.close()
      })
    this.#forwards.clear()
  }

  #forward(key: string, choose: () => Promise<{ namespace: string; pod: string; port: number }>): Promise<Forward> {
    const known = this.#forwards.get(key) ?? Forward.open(this.config, choose)
    this.#forwards.set(key, known)
    return known
  }
}

export function nameOf(object: { metadata?: { name?: string } }): string {
  return object.metadata?.name ?? ''
}

/** Whether a pod serves: Ready, and not on its way out. */
export function isReady({ metadata, status }: V1Pod): boolean {
  return (
    metadata?.deletionTimestamp === undefined &&
    (status?.conditions ?? []).some(({ type, status: value }) => type === 'Ready' && value === 'True')
  )
}

/** How often the containers of a pod were restarted. */
export function restartsOf({ status }: V1Pod): number {
  return (status?.containerStatuses ?? []).reduce((sum, { restartCount }) => sum + restartCount, 0)
}
