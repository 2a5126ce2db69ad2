import type { Versions } from '@thanos-fleet/images'
import { expect } from '../../failure.ts'
import { nameOf } from '../../cluster/kube.ts'
import type { World } from '../../world.ts'
import { upgraded } from './workloads.ts'

/** Seconds for one workload: an ingestor flushes its head, and must be Ready for a while before the next goes. */
const patience = 600

/**
 * Gives the cluster `channel: next` and applies it component by component, each when the one before is Ready, as
 * docs/operations.md advises; at the end as a whole, which must find nothing left to roll out.
 * @returns the components, in that order
 */
export async function rollOut(world: World, versions: Versions): Promise<string[]> {
  const before = world.state.objects
  world.workspace.versions(versions)
  const next = world.workspace.change({ channel: 'next' })
  const components = upgraded(before, next.state.objects)
  for (const component of components) {
    world.log(`    upgrading ${component}`)
    await applyComponent(world, next, component)
    await world.ready(patience)
    await noneLeaving(world)
  }
  const generations = await generationsOf(world)
  await world.synchronise(next)
  expect(
    (await generationsOf(world)) === generations,
    'the upgrade as a whole changed workloads that were upgraded one by one',
  )
  return components
}

/** Applies the objects of one component of what was generated, and of no other. */
export async function applyComponent(world: World, { folder }: { folder: string }, component: string): Promise<void> {
  const { code, stderr } = await world.kubectl.run([
    ...['apply', '--server-side', '--field-manager=e2e', '--force-conflicts'],
    ...['-k', folder, '-l', `app.kubernetes.io/name=${component}`],
  ])
  expect(code === 0 && stderr === '', `kubectl apply of ${component} said: ${stderr.slice(0, 1000)}`)
}

/** Takes the new version back, of all workloads at once. Whoever comes next waits until that is done. */
export async function rollBack(world: World): Promise<void> {
  world.workspace.versions(undefined)
  await world.change({ channel: 'stable' })
}

/** Pods of the namespace that run an image, and those that run another of the same name. */
export async function podsByImage(world: World, reference: string): Promise<{ running: number; others: string[] }> {
  const [name = ''] = reference.split(/:(?!.*\/)/)
  const containers = (await world.kube.pods(world.namespace))
    .flatMap((pod) => pod.spec?.containers ?? [])
    .map(({ image = '' }) => image)
  const own = containers.filter((image) => image.startsWith(`${name}:`))
  return {
    running: own.filter((image) => image === reference).length,
    others: own.filter((image) => image !== reference),
  }
}

/** Pods that leave serve on for a while; only when the last is gone is it over for whoever reads. */
async function noneLeaving(world: World): Promise<void> {
  await world.until('pods of the version before are gone', { seconds: patience }, async () => {
    const left = (await world.kube.pods(world.namespace))
      .filter(({ metadata }) => metadata?.deletionTimestamp !== undefined)
      .map(nameOf)
    return left.length === 0 ? { done: undefined } : { missing: left.join(', ') }
  })
}

async function generationsOf({ kube, namespace }: World): Promise<string> {
  const [deployments, statefulSets] = await Promise.all([
    kube.apps.listNamespacedDeployment({ namespace }),
    kube.apps.listNamespacedStatefulSet({ namespace }),
  ])
  return JSON.stringify(
    [...deployments.items, ...statefulSets.items].map(({ metadata }) => [metadata?.name, metadata?.generation]),
  )
}
