// Generated from the CustomResourceDefinitions of sigs.k8s.io/gateway-api.
// Write it again with: npm run generate -w @thanos-fleet/codegen

import type { Metadata } from '../authored.ts'

export type BackendTLSPolicy = {
  apiVersion: 'gateway.networking.k8s.io/v1'
  kind: 'BackendTLSPolicy'
  metadata: Metadata
  spec: BackendTLSPolicySpec
}
export type GRPCRoute = {
  apiVersion: 'gateway.networking.k8s.io/v1'
  kind: 'GRPCRoute'
  metadata: Metadata
  spec: GRPCRouteSpec
}
export type Gateway = {
  apiVersion: 'gateway.networking.k8s.io/v1'
  kind: 'Gateway'
  metadata: Metadata
  spec: GatewaySpec
}
export type HTTPRoute = {
  apiVersion: 'gateway.networking.k8s.io/v1'
  kind: 'HTTPRoute'
  metadata: Metadata
  spec: HTTPRouteSpec
}
export type TLSRoute = {
  apiVersion: 'gateway.networking.k8s.io/v1'
  kind: 'TLSRoute'
  metadata: Metadata
  spec: TLSRouteSpec
}
type CaCertificateRefs = {
  group: string
  kind: string
  name: string
}
export type BackendTLSPolicySpec = {
  options?: Record<string, string> | undefined
  targetRefs: {
    group: string
    kind: string
    name: string
    sectionName?: string | undefined
  }[]
  validation: {
    caCertificateRefs?: CaCertificateRefs[] | undefined
    hostname: string
    subjectAltNames?: {
      hostname?: string | undefined
      type: 'Hostname' | 'URI'
      uri?: string | undefined
    }[] | undefined
    wellKnownCACertificates?: string | undefined
  }
}
type ParentRefs = {
  group?: string | undefined
  kind?: string | undefined
  name: string
  namespace?: string | undefined
  port?: number | undefined
  sectionName?: string | undefined
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
type Filters = {
  extensionRef?: CaCertificateRefs | undefined
  requestHeaderModifier?: RequestHeaderModifier | undefined
  requestMirror?: RequestMirror | undefined
  responseHeaderModifier?: RequestHeaderModifier | undefined
  type: 'ResponseHeaderModifier' | 'RequestHeaderModifier' | 'RequestMirror' | 'ExtensionRef'
}
type Headers = {
  name: string
  type?: 'Exact' | 'RegularExpression' | undefined
  value: string
}
export type GRPCRouteSpec = {
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
      method?: {
        method?: string | undefined
        service?: string | undefined
        type?: 'Exact' | 'RegularExpression' | undefined
      } | undefined
    }[] | undefined
    name?: string | undefined
  }[] | undefined
}
type Selector = {
  matchExpressions?: {
    key: string
    operator: string
    values?: string[] | undefined
  }[] | undefined
  matchLabels?: Record<string, string> | undefined
}
type CertificateRefs = {
  group?: string | undefined
  kind?: string | undefined
  name: string
  namespace?: string | undefined
}
export type GatewaySpec = {
  addresses?: {
    type?: string | undefined
    value?: string | undefined
  }[] | undefined
  allowedListeners?: {
    namespaces?: {
      from?: 'All' | 'Selector' | 'Same' | 'None' | undefined
      selector?: Selector | undefined
    } | undefined
  } | undefined
  gatewayClassName: string
  infrastructure?: {
    annotations?: Record<string, string> | undefined
    labels?: Record<string, string> | undefined
    parametersRef?: CaCertificateRefs | undefined
  } | undefined
  listeners: {
    allowedRoutes?: {
      kinds?: {
        group?: string | undefined
        kind: string
      }[] | undefined
      namespaces?: {
        from?: 'All' | 'Selector' | 'Same' | undefined
        selector?: Selector | undefined
      } | undefined
    } | undefined
    hostname?: string | undefined
    name: string
    port: number
    protocol: string
    tls?: {
      certificateRefs?: CertificateRefs[] | undefined
      mode?: 'Terminate' | 'Passthrough' | undefined
      options?: Record<string, string> | undefined
    } | undefined
  }[]
  tls?: {
    backend?: {
      clientCertificateRef?: CertificateRefs | undefined
    } | undefined
    frontend?: {
      default: {
        validation?: {
          caCertificateRefs: {
            group: string
            kind: string
            name: string
            namespace?: string | undefined
          }[]
          mode?: 'AllowValidOnly' | 'AllowInsecureFallback' | undefined
        } | undefined
      }
      perPort?: {
        port: number
        tls: {
          validation?: {
            caCertificateRefs: {
              group: string
              kind: string
              name: string
              namespace?: string | undefined
            }[]
            mode?: 'AllowValidOnly' | 'AllowInsecureFallback' | undefined
          } | undefined
        }
      }[] | undefined
    } | undefined
  } | undefined
}
type Path = {
  replaceFullPath?: string | undefined
  replacePrefixMatch?: string | undefined
  type: 'ReplaceFullPath' | 'ReplacePrefixMatch'
}
type Filters2 = {
  cors?: {
    allowCredentials?: boolean | undefined
    allowHeaders?: string[] | undefined
    allowMethods?: ('GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE' | 'CONNECT' | 'OPTIONS' | 'TRACE' | 'PATCH' | '*')[] | undefined
    allowOrigins?: string[] | undefined
    exposeHeaders?: string[] | undefined
    maxAge?: number | undefined
  } | undefined
  extensionRef?: CaCertificateRefs | undefined
  requestHeaderModifier?: RequestHeaderModifier | undefined
  requestMirror?: RequestMirror | undefined
  requestRedirect?: {
    hostname?: string | undefined
    path?: Path | undefined
    port?: number | undefined
    scheme?: 'http' | 'https' | undefined
    statusCode?: 301 | 302 | 303 | 307 | 308 | undefined
  } | undefined
  responseHeaderModifier?: RequestHeaderModifier | undefined
  type: 'RequestHeaderModifier' | 'ResponseHeaderModifier' | 'RequestMirror' | 'RequestRedirect' | 'URLRewrite' | 'ExtensionRef' | 'CORS'
  urlRewrite?: {
    hostname?: string | undefined
    path?: Path | undefined
  } | undefined
}
export type HTTPRouteSpec = {
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
export type TLSRouteSpec = {
  hostnames: string[]
  parentRefs?: ParentRefs[] | undefined
  rules: {
    backendRefs: {
      group?: string | undefined
      kind?: string | undefined
      name: string
      namespace?: string | undefined
      port?: number | undefined
      weight?: number | undefined
    }[]
    name?: string | undefined
  }[]
}
