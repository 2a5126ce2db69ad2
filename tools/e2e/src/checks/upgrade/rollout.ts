import { type Versions, versionOf } from '@thanos-fleet/images'
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
  const { tag } = versionOf('thanos', 'next', versions)
  const before = world.state.objects
  world.workspace.versions(versions)
  const next = world.workspace.change({ channel: 'next' })
  const components = upgraded(before, next.state.objects)
  for (const component of components) {
    world.log(`    upgrading ${component}`)
    await applyComponent(world, next, component)
    if (component === 'thanos-receive-ingestor') await ingestorsRun(world, tag)
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

/**
 * Waits until every ingestor runs a tag, and lets the controller of StatefulSets look at once: a zone that had to wait is tried
 * again after as long as it has waited already, minutes that are no part of what is shown.
 */
export async function ingestorsRun(world: World, tag: string): Promise<void> {
  const ingestors = ['-l', 'app.kubernetes.io/name=thanos-receive-ingestor', '-n', world.namespace]
  await world.until(`all ingestors run ${tag}`, { seconds: 2 * patience, every: 10 }, async () => {
    await world.kubectl.ok(['annotate', 'statefulsets', ...ingestors, '--overwrite', `e2e/looked-at=${Date.now()}`])
    const pods = await world.kube.podsOf(world.namespace, 'thanos-receive-ingestor')
    const others = pods.filter(
      (pod) => !(pod.spec?.containers ?? []).some(({ image = '' }) => image.endsWith(`:${tag}`)),
    )
    return others.length === 0 ? { done: undefined } : { missing: `${pods.length - others.length} of ${pods.length}` }
  })
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
  await world.synchronise(world.workspace.change({ channel: 'stable' }))
  if (world.spec.mode === 'receive-mode') await ingestorsRun(world, versionOf('thanos', 'stable').tag)
  await world.ready(patience)
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
