import type { V1ContainerState, V1Pod } from '@kubernetes/client-node'
import { expect, it } from 'vitest'
import { containerIdOf, lastEndOf } from './containers.ts'

const pod = (containerID?: string, state: V1ContainerState = {}, lastState: V1ContainerState = {}): V1Pod => ({
  metadata: { name: 'thanos-receive-ingestor-2' },
  spec: { containers: [{ name: 'thanos-receive' }, { name: 'beside' }] },
  status: {
    containerStatuses: [
      { name: 'beside', containerID: 'containerd://ffff', image: '', imageID: '', ready: true, restartCount: 0 },
      {
        name: 'thanos-receive',
        ...(containerID === undefined ? {} : { containerID }),
        image: '',
        imageID: '',
        ready: false,
        restartCount: 3,
        state,
        lastState,
      },
    ],
  },
})

it("knows the first container's ID whatever the runtime", () => {
  expect(containerIdOf(pod('containerd://4f0c'))).toBe('4f0c')
  expect(containerIdOf(pod('cri-o://4f0c'))).toBe('4f0c')
})

it('does not take another container, or none, for it', () => {
  expect(() => containerIdOf(pod())).toThrow(/has no container/)
  expect(() => containerIdOf(pod(''))).toThrow(/has no container/)
})

it('says why the container ended last, now or before it was started again', () => {
  const ended = (reason: string) => ({ terminated: { exitCode: 137, reason } })
  expect(lastEndOf(pod('containerd://1', ended('OOMKilled'), ended('Error')))).toBe('OOMKilled')
  expect(lastEndOf(pod('containerd://1', { running: {} }, ended('Error')))).toBe('Error')
  expect(lastEndOf(pod('containerd://1', { running: {} }))).toBe('')
})
