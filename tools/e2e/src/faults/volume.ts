import { expect } from '../failure.ts'
import { nameOf } from '../cluster/kube.ts'
import { diskOf, volumeOf } from '../harness/disks.ts'
import type { Fault } from '../harness/fault.ts'
import { gone, kill } from '../harness/pods.ts'

export const fault: Fault = {
  name: 'volume',
  title: 'The volume of an ingestor is deleted, with all that is on it',
  modes: ['receive-mode'],
  promise: {
    continues: 'Writing and queries: each series has two more copies.',
    pauses: 'The third copy of samples, from the loss until the ingestor is back with an empty volume.',
    lostSamples: 0,
    failedQueries: 0,
  },
  /** As docs/operations.md says, "Replacing a local volume". */
  async run(world) {
    const pod = (await world.kube.podsOf(world.namespace, 'thanos-receive-ingestor')).at(-1)
    if (pod === undefined) throw new Error('there is no ingestor')
    const volume = volumeOf(world, nameOf(pod))
    const begun = Date.now()
    await world.kubectl.ok(['-n', world.namespace, 'delete', 'pvc', volume.claim, '--wait=false'])
    await world.kubectl.ok(['delete', 'pv', volume.name, '--wait=false'])
    await kill(world, pod)
    await gone(world, pod)
    const disk = await diskOf(world, volume.node)
    await world.until('the directory is removed', { seconds: 30 }, async () => {
      await disk.remove(volume.path)
      return { done: undefined }
    })
    await disk.make(volume.path)
    await world.until('claim and volume are gone', { seconds: 60 }, async () => {
      const { items } = await world.kube.core.listPersistentVolume()
      return items.some(({ metadata }) => metadata?.name === volume.name)
        ? { missing: `${volume.name} is still there` }
        : { done: undefined }
    })
    const { code, stderr } = await world.apply()
    expect(code === 0, 'the volume could not be made again', { 'apply.txt': stderr })
    await world.until('the ingestor is Ready with the new volume', { seconds: 120 }, async () => {
      const now = await world.kube.core.readNamespacedPod({ namespace: world.namespace, name: nameOf(pod) })
      const ready =
        now.metadata?.uid !== pod.metadata?.uid &&
        (now.status?.conditions ?? []).some(({ type, status }) => type === 'Ready' && status === 'True')
      return ready ? { done: undefined } : { missing: now.status?.phase ?? '' }
    })
    return [
      {
        what: 'volume deleted',
        value: `${volume.name}; the ingestor was back after ${((Date.now() - begun) / 1000).toFixed(0)} s`,
      },
    ]
  },
}
