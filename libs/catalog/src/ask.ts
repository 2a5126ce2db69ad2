import type { Component, Port } from './component.ts'
import { components } from './components.ts'
import { namespaceName } from './namespaces.ts'

export type ComponentName = keyof typeof components

type Row<Name extends ComponentName> = (typeof components)[Name]

/** The components of whose row this is true. */
type NamesWhere<Wanted extends object> = {
  [Name in ComponentName]: Row<Name> extends Wanted ? Name : never
}[ComponentName]

/** Components that have a section of cluster.yaml. */
export type ConfigurableName = NamesWhere<{ settings: object }>

/** Components that their section of cluster.yaml switches off. */
export type OptionalName = NamesWhere<{ presence: { by: 'section' } }>

/** Components that a cluster has under a condition of libs/connections. */
export type ConditionalName = NamesWhere<{ presence: { by: 'condition' } }>

/** Components with pods of their own. */
export type PodName = NamesWhere<{ inPodsOf: readonly [] }>

/** The sections of cluster.yaml that set a component. */
export type SectionName = Row<ConfigurableName>['settings']['section']

/** The sections that can be `false`. */
export type OptionalSection = Row<OptionalName>['settings']['section']

/** The names of the ports of a component. */
export type PortName<Name extends ComponentName> = keyof Row<Name>['ports'] & string

export const componentNames = Object.keys(components).filter(isComponentName)

/** Components with a section of cluster.yaml, and those that it can switch off. */
export const configurableNames = componentNames.filter(isConfigurable)
export const optionalNames = configurableNames.filter(isOptional)

export function isComponentName(name: string): name is ComponentName {
  return Object.hasOwn(components, name)
}

/** The row of a component, with what only some of the rows have. */
export function componentOf(name: ComponentName): Component {
  return components[name]
}

/** The section of cluster.yaml that sets a component. */
export function sectionOf<Name extends ConfigurableName>(name: Name): Row<Name>['settings']['section'] {
  return components[name].settings.section
}

/** The number of a port of a component; a name that the component does not have does not compile. */
export function port<Name extends ComponentName>(component: Name, name: PortName<Name>): number {
  return portOf(component, name)
}

/** The number of a port whose name is only known at run time. @throws RangeError when there is no such port. */
export function portOf(component: ComponentName, name: string): number {
  const found = stated(component, name)
  return typeof found === 'number' ? found : found.udp
}

/** The protocol of a port of a component. @throws RangeError when there is no such port. */
export function protocolOf(component: ComponentName, name: string): 'TCP' | 'UDP' {
  return typeof stated(component, name) === 'number' ? 'TCP' : 'UDP'
}

/** The names of the ports of a component. */
export function portsOf(component: ComponentName): string[] {
  return Object.keys(components[component].ports)
}

/** The components in whose pods a component runs: itself, if it has pods of its own. */
export function podsOf(component: ComponentName): ComponentName[] {
  const { inPodsOf } = componentOf(component)
  return inPodsOf.length === 0 ? [component] : inPodsOf.filter(isComponentName)
}

/** The namespace of a component's pods. @param namespace what cluster.yaml calls that of the stack */
export function namespaceOf(component: ComponentName, namespace: string): string {
  return namespaceName(componentOf(component).namespace, namespace)
}

function stated(component: ComponentName, name: string): Port {
  const found = componentOf(component).ports[name]
  if (found === undefined) throw new RangeError(`${component} has no port ${name}`)
  return found
}

/** Whether a component has pods of its own. */
export function isPodName(name: string): name is PodName {
  return isComponentName(name) && componentOf(name).inPodsOf.length === 0
}

function isConfigurable(name: ComponentName): name is ConfigurableName {
  return componentOf(name).settings !== null
}

/** Whether a condition of libs/connections decides about a component. */
export function isConditional(name: ComponentName): name is ConditionalName {
  return componentOf(name).presence.by === 'condition'
}

function isOptional(name: ComponentName): name is OptionalName {
  return componentOf(name).presence.by === 'section'
}
