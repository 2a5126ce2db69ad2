// Generated from the CustomResourceDefinitions of github.com/envoyproxy/gateway.
// Write it again with: npm run generate -w @thanos-fleet/codegen

import type { Metadata } from '../authored.ts'
import type { Json } from '../objects.ts'

export type BackendTrafficPolicy = {
  apiVersion: 'gateway.envoyproxy.io/v1alpha1'
  kind: 'BackendTrafficPolicy'
  metadata: Metadata
  spec: BackendTrafficPolicySpec
}
export type SecurityPolicy = {
  apiVersion: 'gateway.envoyproxy.io/v1alpha1'
  kind: 'SecurityPolicy'
  metadata: Metadata
  spec: SecurityPolicySpec
}
type Limit = {
  unit: 'Second' | 'Minute' | 'Hour'
  value: number | string
}
type Percent = {
  denominator?: number | undefined
  numerator: number
}
type CircuitBreaker = {
  maxConnections?: number | undefined
  maxParallelRequests?: number | undefined
  maxParallelRetries?: number | undefined
  maxPendingRequests?: number | undefined
  maxRequestsPerConnection?: number | undefined
  perEndpoint?: {
    maxConnections?: number | undefined
  } | undefined
  retryBudget?: {
    minRetryConcurrency?: number | undefined
    percent: Percent
  } | undefined
}
type Compression = {
  brotli?: Record<string, Json> | undefined
  gzip?: Record<string, Json> | undefined
  minContentLength?: number | string | undefined
  type: 'Gzip' | 'Brotli' | 'Zstd'
  zstd?: Record<string, Json> | undefined
}
type Connection = {
  bufferLimit?: number | string | undefined
  preconnect?: {
    perEndpointPercent?: number | undefined
    predictivePercent?: number | undefined
  } | undefined
  socketBufferLimit?: number | string | undefined
}
type Dns = {
  dnsRefreshRate?: string | undefined
  lookupFamily?: 'IPv4' | 'IPv6' | 'IPv4Preferred' | 'IPv6Preferred' | 'IPv4AndIPv6' | undefined
  respectDnsTtl?: boolean | undefined
}
type ExpectedResponse = {
  binary?: string | undefined
  text?: string | undefined
  type: string
}
type HealthCheck = {
  active?: {
    grpc?: {
      service?: string | undefined
    } | undefined
    healthCheckLog?: {
      matches?: ('Failure' | 'FailureSeriesStart' | 'Success' | 'HealthyTransition')[] | undefined
      sinks?: {
        file?: {
          path: string
        } | undefined
        type: 'File'
      }[] | undefined
    } | undefined
    healthyThreshold?: number | undefined
    http?: {
      expectedResponse?: ExpectedResponse | undefined
      expectedStatuses?: number[] | undefined
      hostname?: string | undefined
      method?: string | undefined
      path: string
      requestBody?: ExpectedResponse | undefined
      retriableStatuses?: number[] | undefined
    } | undefined
    initialJitter?: string | undefined
    interval?: string | undefined
    overrides?: {
      port?: number | undefined
    } | undefined
    tcp?: {
      receive?: ExpectedResponse | undefined
      send?: ExpectedResponse | undefined
    } | undefined
    timeout?: string | undefined
    type: string
    unhealthyThreshold?: number | undefined
  } | undefined
  panicThreshold?: number | undefined
  passive?: {
    alwaysEjectOneEndpoint?: boolean | undefined
    baseEjectionTime?: string | undefined
    consecutive5XxErrors?: number | undefined
    consecutiveGatewayErrors?: number | undefined
    consecutiveLocalOriginFailures?: number | undefined
    failurePercentageThreshold?: number | undefined
    interval?: string | undefined
    maxEjectionPercent?: number | undefined
    splitExternalLocalOriginErrors?: boolean | undefined
  } | undefined
}
type Http2 = {
  connectionKeepalive?: {
    idleInterval?: string | undefined
    interval?: string | undefined
    intervalJitter?: number | undefined
    timeout?: string | undefined
  } | undefined
  initialConnectionWindowSize?: number | string | undefined
  initialStreamWindowSize?: number | string | undefined
  maxConcurrentStreams?: number | undefined
  onInvalidMessage?: string | undefined
}
type LoadBalancer = {
  backendUtilization?: {
    blackoutPeriod?: string | undefined
    errorUtilizationPenaltyPercent?: number | undefined
    keepResponseHeaders?: boolean | undefined
    metricNamesForComputingUtilization?: string[] | undefined
    outOfBand?: {
      authority?: string | undefined
      port?: number | undefined
      reportingPeriod?: string | undefined
    } | undefined
    weightExpirationPeriod?: string | undefined
    weightUpdatePeriod?: string | undefined
  } | undefined
  consistentHash?: {
    cookie?: {
      attributes?: Record<string, string> | undefined
      name: string
      ttl?: string | undefined
    } | undefined
    header?: {
      name: string
    } | undefined
    headers?: {
      name: string
    }[] | undefined
    queryParams?: {
      name: string
    }[] | undefined
    tableSize?: number | undefined
    type: 'SourceIP' | 'Header' | 'Headers' | 'Cookie' | 'QueryParams'
  } | undefined
  dynamicModule?: {
    config?: Json | undefined
    lbPolicyName: string
    name: string
  } | undefined
  endpointOverride?: {
    extractFrom: {
      header?: string | undefined
    }[]
  } | undefined
  slowStart?: {
    window: string
  } | undefined
  type: 'ConsistentHash' | 'LeastRequest' | 'Random' | 'RoundRobin' | 'BackendUtilization' | 'DynamicModule'
  zoneAware?: {
    preferLocal?: {
      force?: {
        minEndpointsInZoneThreshold?: number | undefined
      } | undefined
      minEndpointsThreshold?: number | undefined
      percentageEnabled?: number | undefined
    } | undefined
    weightedZones?: {
      weight: number
      zone: string
    }[] | undefined
  } | undefined
}
type Headers = {
  invert?: boolean | undefined
  name: string
  type?: 'Exact' | 'RegularExpression' | 'Distinct' | undefined
  value?: string | undefined
}
type Path = {
  invert?: boolean | undefined
  type?: 'Exact' | 'PathPrefix' | 'RegularExpression' | undefined
  value?: string | undefined
}
type Metadata2 = {
  key: string
  namespace: string
}
type Request = {
  from: 'Number' | 'Metadata'
  metadata?: Metadata2 | undefined
  number?: number | undefined
}
type Rules = {
  clientSelectors?: {
    headers?: Headers[] | undefined
    methods?: {
      invert?: boolean | undefined
      value: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE' | 'CONNECT' | 'OPTIONS' | 'TRACE' | 'PATCH'
    }[] | undefined
    path?: Path | undefined
    queryParams?: Headers[] | undefined
    sourceCIDR?: {
      invert?: boolean | undefined
      type?: 'Exact' | 'Distinct' | undefined
      value: string
    } | undefined
  }[] | undefined
  cost?: {
    request?: Request | undefined
    response?: Request | undefined
  } | undefined
  limit: {
    fromMetadata?: Metadata2 | undefined
    requests: number
    unit: 'Second' | 'Minute' | 'Hour' | 'Day' | 'Week' | 'Month' | 'Year'
  }
  shadowMode?: boolean | undefined
  shared?: boolean | undefined
  xRateLimitHeaders?: 'Off' | 'DraftVersion03' | undefined
}
type ValueRef = {
  group: string
  kind: string
  name: string
}
type Add = {
  name: string
  value: string
}
type Retry = {
  numAttemptsPerPriority?: number | undefined
  numRetries?: number | undefined
  perRetry?: {
    backOff?: {
      baseInterval?: string | undefined
      maxInterval?: string | undefined
    } | undefined
    timeout?: string | undefined
  } | undefined
  retryOn?: {
    httpStatusCodes?: number[] | undefined
    triggers?: ('5xx' | 'gateway-error' | 'reset' | 'reset-before-request' | 'connect-failure' | 'retriable-4xx' | 'refused-stream' | 'retriable-status-codes' | 'cancelled' | 'deadline-exceeded' | 'internal' | 'resource-exhausted' | 'unavailable')[] | undefined
  } | undefined
}
type TargetRef = {
  group: string
  kind: string
  name: string
  sectionName?: string | undefined
}
type MatchExpressions = {
  key: string
  operator: string
  values?: string[] | undefined
}
type TargetSelectors = {
  group?: string | undefined
  kind: string
  matchExpressions?: MatchExpressions[] | undefined
  matchLabels?: Record<string, string> | undefined
  namespaces?: {
    from?: 'Same' | 'All' | 'Selector' | undefined
    selector?: {
      matchExpressions?: MatchExpressions[] | undefined
      matchLabels?: Record<string, string> | undefined
    } | undefined
  } | undefined
}
type TcpKeepalive = {
  idleTime?: string | undefined
  interval?: string | undefined
  probes?: number | undefined
}
type Environment = {
  defaultValue?: string | undefined
  name: string
}
type Timeout = {
  http?: {
    connectionIdleTimeout?: string | undefined
    maxConnectionDuration?: string | undefined
    maxStreamDuration?: string | undefined
    requestTimeout?: string | undefined
    streamIdleTimeout?: string | undefined
  } | undefined
  tcp?: {
    connectTimeout?: string | undefined
  } | undefined
}
export type BackendTrafficPolicySpec = {
  admissionControl?: {
    maxRejectionPercent?: number | undefined
    minRequestRate?: number | undefined
    minSuccessRate?: number | undefined
    rejectionAggression?: number | undefined
    samplingWindow?: string | undefined
    successCriteria?: {
      grpc?: {
        statusCodes?: ('Ok' | 'Cancelled' | 'Unknown' | 'InvalidArgument' | 'DeadlineExceeded' | 'NotFound' | 'AlreadyExists' | 'PermissionDenied' | 'ResourceExhausted' | 'FailedPrecondition' | 'Aborted' | 'OutOfRange' | 'Unimplemented' | 'Internal' | 'Unavailable' | 'DataLoss' | 'Unauthenticated')[] | undefined
      } | undefined
      http?: {
        statusCodes?: number[] | undefined
      } | undefined
    } | undefined
  } | undefined
  bandwidthLimit?: {
    request?: {
      limit: Limit
    } | undefined
    response?: {
      limit: Limit
      responseTrailers?: {
        prefix?: string | undefined
      } | undefined
    } | undefined
  } | undefined
  circuitBreaker?: CircuitBreaker | undefined
  compression?: Compression[] | undefined
  compressor?: Compression[] | undefined
  connection?: Connection | undefined
  dns?: Dns | undefined
  faultInjection?: {
    abort?: {
      grpcStatus?: number | undefined
      httpStatus?: number | undefined
      percentage?: number | undefined
    } | undefined
    delay?: {
      fixedDelay: string
      percentage?: number | undefined
    } | undefined
  } | undefined
  healthCheck?: HealthCheck | undefined
  http2?: Http2 | undefined
  httpUpgrade?: {
    connect?: {
      terminate?: boolean | undefined
    } | undefined
    type: string
  }[] | undefined
  loadBalancer?: LoadBalancer | undefined
  mergeType?: string | undefined
  proxyProtocol?: {
    version: 'V1' | 'V2'
  } | undefined
  rateLimit?: {
    global?: {
      rules: Rules[]
    } | undefined
    local?: {
      rules?: Rules[] | undefined
    } | undefined
    type?: 'Global' | 'Local' | undefined
  } | undefined
  requestBuffer?: {
    limit?: number | string | undefined
  } | undefined
  responseOverride?: {
    match: {
      responseHeaders?: {
        name: string
        value: {
          type?: 'Exact' | 'Prefix' | 'Suffix' | 'RegularExpression' | undefined
          value: string
        }
      }[] | undefined
      statusCodes?: {
        range?: {
          end: number
          start: number
        } | undefined
        type?: string | undefined
        value?: number | undefined
      }[] | undefined
    }
    redirect?: {
      hostname?: string | undefined
      path?: {
        replaceFullPath?: string | undefined
        replacePrefixMatch?: string | undefined
        type: 'ReplaceFullPath' | 'ReplacePrefixMatch'
      } | undefined
      port?: number | undefined
      scheme?: 'http' | 'https' | undefined
      statusCode?: 301 | 302 | undefined
    } | undefined
    response?: {
      body?: {
        inline?: string | undefined
        type?: string | undefined
        valueRef?: ValueRef | undefined
      } | undefined
      contentType?: string | undefined
      header?: {
        add?: Add[] | undefined
        remove?: string[] | undefined
        set?: Add[] | undefined
      } | undefined
      statusCode?: number | undefined
    } | undefined
    source?: 'All' | 'Local' | 'Backend' | undefined
  }[] | undefined
  retry?: Retry | undefined
  routingType?: string | undefined
  targetRef?: TargetRef | undefined
  targetRefs?: TargetRef[] | undefined
  targetSelectors?: TargetSelectors[] | undefined
  tcpKeepalive?: TcpKeepalive | undefined
  telemetry?: {
    metrics?: {
      routeStatName?: string | undefined
    } | undefined
    tracing?: {
      clientSamplingFraction?: Percent | undefined
      customTags?: Record<string, {
        environment?: Environment | undefined
        literal?: {
          value: string
        } | undefined
        requestHeader?: Environment | undefined
        type?: 'Literal' | 'Environment' | 'RequestHeader' | undefined
      }> | undefined
      overallSamplingFraction?: Percent | undefined
      samplingFraction?: Percent | undefined
      spanName?: {
        client: string
        server: string
      } | undefined
      tags?: Record<string, string> | undefined
    } | undefined
  } | undefined
  timeout?: Timeout | undefined
  useClientProtocol?: boolean | undefined
}
type CredentialRefs = {
  group?: string | undefined
  kind?: string | undefined
  name: string
  namespace?: string | undefined
}
type BackendRef = {
  group?: string | undefined
  kind?: string | undefined
  name: string
  namespace?: string | undefined
  port?: number | undefined
}
type BackendRefs = {
  fallback?: boolean | undefined
  group?: string | undefined
  kind?: string | undefined
  name: string
  namespace?: string | undefined
  port?: number | undefined
  weight?: number | undefined
}
type BackendSettings = {
  circuitBreaker?: CircuitBreaker | undefined
  connection?: Connection | undefined
  dns?: Dns | undefined
  healthCheck?: HealthCheck | undefined
  http2?: Http2 | undefined
  loadBalancer?: LoadBalancer | undefined
  proxyProtocol?: {
    version: 'V1' | 'V2'
  } | undefined
  retry?: Retry | undefined
  tcpKeepalive?: TcpKeepalive | undefined
  timeout?: Timeout | undefined
}
export type SecurityPolicySpec = {
  apiKeyAuth?: {
    credentialRefs: CredentialRefs[]
    extractFrom: {
      cookies?: string[] | undefined
      headers?: string[] | undefined
      params?: string[] | undefined
    }[]
    forwardClientIDHeader?: string | undefined
    sanitize?: boolean | undefined
  } | undefined
  authorization?: {
    defaultAction?: 'Allow' | 'Deny' | undefined
    rules?: {
      action: 'Allow' | 'Deny'
      cel?: string | undefined
      name?: string | undefined
      operation?: {
        methods?: ('GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE' | 'CONNECT' | 'OPTIONS' | 'TRACE' | 'PATCH')[] | undefined
        path?: Path | undefined
      } | undefined
      principal?: {
        clientCIDRs?: string[] | undefined
        clientIPGeoLocations?: {
          anonymous?: {
            isAnonymous?: boolean | undefined
            isHosting?: boolean | undefined
            isProxy?: boolean | undefined
            isTor?: boolean | undefined
            isVPN?: boolean | undefined
          } | undefined
          asn?: number | undefined
          city?: string | undefined
          country?: string | undefined
          isp?: string | undefined
          region?: string | undefined
        }[] | undefined
        headers?: {
          name: string
          values: string[]
        }[] | undefined
        jwt?: {
          claims?: {
            name: string
            valueType?: 'String' | 'StringArray' | undefined
            values: string[]
          }[] | undefined
          provider: string
          scopes?: string[] | undefined
        } | undefined
      } | undefined
    }[] | undefined
  } | undefined
  basicAuth?: {
    forwardUsernameHeader?: string | undefined
    users: CredentialRefs
  } | undefined
  cors?: {
    allowCredentials?: boolean | undefined
    allowHeaders?: string[] | undefined
    allowMethods?: string[] | undefined
    allowOrigins?: string[] | undefined
    exposeHeaders?: string[] | undefined
    maxAge?: string | undefined
  } | undefined
  csrf?: {
    additionalOrigins?: string[] | undefined
    shadowFraction?: Percent | undefined
  } | undefined
  extAuth?: {
    bodyToExtAuth?: {
      maxRequestBytes: number
    } | undefined
    contextExtensions?: {
      name: string
      type?: 'Value' | 'ValueRef' | undefined
      value?: string | undefined
      valueRef?: {
        group: string
        key: string
        kind: string
        name: string
      } | undefined
    }[] | undefined
    failOpen?: boolean | undefined
    grpc?: {
      backendRef?: BackendRef | undefined
      backendRefs?: BackendRefs[] | undefined
      backendSettings?: BackendSettings | undefined
    } | undefined
    headersToExtAuth?: string[] | undefined
    http?: {
      backendRef?: BackendRef | undefined
      backendRefs?: BackendRefs[] | undefined
      backendSettings?: BackendSettings | undefined
      headersToBackend?: string[] | undefined
      path?: string | undefined
      pathOverride?: string | undefined
    } | undefined
    includeRouteMetadata?: boolean | undefined
    recomputeRoute?: boolean | undefined
    statusOnError?: 400 | 401 | 402 | 403 | 404 | 405 | 406 | 407 | 408 | 409 | 410 | 411 | 412 | 413 | 414 | 415 | 416 | 417 | 421 | 422 | 423 | 424 | 426 | 428 | 429 | 431 | 500 | 501 | 502 | 503 | 504 | 505 | 506 | 507 | 508 | 510 | 511 | undefined
    timeout?: string | undefined
  } | undefined
  jwt?: {
    failOpen?: boolean | undefined
    optional?: boolean | undefined
    providers: {
      audiences?: string[] | undefined
      claimToHeaders?: {
        claim: string
        header: string
      }[] | undefined
      extractFrom?: {
        cookies?: string[] | undefined
        headers?: {
          name: string
          valuePrefix?: string | undefined
        }[] | undefined
        params?: string[] | undefined
      } | undefined
      issuer?: string | undefined
      localJWKS?: {
        inline?: string | undefined
        type?: 'Inline' | 'ValueRef' | undefined
        valueRef?: ValueRef | undefined
      } | undefined
      name: string
      recomputeRoute?: boolean | undefined
      remoteJWKS?: {
        backendRef?: BackendRef | undefined
        backendRefs?: BackendRefs[] | undefined
        backendSettings?: BackendSettings | undefined
        cacheDuration?: string | undefined
        failedRefetchDuration?: string | undefined
        uri: string
      } | undefined
    }[]
  } | undefined
  mergeType?: string | undefined
  oidc?: {
    clientID?: string | undefined
    clientIDRef?: CredentialRefs | undefined
    clientSecret: CredentialRefs
    cookieConfig?: {
      sameSite?: 'Lax' | 'Strict' | 'None' | undefined
    } | undefined
    cookieDomain?: string | undefined
    cookieNames?: {
      accessToken?: string | undefined
      idToken?: string | undefined
    } | undefined
    csrfTokenTTL?: string | undefined
    defaultRefreshTokenTTL?: string | undefined
    defaultTokenTTL?: string | undefined
    denyRedirect?: {
      headers: {
        name: string
        type?: 'Exact' | 'Prefix' | 'Suffix' | 'RegularExpression' | undefined
        value: string
      }[]
    } | undefined
    disableTokenEncryption?: boolean | undefined
    forwardAccessToken?: boolean | undefined
    forwardIDToken?: {
      header: string
    } | undefined
    logoutPath?: string | undefined
    passThroughAuthHeader?: boolean | undefined
    provider: {
      authorizationEndpoint?: string | undefined
      backendRef?: BackendRef | undefined
      backendRefs?: BackendRefs[] | undefined
      backendSettings?: BackendSettings | undefined
      endSessionEndpoint?: string | undefined
      issuer: string
      tokenEndpoint?: string | undefined
    }
    redirectURL?: string | undefined
    refreshToken?: boolean | undefined
    resources?: string[] | undefined
    scopes?: string[] | undefined
  } | undefined
  targetRef?: TargetRef | undefined
  targetRefs?: TargetRef[] | undefined
  targetSelectors?: TargetSelectors[] | undefined
}
