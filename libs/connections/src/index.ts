export { address, callees, serviceHost, srvAddress } from './addresses.ts'
export { type ComponentName, componentNames, components, type Part, port, type PortName, portOf } from './components.ts'
export {
  type Api, type Connection, connectionsOf, type External, type Facts, type Feature, isComponent, type Party, podsOf,
} from './connections.ts'
export { mermaid, title } from './diagram.ts'
export { defaultDeny, networkPolicy, type Place, type Surroundings } from './network-policies.ts'
