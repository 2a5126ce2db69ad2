import { expect, it } from 'vitest'
import { waiting } from './kubelets.ts'

it('approves serving certificates that nodes ask for, and nothing that others ask for or that is decided', () => {
  const request = (name: string, signer: string, username: string, conditions?: unknown[]) => ({
    metadata: { name },
    spec: { signerName: `kubernetes.io/${signer}`, username },
    status: conditions === undefined ? {} : { conditions },
  })
  expect(
    waiting({
      items: [
        request('asked', 'kubelet-serving', 'system:node:a'),
        request('decided', 'kubelet-serving', 'system:node:a', [{ type: 'Approved' }]),
        request('of-a-person', 'kubelet-serving', 'jane'),
        request('of-a-client', 'kube-apiserver-client', 'system:node:a'),
      ],
    }),
  ).toEqual(['asked'])
})
