// Generated from the CustomResourceDefinitions of github.com/cert-manager/cert-manager.
// Write it again with: npm run generate -w @thanos-fleet/codegen

import type { Metadata } from '../authored.ts'
import type { Json } from '../objects.ts'

export type Certificate = {
  apiVersion: 'cert-manager.io/v1'
  kind: 'Certificate'
  metadata: Metadata
  spec: CertificateSpec
}
export type Issuer = {
  apiVersion: 'cert-manager.io/v1'
  kind: 'Issuer'
  metadata: Metadata
  spec: IssuerSpec
}
type PasswordSecretRef = {
  key?: string | undefined
  name: string
}
type Excluded = {
  dnsDomains?: string[] | undefined
  emailAddresses?: string[] | undefined
  ipRanges?: string[] | undefined
  uriDomains?: string[] | undefined
}
type SecretTemplate = {
  annotations?: Record<string, string> | undefined
  labels?: Record<string, string> | undefined
}
export type CertificateSpec = {
  additionalOutputFormats?: {
    type: 'DER' | 'CombinedPEM'
  }[] | undefined
  commonName?: string | undefined
  dnsNames?: string[] | undefined
  duration?: string | undefined
  emailAddresses?: string[] | undefined
  encodeUsagesInRequest?: boolean | undefined
  ipAddresses?: string[] | undefined
  isCA?: boolean | undefined
  issuerRef: {
    group?: string | undefined
    kind?: string | undefined
    name: string
  }
  keystores?: {
    jks?: {
      alias?: string | undefined
      create: boolean
      password?: string | undefined
      passwordSecretRef?: PasswordSecretRef | undefined
    } | undefined
    pkcs12?: {
      create: boolean
      password?: string | undefined
      passwordSecretRef?: PasswordSecretRef | undefined
      profile?: 'LegacyRC2' | 'LegacyDES' | 'Modern2023' | 'Modern2026' | undefined
    } | undefined
  } | undefined
  literalSubject?: string | undefined
  nameConstraints?: {
    critical?: boolean | undefined
    excluded?: Excluded | undefined
    permitted?: Excluded | undefined
  } | undefined
  otherNames?: {
    oid?: string | undefined
    utf8Value?: string | undefined
  }[] | undefined
  privateKey?: {
    algorithm?: 'RSA' | 'ECDSA' | 'Ed25519' | undefined
    encoding?: 'PKCS1' | 'PKCS8' | undefined
    rotationPolicy?: 'Never' | 'Always' | undefined
    size?: number | undefined
  } | undefined
  renewBefore?: string | undefined
  renewBeforePercentage?: number | undefined
  renewal?: {
    policy?: 'RenewBefore' | 'Disabled' | undefined
    windows?: {
      cron: string
      timezone?: string | undefined
      windowDuration: string
    }[] | undefined
  } | undefined
  revisionHistoryLimit?: number | undefined
  secretName: string
  secretTemplate?: SecretTemplate | undefined
  signatureAlgorithm?: 'SHA256WithRSA' | 'SHA384WithRSA' | 'SHA512WithRSA' | 'ECDSAWithSHA256' | 'ECDSAWithSHA384' | 'ECDSAWithSHA512' | 'PureEd25519' | undefined
  subject?: {
    countries?: string[] | undefined
    localities?: string[] | undefined
    organizationalUnits?: string[] | undefined
    organizations?: string[] | undefined
    postalCodes?: string[] | undefined
    provinces?: string[] | undefined
    serialNumber?: string | undefined
    streetAddresses?: string[] | undefined
  } | undefined
  uris?: string[] | undefined
  usages?: ('signing' | 'digital signature' | 'content commitment' | 'key encipherment' | 'key agreement' | 'data encipherment' | 'cert sign' | 'crl sign' | 'encipher only' | 'decipher only' | 'any' | 'server auth' | 'client auth' | 'code signing' | 'email protection' | 's/mime' | 'ipsec end system' | 'ipsec tunnel' | 'ipsec user' | 'timestamping' | 'ocsp signing' | 'microsoft sgc' | 'netscape sgc')[] | undefined
}
type ServiceAccountRef = {
  audiences?: string[] | undefined
  name: string
}
type MatchExpressions = {
  key: string
  operator: string
  values?: string[] | undefined
}
type Preference = {
  matchExpressions?: MatchExpressions[] | undefined
  matchFields?: MatchExpressions[] | undefined
}
type LabelSelector = {
  matchExpressions?: MatchExpressions[] | undefined
  matchLabels?: Record<string, string> | undefined
}
type PodAffinityTerm = {
  labelSelector?: LabelSelector | undefined
  matchLabelKeys?: string[] | undefined
  mismatchLabelKeys?: string[] | undefined
  namespaceSelector?: LabelSelector | undefined
  namespaces?: string[] | undefined
  topologyKey: string
}
type PodAffinity = {
  preferredDuringSchedulingIgnoredDuringExecution?: {
    podAffinityTerm: PodAffinityTerm
    weight: number
  }[] | undefined
  requiredDuringSchedulingIgnoredDuringExecution?: PodAffinityTerm[] | undefined
}
type PodTemplate = {
  metadata?: SecretTemplate | undefined
  spec?: {
    affinity?: {
      nodeAffinity?: {
        preferredDuringSchedulingIgnoredDuringExecution?: {
          preference: Preference
          weight: number
        }[] | undefined
        requiredDuringSchedulingIgnoredDuringExecution?: {
          nodeSelectorTerms: Preference[]
        } | undefined
      } | undefined
      podAffinity?: PodAffinity | undefined
      podAntiAffinity?: PodAffinity | undefined
    } | undefined
    imagePullSecrets?: {
      name?: string | undefined
    }[] | undefined
    nodeSelector?: Record<string, string> | undefined
    priorityClassName?: string | undefined
    resources?: {
      limits?: Record<string, number | string> | undefined
      requests?: Record<string, number | string> | undefined
    } | undefined
    securityContext?: {
      fsGroup?: number | undefined
      fsGroupChangePolicy?: string | undefined
      runAsGroup?: number | undefined
      runAsNonRoot?: boolean | undefined
      runAsUser?: number | undefined
      seLinuxOptions?: {
        level?: string | undefined
        role?: string | undefined
        type?: string | undefined
        user?: string | undefined
      } | undefined
      seccompProfile?: {
        localhostProfile?: string | undefined
        type: string
      } | undefined
      supplementalGroups?: number[] | undefined
      sysctls?: {
        name: string
        value: string
      }[] | undefined
    } | undefined
    serviceAccountName?: string | undefined
    tolerations?: {
      effect?: string | undefined
      key?: string | undefined
      operator?: string | undefined
      tolerationSeconds?: number | undefined
      value?: string | undefined
    }[] | undefined
  } | undefined
}
export type IssuerSpec = {
  acme?: {
    caBundle?: string | undefined
    disableAccountKeyGeneration?: boolean | undefined
    email?: string | undefined
    enableDurationFeature?: boolean | undefined
    externalAccountBinding?: {
      keyAlgorithm?: 'HS256' | 'HS384' | 'HS512' | undefined
      keyID: string
      keySecretRef: PasswordSecretRef
    } | undefined
    preferredChain?: string | undefined
    privateKeySecretRef: PasswordSecretRef
    profile?: string | undefined
    server: string
    skipTLSVerify?: boolean | undefined
    solvers?: {
      dns01?: {
        acmeDNS?: {
          accountSecretRef: PasswordSecretRef
          host: string
        } | undefined
        akamai?: {
          accessTokenSecretRef: PasswordSecretRef
          clientSecretSecretRef: PasswordSecretRef
          clientTokenSecretRef: PasswordSecretRef
          serviceConsumerDomain: string
        } | undefined
        azureDNS?: {
          clientID?: string | undefined
          clientSecretSecretRef?: PasswordSecretRef | undefined
          environment?: 'AzurePublicCloud' | 'AzureChinaCloud' | 'AzureGermanCloud' | 'AzureUSGovernmentCloud' | undefined
          hostedZoneName?: string | undefined
          managedIdentity?: {
            clientID?: string | undefined
            resourceID?: string | undefined
            tenantID?: string | undefined
          } | undefined
          resourceGroupName: string
          subscriptionID: string
          tenantID?: string | undefined
          zoneType?: 'AzurePublicZone' | 'AzurePrivateZone' | undefined
        } | undefined
        cloudDNS?: {
          hostedZoneName?: string | undefined
          project: string
          serviceAccountSecretRef?: PasswordSecretRef | undefined
        } | undefined
        cloudflare?: {
          apiKeySecretRef?: PasswordSecretRef | undefined
          apiTokenSecretRef?: PasswordSecretRef | undefined
          email?: string | undefined
        } | undefined
        cnameStrategy?: 'None' | 'Follow' | undefined
        digitalocean?: {
          tokenSecretRef: PasswordSecretRef
        } | undefined
        rfc2136?: {
          nameserver: string
          protocol?: 'TCP' | 'UDP' | undefined
          tsigAlgorithm?: string | undefined
          tsigKeyName?: string | undefined
          tsigSecretSecretRef?: PasswordSecretRef | undefined
        } | undefined
        route53?: {
          accessKeyID?: string | undefined
          accessKeyIDSecretRef?: PasswordSecretRef | undefined
          auth?: {
            kubernetes: {
              serviceAccountRef: ServiceAccountRef
            }
          } | undefined
          hostedZoneID?: string | undefined
          region?: string | undefined
          role?: string | undefined
          secretAccessKeySecretRef?: PasswordSecretRef | undefined
        } | undefined
        webhook?: {
          config?: Json | undefined
          groupName: string
          solverName: string
        } | undefined
      } | undefined
      http01?: {
        gatewayHTTPRoute?: {
          labels?: Record<string, string> | undefined
          parentRefs?: {
            group?: string | undefined
            kind?: string | undefined
            name: string
            namespace?: string | undefined
            port?: number | undefined
            sectionName?: string | undefined
          }[] | undefined
          podTemplate?: PodTemplate | undefined
          serviceType?: string | undefined
        } | undefined
        ingress?: {
          class?: string | undefined
          ingressClassName?: string | undefined
          ingressTemplate?: {
            metadata?: SecretTemplate | undefined
          } | undefined
          name?: string | undefined
          podTemplate?: PodTemplate | undefined
          serviceType?: string | undefined
        } | undefined
      } | undefined
      selector?: {
        dnsNames?: string[] | undefined
        dnsZones?: string[] | undefined
        matchLabels?: Record<string, string> | undefined
      } | undefined
      waitInsteadOfSelfCheck?: string | undefined
    }[] | undefined
  } | undefined
  ca?: {
    crlDistributionPoints?: string[] | undefined
    issuingCertificateURLs?: string[] | undefined
    ocspServers?: string[] | undefined
    secretName: string
  } | undefined
  selfSigned?: {
    crlDistributionPoints?: string[] | undefined
  } | undefined
  vault?: {
    auth: {
      appRole?: {
        path: string
        roleId: string
        secretRef: PasswordSecretRef
      } | undefined
      aws?: {
        iamRoleArn?: string | undefined
        mountPath?: string | undefined
        region?: string | undefined
        role: string
        serviceAccountRef?: ServiceAccountRef | undefined
        vaultHeaderValue?: string | undefined
      } | undefined
      clientCertificate?: {
        mountPath?: string | undefined
        name?: string | undefined
        secretName?: string | undefined
      } | undefined
      kubernetes?: {
        mountPath?: string | undefined
        role: string
        secretRef?: PasswordSecretRef | undefined
        serviceAccountRef?: ServiceAccountRef | undefined
      } | undefined
      tokenSecretRef?: PasswordSecretRef | undefined
    }
    caBundle?: string | undefined
    caBundleSecretRef?: PasswordSecretRef | undefined
    clientCertSecretRef?: PasswordSecretRef | undefined
    clientKeySecretRef?: PasswordSecretRef | undefined
    namespace?: string | undefined
    path: string
    server: string
    serverName?: string | undefined
  } | undefined
  venafi?: {
    cloud?: {
      apiTokenSecretRef: PasswordSecretRef
      url?: string | undefined
    } | undefined
    ngts?: {
      credentialsRef: {
        name: string
      }
      tokenEndpoint?: string | undefined
      tsgID: string
      url?: string | undefined
    } | undefined
    tpp?: {
      caBundle?: string | undefined
      caBundleSecretRef?: PasswordSecretRef | undefined
      credentialsRef: {
        name: string
      }
      url: string
    } | undefined
    zone: string
  } | undefined
}
