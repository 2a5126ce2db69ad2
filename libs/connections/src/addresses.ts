import { components, type ComponentName, portOf } from '@thanos-fleet/catalog'
import { connectionsOf, isComponent } from './connections.ts'
import type { Facts } from './facts.ts'
import type { Api } from './parties.ts'

/** The DNS name of a component's Service. It has no cluster domain: every resolver's search list completes it. */
export function serviceHost(component: ComponentName, namespace: string): string {
  return `${components[component].service}.${namespace}.svc`
}

/**
 * How `from` reaches `to` as one address, `host:port`.
 * @throws RangeError when the table of connections has no such connection: an address that nothing allows is a mistake.
 */
export function address(facts: Facts, from: ComponentName, to: ComponentName, api: Api, namespace: string): string {
  const name = stated(facts, from, to, api)
  return `${serviceHost(to, namespace)}:${portOf(to, name)}`
}

/**
 * How `from` finds every pod of `to` by DNS SRV, in the notation of Thanos: `dnssrv+_grpc._tcp.thanos-store.thanos.svc`.
 * The Service must be headless, and its port have the name that the record asks for; both follow from the table.
 * Source: https://thanos.io/tip/thanos/service-discovery.md/
 */
export function srvAddress(facts: Facts, from: ComponentName, to: ComponentName, api: Api, namespace: string): string {
  return `dnssrv+_${stated(facts, from, to, api)}._tcp.${serviceHost(to, namespace)}`
}

/** The components of which `from` calls this API, in the order of the table. */
export function callees(facts: Facts, from: ComponentName, api: Api): ComponentName[] {
  return connectionsOf(facts)
    .filter((row) => row.from === from && row.api === api)
    .map((row) => row.to)
    .filter(isComponent)
}

function stated(facts: Facts, from: ComponentName, to: ComponentName, api: Api): string {
  const row = connectionsOf(facts).find((row) => row.from === from && row.to === to && row.api === api)
  if (row === undefined) throw new RangeError(`no connection is stated by which ${from} calls the ${api} of ${to}`)
  return row.port
}
