import { z } from 'zod'
import { json } from '../../cluster/http.ts'
import type { World } from '../../world.ts'

const reached = z.array(z.object({ address: z.string(), result: z.enum(['open', 'refused', 'timeout', 'error']) }))
export type Reached = z.infer<typeof reached>[number]

/** Connections tried at once: each that is dropped lasts as long as the time limit, so this is the rate per second. */
const atOnce = 5

/** What becomes of a TCP connection from the test's foreign pod to each address, `IP:port`. */
export async function reach(world: World, addresses: readonly string[]): Promise<Reached[]> {
  const base = await world.fixture('probe')
  const results: Reached[] = []
  for (let at = 0; at < addresses.length; at += atOnce) {
    const targets = addresses.slice(at, at + atOnce).map((address) => ({ address }))
    const answer = await json(base, '/tcp', {
      method: 'POST',
      body: JSON.stringify({ targets, timeoutMs: 1000 }),
      headers: { 'content-type': 'application/json' },
    })
    results.push(...reached.parse(answer))
  }
  return results
}
