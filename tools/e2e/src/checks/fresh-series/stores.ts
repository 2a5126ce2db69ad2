import { z } from 'zod'
import { json } from '../../cluster/http.ts'
import type { World } from '../../world.ts'

const store = z.object({ name: z.string(), lastError: z.unknown(), minTime: z.number(), maxTime: z.number() })
const answer = z.object({ data: z.record(z.string(), z.array(store).nullable()) })

/** Kinds of servers that Query reads series from, as it names them itself. */
export type StoreKind = 'sidecar' | 'store' | 'receive' | 'rule'

/** What Query reads from: addresses `IP:PORT` by kind, without those that do not answer. */
export type Stores = Readonly<Record<StoreKind, readonly string[]>>

/** Asks Query, through Query Frontend. @throws Error when it does not answer */
export async function storesOf(world: World): Promise<Stores> {
  const { data } = answer.parse(await json(await world.url('thanos-query-frontend'), '/api/v1/stores'))
  const healthy = (kind: StoreKind) =>
    (data[kind] ?? []).filter(({ lastError }) => lastError === null).map(({ name }) => name)
  return { sidecar: healthy('sidecar'), store: healthy('store'), receive: healthy('receive'), rule: healthy('rule') }
}

/** Where the newest samples of a mode come from. */
export function freshKind({ mode }: World): 'sidecar' | 'receive' {
  return mode === 'receive-mode' ? 'receive' : 'sidecar'
}

/** The query parameter that lets Query read from these servers only. @throws Error without any, which would mean all */
export function onlyFrom(addresses: readonly string[]): Record<string, string> {
  if (addresses.length === 0) throw new Error('no server to read from')
  return {
    'storeMatch[]': `{__address__=~"${addresses.map((address) => address.replaceAll('.', String.raw`\\.`)).join('|')}"}`,
  }
}
