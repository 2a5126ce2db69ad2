import type { ComponentName } from './ask.ts'

/** A page that an ingress can publish, by its name in `ingress.hosts`. */
export interface Page {
  /** Where it is: at the first of these components that a cluster has. */
  at: readonly Place[]
  /** Whether people log in at the page itself: a second login in front of it would break its own. */
  ownLogin: boolean
  /** Whether other programs read it, which present a certificate and can do no login. */
  byCertificate: boolean
  /** Whether the connection reaches the pods as it is: they have the certificate of the host, and ask for that of the client. */
  passthrough: boolean
}

interface Place {
  component: ComponentName
  port: string
}

export const pages = {
  prometheus: page(['prometheus', 'http']),
  query: page(['thanos-query-frontend', 'http'], ['thanos-query', 'http']),
  queryGrpc: { ...page(['thanos-query', 'grpc']), byCertificate: true },
  grafana: { ...page(['grafana', 'http']), ownLogin: true },
  alertmanager: page(['alertmanager', 'http']),
  bucketWeb: page(['thanos-bucket-web', 'http']),
  rule: page(['thanos-rule', 'http']),
  /** Where others write to: no page for people, but published and protected like one. */
  receive: page(['thanos-receive-router', 'remote-write']),
  /** Where other clusters write to, each as the tenant that its certificate names: TLS ends at the routers themselves. */
  remoteWrite: { ...page(['thanos-receive-edge', 'remote-write']), byCertificate: true, passthrough: true },
} as const satisfies Record<string, Page>

export type PageName = keyof typeof pages

export const pageNames = Object.keys(pages).filter(isPageName)

export function isPageName(name: string): name is PageName {
  return Object.hasOwn(pages, name)
}

/** Which page is at a port of a component, if any can be. */
export function pageAt(component: string, port: string): PageName | undefined {
  return pageNames.find((name) => pages[name].at.some((place) => place.component === component && place.port === port))
}

function page(...at: [component: ComponentName, port: string][]): Page {
  return {
    at: at.map(([component, port]) => ({ component, port })),
    ownLogin: false,
    byCertificate: false,
    passthrough: false,
  }
}
