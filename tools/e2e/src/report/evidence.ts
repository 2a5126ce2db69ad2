import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isReady, nameOf, restartsOf } from '../cluster/kube.ts'
import { testNamespace } from '../servers/objects.ts'
import type { World } from '../world.ts'

/**
 * What a person needs to find out why something failed: events, the state of all pods, the last lines of the logs of
 * those that are not well, the objects that were applied, and what the check itself kept.
 */
export async function collect(world: World, folder: string, own: Readonly<Record<string, string>>): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const write = (name: string, text: string) => {
    writeFileSync(join(folder, name.replace(/[^-\w.]/g, '_')), text)
  }
  for (const [name, text] of Object.entries(own)) write(name, text)
  const kubectl = async (name: string, args: string[]) => {
    write(name, (await world.kubectl.run(args)).stdout)
  }
  await kubectl('events.txt', ['get', 'events', '-A', '--sort-by=.lastTimestamp'])
  await kubectl('pods.txt', ['get', 'pods', '-A', '-o', 'wide'])
  write('objects.json', JSON.stringify(world.state.objects, null, 1))
  for (const namespace of [world.namespace, testNamespace]) {
    for (const pod of await world.kube.pods(namespace)) {
      if (isReady(pod) && restartsOf(pod) === 0) continue
      await kubectl(`log-${namespace}-${nameOf(pod)}.txt`, [
        'logs',
        '-n',
        namespace,
        nameOf(pod),
        '--all-containers',
        '--tail=200',
      ])
      await kubectl(`describe-${namespace}-${nameOf(pod)}.txt`, ['describe', 'pod', '-n', namespace, nameOf(pod)])
    }
  }
}
