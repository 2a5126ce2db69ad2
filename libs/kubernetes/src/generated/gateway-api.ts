// Generated from the CustomResourceDefinitions of sigs.k8s.io/gateway-api.
// Write it again with: npm run generate -w @thanos-fleet/codegen

import type { Metadata } from '../authored.ts'

export type HTTPRoute = {
  apiVersion: 'gateway.networking.k8s.io/v1'
  kind: 'HTTPRoute'
  metadata: Metadata
  spec: HTTPRouteSpec
}
export type GRPCRoute = {
  apiVersion: 'gateway.networking.k8s.io/v1'
  kind: 'GRPCRoute'
  metadata: Metadata
  spec: GRPCRouteSpec
}
type ParentRefs = {
  group?: string | undefined
  kind?: string | undefined
  name: string
  namespace?: string | undefined
  port?: number | undefined
  sectionName?: string | undefined
}
type ExtensionRef = {
  group: string
  kind: string
  name: string
}
type Add = {
  name: string
  value: string
}
type RequestHeaderModifier = {
  add?: Add[] | undefined
  remove?: string[] | undefined
  set?: Add[] | undefined
}
type RequestMirror = {
  backendRef: {
    group?: string | undefined
    kind?: string | undefined
    name: string
    namespace?: string | undefined
    port?: number | undefined
  }
  fraction?: {
    denominator?: number | undefined
    numerator: number
  } | undefined
  percent?: number | undefined
}
type Path = {
  replaceFullPath?: string | undefined
  replacePrefixMatch?: string | undefined
  type: 'ReplaceFullPath' | 'ReplacePrefixMatch'
}
type Filters = {
  extensionRef?: ExtensionRef | undefined
  requestHeaderModifier?: RequestHeaderModifier | undefined
  requestMirror?: RequestMirror | undefined
  requestRedirect?: {
    hostname?: string | undefined
    path?: Path | undefined
    port?: number | undefined
    scheme?: 'http' | 'https' | undefined
    statusCode?: 301 | 302 | undefined
  } | undefined
  responseHeaderModifier?: RequestHeaderModifier | undefined
  type: 'RequestHeaderModifier' | 'ResponseHeaderModifier' | 'RequestMirror' | 'RequestRedirect' | 'URLRewrite' | 'ExtensionRef'
  urlRewrite?: {
    hostname?: string | undefined
    path?: Path | undefined
  } | undefined
}
type Headers = {
  name: string
  type?: 'Exact' | 'RegularExpression' | undefined
  value: string
}
export type HTTPRouteSpec = {
  hostnames?: string[] | undefined
  parentRefs?: ParentRefs[] | undefined
  rules?: {
    backendRefs?: {
      filters?: Filters[] | undefined
      group?: string | undefined
      kind?: string | undefined
      name: string
      namespace?: string | undefined
      port?: number | undefined
      weight?: number | undefined
    }[] | undefined
    filters?: Filters[] | undefined
    matches?: {
      headers?: Headers[] | undefined
      method?: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE' | 'CONNECT' | 'OPTIONS' | 'TRACE' | 'PATCH' | undefined
      path?: {
        type?: 'Exact' | 'PathPrefix' | 'RegularExpression' | undefined
        value?: string | undefined
      } | undefined
      queryParams?: Headers[] | undefined
    }[] | undefined
    name?: string | undefined
    timeouts?: {
      backendRequest?: string | undefined
      request?: string | undefined
    } | undefined
  }[] | undefined
}
type Filters2 = {
  extensionRef?: ExtensionRef | undefined
  requestHeaderModifier?: RequestHeaderModifier | undefined
  requestMirror?: RequestMirror | undefined
  responseHeaderModifier?: RequestHeaderModifier | undefined
  type: 'ResponseHeaderModifier' | 'RequestHeaderModifier' | 'RequestMirror' | 'ExtensionRef'
}
export type GRPCRouteSpec = {
  hostnames?: string[] | undefined
  parentRefs?: ParentRefs[] | undefined
  rules?: {
    backendRefs?: {
      filters?: Filters2[] | undefined
      group?: string | undefined
      kind?: string | undefined
      name: string
      namespace?: string | undefined
      port?: number | undefined
      weight?: number | undefined
    }[] | undefined
    filters?: Filters2[] | undefined
    matches?: {
      headers?: Headers[] | undefined
      method?: {
        method?: string | undefined
        service?: string | undefined
        type?: 'Exact' | 'RegularExpression' | undefined
      } | undefined
    }[] | undefined
    name?: string | undefined
  }[] | undefined
}
