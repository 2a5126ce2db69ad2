// Generated from the CustomResourceDefinitions of github.com/traefik/traefik/v3.
// Write it again with: npm run generate -w @thanos-fleet/codegen

import type { Metadata } from '../authored.ts'
import type { Json } from '../objects.ts'

export type IngressRoute = {
  apiVersion: 'traefik.io/v1alpha1'
  kind: 'IngressRoute'
  metadata: Metadata
  spec: IngressRouteSpec
}
export type IngressRouteTCP = {
  apiVersion: 'traefik.io/v1alpha1'
  kind: 'IngressRouteTCP'
  metadata: Metadata
  spec: IngressRouteTCPSpec
}
export type Middleware = {
  apiVersion: 'traefik.io/v1alpha1'
  kind: 'Middleware'
  metadata: Metadata
  spec: MiddlewareSpec
}
export type ServersTransport = {
  apiVersion: 'traefik.io/v1alpha1'
  kind: 'ServersTransport'
  metadata: Metadata
  spec: ServersTransportSpec
}
export type TLSOption = {
  apiVersion: 'traefik.io/v1alpha1'
  kind: 'TLSOption'
  metadata: Metadata
  spec: TLSOptionSpec
}
type ParentRefs = {
  name: string
  namespace?: string | undefined
}
type Services = {
  healthCheck?: {
    followRedirects?: boolean | undefined
    headers?: Record<string, string> | undefined
    hostname?: string | undefined
    interval?: number | string | undefined
    method?: string | undefined
    mode?: string | undefined
    path?: string | undefined
    port?: number | undefined
    scheme?: string | undefined
    status?: number | undefined
    timeout?: number | string | undefined
    unhealthyInterval?: number | string | undefined
  } | undefined
  kind?: 'Service' | 'TraefikService' | undefined
  middlewares?: ParentRefs[] | undefined
  name: string
  namespace?: string | undefined
  nativeLB?: boolean | undefined
  nodePortLB?: boolean | undefined
  passHostHeader?: boolean | undefined
  passiveHealthCheck?: {
    failureWindow?: number | string | undefined
    maxFailedAttempts?: number | undefined
  } | undefined
  port?: number | string | undefined
  responseForwarding?: {
    flushInterval?: string | undefined
  } | undefined
  scheme?: string | undefined
  serversTransport?: string | undefined
  sticky?: {
    cookie?: {
      domain?: string | undefined
      httpOnly?: boolean | undefined
      maxAge?: number | undefined
      name?: string | undefined
      path?: string | undefined
      sameSite?: 'none' | 'lax' | 'strict' | 'None' | 'Lax' | 'Strict' | undefined
      secure?: boolean | undefined
    } | undefined
  } | undefined
  strategy?: 'wrr' | 'p2c' | 'hrw' | 'leasttime' | 'RoundRobin' | undefined
  weight?: number | undefined
}
type Domains = {
  main?: string | undefined
  sans?: string[] | undefined
}
export type IngressRouteSpec = {
  entryPoints?: string[] | undefined
  ingressClassName?: string | undefined
  parentRefs?: ParentRefs[] | undefined
  routes: {
    kind?: 'Rule' | undefined
    match: string
    middlewares?: ParentRefs[] | undefined
    observability?: {
      accessLogs?: boolean | undefined
      metrics?: boolean | undefined
      traceVerbosity?: 'minimal' | 'detailed' | undefined
      tracing?: boolean | undefined
    } | undefined
    priority?: number | undefined
    services?: Services[] | undefined
    syntax?: string | undefined
  }[]
  tls?: {
    certResolver?: string | undefined
    domains?: Domains[] | undefined
    options?: ParentRefs | undefined
    secretName?: string | undefined
    store?: ParentRefs | undefined
  } | undefined
}
export type IngressRouteTCPSpec = {
  entryPoints?: string[] | undefined
  ingressClassName?: string | undefined
  routes: {
    match: string
    middlewares?: ParentRefs[] | undefined
    priority?: number | undefined
    services?: {
      name: string
      namespace?: string | undefined
      nativeLB?: boolean | undefined
      nodePortLB?: boolean | undefined
      port: number | string
      proxyProtocol?: {
        version?: number | undefined
      } | undefined
      serversTransport?: string | undefined
      terminationDelay?: number | undefined
      tls?: boolean | undefined
      weight?: number | undefined
    }[] | undefined
    syntax?: 'v3' | 'v2' | undefined
  }[]
  tls?: {
    certResolver?: string | undefined
    domains?: Domains[] | undefined
    options?: ParentRefs | undefined
    passthrough?: boolean | undefined
    secretName?: string | undefined
    store?: ParentRefs | undefined
  } | undefined
}
type BasicAuth = {
  headerField?: string | undefined
  realm?: string | undefined
  removeHeader?: boolean | undefined
  secret?: string | undefined
}
type IpStrategy = {
  depth?: number | undefined
  excludedIPs?: string[] | undefined
  ipv6Subnet?: number | undefined
}
type SourceCriterion = {
  ipStrategy?: IpStrategy | undefined
  requestHeaderName?: string | undefined
  requestHost?: boolean | undefined
}
export type MiddlewareSpec = {
  addPrefix?: {
    prefix?: string | undefined
  } | undefined
  basicAuth?: BasicAuth | undefined
  buffering?: {
    maxRequestBodyBytes?: number | undefined
    maxResponseBodyBytes?: number | undefined
    memRequestBodyBytes?: number | undefined
    memResponseBodyBytes?: number | undefined
    retryExpression?: string | undefined
  } | undefined
  chain?: {
    middlewares?: ParentRefs[] | undefined
  } | undefined
  circuitBreaker?: {
    checkPeriod?: number | string | undefined
    expression?: string | undefined
    fallbackDuration?: number | string | undefined
    recoveryDuration?: number | string | undefined
    responseCode?: number | undefined
  } | undefined
  compress?: {
    defaultEncoding?: string | undefined
    encodings?: string[] | undefined
    excludedContentTypes?: string[] | undefined
    includedContentTypes?: string[] | undefined
    minResponseBodyBytes?: number | undefined
  } | undefined
  contentType?: {
    autoDetect?: boolean | undefined
  } | undefined
  digestAuth?: BasicAuth | undefined
  encodedCharacters?: {
    allowEncodedBackSlash?: boolean | undefined
    allowEncodedHash?: boolean | undefined
    allowEncodedNullCharacter?: boolean | undefined
    allowEncodedPercent?: boolean | undefined
    allowEncodedQuestionMark?: boolean | undefined
    allowEncodedSemicolon?: boolean | undefined
    allowEncodedSlash?: boolean | undefined
  } | undefined
  errors?: {
    errorRequestHeaders?: string[] | undefined
    query?: string | undefined
    service?: Services | undefined
    status?: string[] | undefined
    statusRewrites?: Record<string, number> | undefined
  } | undefined
  forwardAuth?: {
    addAuthCookiesToResponse?: string[] | undefined
    address?: string | undefined
    authRequestHeaders?: string[] | undefined
    authResponseHeaders?: string[] | undefined
    authResponseHeadersRegex?: string | undefined
    authSigninURL?: string | undefined
    forwardBody?: boolean | undefined
    headerField?: string | undefined
    maxBodySize?: number | undefined
    maxResponseBodySize?: number | undefined
    preserveLocationHeader?: boolean | undefined
    preserveRequestMethod?: boolean | undefined
    tls?: {
      caOptional?: boolean | undefined
      caSecret?: string | undefined
      certSecret?: string | undefined
      insecureSkipVerify?: boolean | undefined
    } | undefined
    trustForwardHeader?: boolean | undefined
  } | undefined
  grpcWeb?: {
    allowOrigins?: string[] | undefined
  } | undefined
  headers?: {
    accessControlAllowCredentials?: boolean | undefined
    accessControlAllowHeaders?: string[] | undefined
    accessControlAllowMethods?: string[] | undefined
    accessControlAllowOriginList?: string[] | undefined
    accessControlAllowOriginListRegex?: string[] | undefined
    accessControlExposeHeaders?: string[] | undefined
    accessControlMaxAge?: number | undefined
    addVaryHeader?: boolean | undefined
    allowedHosts?: string[] | undefined
    browserXssFilter?: boolean | undefined
    contentSecurityPolicy?: string | undefined
    contentSecurityPolicyReportOnly?: string | undefined
    contentTypeNosniff?: boolean | undefined
    customBrowserXSSValue?: string | undefined
    customFrameOptionsValue?: string | undefined
    customRequestHeaders?: Record<string, string> | undefined
    customResponseHeaders?: Record<string, string> | undefined
    featurePolicy?: string | undefined
    forceSTSHeader?: boolean | undefined
    frameDeny?: boolean | undefined
    hostsProxyHeaders?: string[] | undefined
    isDevelopment?: boolean | undefined
    permissionsPolicy?: string | undefined
    publicKey?: string | undefined
    referrerPolicy?: string | undefined
    sslForceHost?: boolean | undefined
    sslHost?: string | undefined
    sslProxyHeaders?: Record<string, string> | undefined
    sslRedirect?: boolean | undefined
    sslTemporaryRedirect?: boolean | undefined
    stsIncludeSubdomains?: boolean | undefined
    stsPreload?: boolean | undefined
    stsSeconds?: number | undefined
  } | undefined
  inFlightReq?: {
    amount?: number | undefined
    sourceCriterion?: SourceCriterion | undefined
  } | undefined
  ipAllowList?: {
    ipStrategy?: IpStrategy | undefined
    rejectStatusCode?: number | undefined
    sourceRange?: string[] | undefined
  } | undefined
  ipWhiteList?: {
    ipStrategy?: IpStrategy | undefined
    sourceRange?: string[] | undefined
  } | undefined
  passTLSClientCert?: {
    info?: {
      issuer?: {
        commonName?: boolean | undefined
        country?: boolean | undefined
        domainComponent?: boolean | undefined
        locality?: boolean | undefined
        organization?: boolean | undefined
        province?: boolean | undefined
        serialNumber?: boolean | undefined
      } | undefined
      notAfter?: boolean | undefined
      notBefore?: boolean | undefined
      sans?: boolean | undefined
      serialNumber?: boolean | undefined
      subject?: {
        commonName?: boolean | undefined
        country?: boolean | undefined
        domainComponent?: boolean | undefined
        locality?: boolean | undefined
        organization?: boolean | undefined
        organizationalUnit?: boolean | undefined
        province?: boolean | undefined
        serialNumber?: boolean | undefined
      } | undefined
    } | undefined
    pem?: boolean | undefined
  } | undefined
  plugin?: Record<string, Json> | undefined
  rateLimit?: {
    average?: number | undefined
    burst?: number | undefined
    period?: number | string | undefined
    redis?: {
      db?: number | undefined
      dialTimeout?: number | string | undefined
      endpoints?: string[] | undefined
      maxActiveConns?: number | undefined
      minIdleConns?: number | undefined
      poolSize?: number | undefined
      readTimeout?: number | string | undefined
      secret?: string | undefined
      tls?: {
        caSecret?: string | undefined
        certSecret?: string | undefined
        insecureSkipVerify?: boolean | undefined
      } | undefined
      writeTimeout?: number | string | undefined
    } | undefined
    sourceCriterion?: SourceCriterion | undefined
  } | undefined
  redirectRegex?: {
    permanent?: boolean | undefined
    regex?: string | undefined
    replacement?: string | undefined
  } | undefined
  redirectScheme?: {
    permanent?: boolean | undefined
    port?: string | undefined
    scheme?: string | undefined
  } | undefined
  replacePath?: {
    path?: string | undefined
  } | undefined
  replacePathRegex?: {
    regex?: string | undefined
    replacement?: string | undefined
  } | undefined
  retry?: {
    attempts?: number | undefined
    disableRetryOnNetworkError?: boolean | undefined
    initialInterval?: number | string | undefined
    maxRequestBodyBytes?: number | undefined
    retryNonIdempotentMethod?: boolean | undefined
    status?: string[] | undefined
    timeout?: number | string | undefined
  } | undefined
  stripPrefix?: {
    forceSlash?: boolean | undefined
    prefixes?: string[] | undefined
  } | undefined
  stripPrefixRegex?: {
    regex?: string[] | undefined
  } | undefined
}
export type ServersTransportSpec = {
  certificatesSecrets?: string[] | undefined
  cipherSuites?: string[] | undefined
  disableHTTP2?: boolean | undefined
  forwardingTimeouts?: {
    dialTimeout?: number | string | undefined
    idleConnTimeout?: number | string | undefined
    pingTimeout?: number | string | undefined
    readIdleTimeout?: number | string | undefined
    responseHeaderTimeout?: number | string | undefined
  } | undefined
  insecureSkipVerify?: boolean | undefined
  maxIdleConnsPerHost?: number | undefined
  maxVersion?: string | undefined
  minVersion?: string | undefined
  peerCertURI?: string | undefined
  rootCAs?: {
    configMap?: string | undefined
    secret?: string | undefined
  }[] | undefined
  rootCAsSecrets?: string[] | undefined
  serverName?: string | undefined
  spiffe?: {
    ids?: string[] | undefined
    trustDomain?: string | undefined
  } | undefined
}
export type TLSOptionSpec = {
  alpnProtocols?: string[] | undefined
  cipherSuites?: string[] | undefined
  clientAuth?: {
    clientAuthType?: 'NoClientCert' | 'RequestClientCert' | 'RequireAnyClientCert' | 'VerifyClientCertIfGiven' | 'RequireAndVerifyClientCert' | undefined
    secretNames?: string[] | undefined
  } | undefined
  curvePreferences?: string[] | undefined
  disableSessionTickets?: boolean | undefined
  maxVersion?: string | undefined
  minVersion?: string | undefined
  preferServerCipherSuites?: boolean | undefined
  sniStrict?: boolean | undefined
}
