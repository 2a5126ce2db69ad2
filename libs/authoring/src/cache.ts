import type { Cache } from '@thanos-fleet/cluster-spec'
import type { ComponentName } from '@thanos-fleet/connections'
import { amount, type Json, type Quantity } from '@thanos-fleet/kubernetes'
import { callEach, type Context } from './context.ts'

/**
 * The configuration of a cache of Thanos: in the process, or in the memcached of the cluster.
 * @param maxItemSize the largest item that is cached; memcached's own bound is 1 MiB unless raised
 * Source: https://thanos.io/tip/components/store.md/#index-cache
 */
export function cacheConfiguration(
  context: Context,
  from: ComponentName,
  cache: Cache,
  maxItemSize: Quantity = '1Mi',
): Json {
  if (cache.type === 'in-memory') {
    // Thanos does not start with an item that is larger than the cache. Source: inmemory.go of pkg/store/cache
    const item = amount(maxItemSize) < amount(cache.maxSize) ? maxItemSize : cache.maxSize
    return {
      type: 'IN-MEMORY',
      config: { max_size: thanosBytes(cache.maxSize), max_item_size: thanosBytes(item) },
    }
  }
  return {
    type: 'MEMCACHED',
    config: {
      // The names, not the addresses: keys stay with their server when its pod gets a new address.
      addresses: [callEach(context, from, 'memcached', 'cache').replace('dnssrv+', 'dnssrvnoa+')],
      timeout: '500ms',
      max_idle_connections: 100,
      max_async_concurrency: 50,
      max_async_buffer_size: 100_000,
      max_get_multi_concurrency: 100,
      max_get_multi_batch_size: 1000,
      max_item_size: thanosBytes(maxItemSize),
      dns_provider_update_interval: '10s',
    },
  }
}

/**
 * A quantity in the notation of Thanos, where `1MiB` is what Kubernetes writes `1Mi`. Its `MB` is 1024 times 1024 too, so
 * that decimal units become bytes, which need their `B`.
 */
export function thanosBytes(quantity: Quantity): string {
  return /[KMGT]i$/.test(quantity) ? `${quantity}B` : `${Math.floor(amount(quantity))}B`
}
