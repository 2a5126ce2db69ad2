import type { ComponentName } from './ask.ts'

/** A page that an ingress can publish, by its name in `ingress.hosts`. */
export interface Page {
  component: ComponentName
  port: string
  /** Whether people log in at the page itself: a second login in front of it would break its own. */
  ownLogin: boolean
}

export const pages = {
  prometheus: page('prometheus', 'http'),
  query: page('thanos-query-frontend', 'http'),
  queryGrpc: page('thanos-query', 'grpc'),
  grafana: { ...page('grafana', 'http'), ownLogin: true },
  alertmanager: page('alertmanager', 'http'),
  bucketWeb: page('thanos-bucket-web', 'http'),
  rule: page('thanos-rule', 'http'),
} as const satisfies Record<string, Page>

export type PageName = keyof typeof pages

export const pageNames = Object.keys(pages).filter(isPageName)

export function isPageName(name: string): name is PageName {
  return Object.hasOwn(pages, name)
}

function page(component: ComponentName, port: string): Page {
  return { component, port, ownLogin: false }
}
