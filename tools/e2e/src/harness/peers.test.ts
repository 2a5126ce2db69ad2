import { expect, it } from 'vitest'
import type { Network } from '../checks/network/sockets.ts'
import { connectedTo } from './peers.ts'

const network = (address: string, remote: string, state = 'ESTABLISHED'): Network => ({
  node: false,
  addresses: [address],
  listening: [],
  connections: [{ local: `${address}:40000`, remote, state }],
})
const server = '10.244.3.7:10901'

it('finds the pods whose own socket is connected to the server', () => {
  const seen = [network('10.244.1.2', server), network('10.244.2.2', server)]
  expect(connectedTo(seen, ['10.244.1.2', '10.244.2.2'], server)).toEqual({
    found: ['10.244.1.2', '10.244.2.2'],
    missing: [],
  })
})

it.each([
  ['is still trying', network('10.244.1.2', server, 'SYN_SENT')],
  ['has ended its connection', network('10.244.1.2', server, 'TIME_WAIT')],
  ['is connected to another pod', network('10.244.1.2', '10.244.3.70:10901')],
  ['is connected to another port', network('10.244.1.2', '10.244.3.7:10902')],
  ['is another pod', network('10.244.1.3', server)],
])('misses a pod that %s', (_, seen) => {
  expect(connectedTo([seen], ['10.244.1.2'], server).missing).toEqual(['10.244.1.2'])
})
