export { address, callees, serviceHost, srvAddress } from './addresses.ts'
export {
  type Component,
  type ComponentName,
  componentNames,
  componentOf,
  components,
  namespaceOf,
  podsOf,
  port,
  type PortName,
  portOf,
  portsOf,
  protocolOf,
} from '@thanos-fleet/catalog'
export { type Connection, connectionsOf, isComponent } from './connections.ts'
export type { Api, External, Party } from './parties.ts'
export { allowedFacts, type Facts, factsOf, factsWith, namespacesOf } from './facts.ts'
export { mermaid, title } from './diagram.ts'
export { defaultDeny, networkPolicy, type Place, type ClusterEnvironment } from './network-policies.ts'
