import { components, portOf } from '@thanos-fleet/connections'
import { z } from 'zod'
import { json } from '../cluster/http.ts'
import { admission } from '../servers/admission.ts'
import { apply } from '../servers/install.ts'
import type { World } from '../world.ts'

/** Series of value 1 that the test writes by itself. */
export interface Written {
  name: string
  tenant: string
  series: number
  /** Of samples, in Unix milliseconds, ascending. */
  times: readonly number[]
}

const result = z.object({ status: z.number(), text: z.string() })

/** The address at which routers take what is written. */
export function writeUrl({ namespace }: World): string {
  const { service } = components['thanos-receive-router']
  return `http://${service}.${namespace}.svc:${portOf('thanos-receive-router', 'remote-write')}/api/v1/receive`
}

/** Lets the test's writer in while something runs, by a policy of the test's own. @param name of the policy */
export async function admitted<Value>(world: World, name: string, work: () => Promise<Value>): Promise<Value> {
  const { namespace } = world
  const to = { component: 'thanos-receive-router', port: 'remote-write' } as const
  await apply(world.kubectl, [admission({ name, namespace, server: 'flood', ...to })])
  try {
    return await work()
  } finally {
    await world.kubectl.ok(['delete', 'networkpolicy', name, '-n', namespace, '--ignore-not-found'])
  }
}

/** One request by remote write. @returns what the routers answered; status 0: nothing */
export async function remoteWrite(world: World, { tenant, ...written }: Written): Promise<z.infer<typeof result>> {
  const body = JSON.stringify({ url: writeUrl(world), headers: { 'THANOS-TENANT': tenant }, ...written })
  return result.parse(await json(await world.fixture('flood'), '/write', { method: 'POST', body, timeout: 45 }))
}
