import { z } from 'zod'
import { json } from '../../cluster/http.ts'
import { isReady, type Kube, nameOf } from '../../cluster/kube.ts'
import { fixturePort } from '../../servers/fixtures.ts'
import { testNamespace } from '../../servers/objects.ts'

/** `address:port`; an IPv6 address is in brackets. */
const addressPort = z.string().regex(/^(\[[^\]]*\]|[^:]+):\d+$/)

const network = z.object({
  node: z.boolean(),
  addresses: z.array(z.string()),
  listening: z.array(addressPort),
  connections: z.array(z.object({ local: addressPort, remote: addressPort, state: z.string() })),
})

/** One network namespace, of a pod or of a node, and its TCP sockets; see fixture/connections.go. */
export type Network = z.infer<typeof network>

/** The TCP sockets of all pods and nodes now, through the privileged pod of the test on each node. */
export async function networks(kube: Kube): Promise<Network[]> {
  const watchers = (await kube.pods(testNamespace, { 'app.kubernetes.io/name': 'disk' })).filter(isReady)
  const all = await Promise.all(
    watchers.map(async (pod) => {
      const base = await kube.podUrl(testNamespace, nameOf(pod), fixturePort)
      return z.array(network).parse(await json(base, '/connections'))
    }),
  )
  return all.flat()
}

export function splitAddress(text: string): { address: string; port: number } {
  const colon = text.lastIndexOf(':')
  return { address: text.slice(0, colon).replace(/^\[|\]$/g, ''), port: Number(text.slice(colon + 1)) }
}
