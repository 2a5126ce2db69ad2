export {
  componentNames,
  componentOf,
  type ComponentName,
  type ConditionalName,
  configurableNames,
  type ConfigurableName,
  isComponentName,
  isConditional,
  isPodName,
  namespaceOf,
  optionalNames,
  type OptionalName,
  type OptionalSection,
  podsOf,
  type PodName,
  port,
  type PortName,
  portOf,
  portsOf,
  protocolOf,
  sectionOf,
  type SectionName,
} from './ask.ts'
export type { Component, Port, Presence, Proof, Settings } from './component.ts'
export { components } from './components.ts'
export { type Job, jobs, kubernetesJobs } from './jobs.ts'
export { isMode, isProduction, type Mode, modeNames, modes, type ProductionMode, productionModes } from './modes.ts'
export {
  longestSuffix,
  namespaceKindNames,
  namespaceKinds,
  namespaceName,
  namespaceNames,
  type NamespaceKind,
} from './namespaces.ts'
export { isPageName, type Page, pageAt, pageNames, type PageName, pages } from './pages.ts'
