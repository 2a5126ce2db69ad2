import type { KubeConfig } from '@kubernetes/client-node'
import { Forward, type PodPort } from '@thanos-fleet/kube-client'

/** Calls a function with the address of a local port whose connections end in a pod. */
export async function forwarded<Result>(
  config: KubeConfig,
  to: PodPort,
  use: (url: string) => Promise<Result>,
): Promise<Result> {
  const forward = await Forward.open(config, () => Promise.resolve(to))
  try {
    return await use(forward.url)
  } catch (error) {
    const { refusal } = forward
    throw refusal === undefined ? error : new Error(`the way to ${to.pod}:${to.port} is refused: ${refusal}`)
  } finally {
    forward.close()
  }
}
