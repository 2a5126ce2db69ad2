import type { V1ContainerStatus, V1Pod } from '@kubernetes/client-node'
import { z } from 'zod'
import { json } from '../cluster/http.ts'
import { nameOf } from '../cluster/kube.ts'
import type { World } from '../world.ts'
import { handOn } from './hand.ts'
import { nodeOf } from './pods.ts'

/** Ends all processes of a container at once, from its node: the pod and its address stay, and its kubelet starts it again. */
export async function killContainer(world: World, pod: V1Pod): Promise<void> {
  await json(await handOn(world, nodeOf(pod)), '/kill', body(pod))
}

const squeezed = z.object({ limitBytes: z.number() })

/**
 * Lowers a container's memory limit to what it holds, so that the kernel ends it at its next allocation.
 * @returns the limit in bytes; null where the node has no control groups of memory
 */
export async function squeezeContainer(world: World, pod: V1Pod): Promise<number | null> {
  try {
    return squeezed.parse(await json(await handOn(world, nodeOf(pod)), '/squeeze', body(pod))).limitBytes
  } catch (error) {
    world.log(`    ${nameOf(pod)} could not be squeezed: ${error instanceof Error ? error.message : String(error)}`)
    return null
  }
}

function body(pod: V1Pod) {
  return { method: 'POST', body: JSON.stringify({ container: containerIdOf(pod) }) } as const
}

/** What the runtime calls the first container of a pod, without the runtime's name. @throws Error while it has none */
export function containerIdOf(pod: V1Pod): string {
  const id = firstOf(pod)?.containerID?.replace(/^.*:\/\//, '')
  if (id === undefined || id === '') throw new Error(`${nameOf(pod)} has no container`)
  return id
}

/** Why the first container of a pod ended last, such as `OOMKilled` or `Error`; '' when it never did. */
export function lastEndOf(pod: V1Pod): string {
  const status = firstOf(pod)
  return status?.state?.terminated?.reason ?? status?.lastState?.terminated?.reason ?? ''
}

function firstOf({ spec, status }: V1Pod): V1ContainerStatus | undefined {
  const name = spec?.containers[0]?.name
  return (status?.containerStatuses ?? []).find((one) => one.name === name)
}
