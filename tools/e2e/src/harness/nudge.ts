import type { ComponentName } from '@thanos-fleet/connections'
import { selectorLabels } from '@thanos-fleet/kubernetes'
import type { World } from '../world.ts'

/**
 * Lets kubelets look at the pods of a component at once: they bring changed ConfigMaps when they look, which is every one
 * to one and a half minutes otherwise. How long that takes is for the check `hot-reload` to measure.
 */
export async function nudge(world: World, components: readonly ComponentName[]): Promise<void> {
  for (const component of components) {
    const [[name, value] = ['', '']] = Object.entries(selectorLabels(component))
    await world.kubectl.ok([
      'annotate',
      'pods',
      '-n',
      world.namespace,
      '-l',
      `${name}=${value}`,
      '--overwrite',
      `e2e/looked-at=${Date.now()}`,
    ])
  }
}
