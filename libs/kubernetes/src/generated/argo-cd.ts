// Generated from the CustomResourceDefinitions of github.com/argoproj/argo-cd/v3.
// Write it again with: npm run generate -w @thanos-fleet/codegen

import type { Metadata } from '../authored.ts'
import type { Json } from '../objects.ts'

export type Application = {
  apiVersion: 'argoproj.io/v1alpha1'
  kind: 'Application'
  metadata: Metadata
  spec: ApplicationSpec
}
export type ApplicationSet = {
  apiVersion: 'argoproj.io/v1alpha1'
  kind: 'ApplicationSet'
  metadata: Metadata
  spec: ApplicationSetSpec
}
export type AppProject = {
  apiVersion: 'argoproj.io/v1alpha1'
  kind: 'AppProject'
  metadata: Metadata
  spec: AppProjectSpec
}
type Destination = {
  name?: string | undefined
  namespace?: string | undefined
  server?: string | undefined
}
type Info = {
  name: string
  value: string
}
type ExtVars = {
  code?: boolean | undefined
  name: string
  value: string
}
type Directory = {
  exclude?: string | undefined
  include?: string | undefined
  jsonnet?: {
    extVars?: ExtVars[] | undefined
    libs?: string[] | undefined
    tlas?: ExtVars[] | undefined
  } | undefined
  recurse?: boolean | undefined
}
type Helm = {
  apiVersions?: string[] | undefined
  fileParameters?: {
    name?: string | undefined
    path?: string | undefined
  }[] | undefined
  ignoreMissingValueFiles?: boolean | undefined
  kubeVersion?: string | undefined
  namespace?: string | undefined
  parameters?: {
    forceString?: boolean | undefined
    name?: string | undefined
    value?: string | undefined
  }[] | undefined
  passCredentials?: boolean | undefined
  releaseName?: string | undefined
  skipCrds?: boolean | undefined
  skipSchemaValidation?: boolean | undefined
  skipTests?: boolean | undefined
  valueFiles?: string[] | undefined
  values?: string | undefined
  valuesObject?: Record<string, Json> | undefined
  version?: string | undefined
}
type Kustomize = {
  apiVersions?: string[] | undefined
  commonAnnotations?: Record<string, string> | undefined
  commonAnnotationsEnvsubst?: boolean | undefined
  commonLabels?: Record<string, string> | undefined
  components?: string[] | undefined
  forceCommonAnnotations?: boolean | undefined
  forceCommonLabels?: boolean | undefined
  ignoreMissingComponents?: boolean | undefined
  images?: string[] | undefined
  kubeVersion?: string | undefined
  labelIncludeTemplates?: boolean | undefined
  labelWithoutSelector?: boolean | undefined
  namePrefix?: string | undefined
  nameSuffix?: string | undefined
  namespace?: string | undefined
  patches?: {
    options?: Record<string, boolean> | undefined
    patch?: string | undefined
    path?: string | undefined
    target?: {
      annotationSelector?: string | undefined
      group?: string | undefined
      kind?: string | undefined
      labelSelector?: string | undefined
      name?: string | undefined
      namespace?: string | undefined
      version?: string | undefined
    } | undefined
  }[] | undefined
  replicas?: {
    count: number | string
    name: string
  }[] | undefined
  version?: string | undefined
}
type Plugin = {
  env?: Info[] | undefined
  name?: string | undefined
  parameters?: {
    array?: string[] | undefined
    map?: Record<string, string> | undefined
    name?: string | undefined
    string?: string | undefined
  }[] | undefined
}
type Source = {
  chart?: string | undefined
  directory?: Directory | undefined
  helm?: Helm | undefined
  kustomize?: Kustomize | undefined
  name?: string | undefined
  path?: string | undefined
  plugin?: Plugin | undefined
  ref?: string | undefined
  repoURL: string
  tagPrefix?: string | undefined
  targetRevision?: string | undefined
}
type Spec = {
  destination: Destination
  ignoreDifferences?: {
    group?: string | undefined
    jqPathExpressions?: string[] | undefined
    jsonPointers?: string[] | undefined
    kind: string
    managedFieldsManagers?: string[] | undefined
    name?: string | undefined
    namespace?: string | undefined
  }[] | undefined
  info?: Info[] | undefined
  project: string
  revisionHistoryLimit?: number | undefined
  source?: Source | undefined
  sourceHydrator?: {
    drySource: {
      directory?: Directory | undefined
      helm?: Helm | undefined
      kustomize?: Kustomize | undefined
      path: string
      plugin?: Plugin | undefined
      repoURL: string
      targetRevision: string
    }
    hydrateTo?: {
      targetBranch: string
    } | undefined
    syncSource: {
      path: string
      repoURL?: string | undefined
      targetBranch: string
    }
  } | undefined
  sources?: Source[] | undefined
  syncPolicy?: {
    automated?: {
      allowEmpty?: boolean | undefined
      enabled?: boolean | undefined
      prune?: boolean | undefined
      selfHeal?: boolean | undefined
    } | undefined
    managedNamespaceMetadata?: {
      annotations?: Record<string, string> | undefined
      labels?: Record<string, string> | undefined
    } | undefined
    retry?: {
      backoff?: {
        duration?: string | undefined
        factor?: number | undefined
        maxDuration?: string | undefined
      } | undefined
      limit?: number | undefined
      refresh?: boolean | undefined
    } | undefined
    syncOptions?: string[] | undefined
  } | undefined
}
export type ApplicationSpec = Spec
type LabelSelector = {
  matchExpressions?: {
    key: string
    operator: string
    values?: string[] | undefined
  }[] | undefined
  matchLabels?: Record<string, string> | undefined
}
type Template = {
  metadata: {
    annotations?: Record<string, string> | undefined
    finalizers?: string[] | undefined
    labels?: Record<string, string> | undefined
    name?: string | undefined
    namespace?: string | undefined
  }
  spec: Spec
}
type ClusterDecisionResource = {
  configMapRef: string
  labelSelector?: LabelSelector | undefined
  name?: string | undefined
  requeueAfterSeconds?: number | undefined
  template?: Template | undefined
  values?: Record<string, string> | undefined
}
type Clusters = {
  flatList?: boolean | undefined
  selector?: LabelSelector | undefined
  template?: Template | undefined
  values?: Record<string, string> | undefined
}
type Directories = {
  exclude?: boolean | undefined
  path: string
}
type Git = {
  directories?: Directories[] | undefined
  files?: Directories[] | undefined
  pathParamPrefix?: string | undefined
  repoURL: string
  requeueAfterSeconds?: number | undefined
  revision: string
  template?: Template | undefined
  values?: Record<string, string> | undefined
}
type List = {
  elements?: Json[] | undefined
  elementsYaml?: string | undefined
  template?: Template | undefined
}
type Plugin2 = {
  configMapRef: {
    name: string
  }
  input?: {
    parameters?: Record<string, Json> | undefined
  } | undefined
  requeueAfterSeconds?: number | undefined
  template?: Template | undefined
  values?: Record<string, string> | undefined
}
type TokenRef = {
  key: string
  secretName: string
}
type BasicAuth = {
  passwordRef: TokenRef
  username: string
}
type CaRef = {
  configMapName: string
  key: string
}
type PullRequest = {
  azuredevops?: {
    api?: string | undefined
    labels?: string[] | undefined
    organization: string
    project: string
    repo: string
    tokenRef?: TokenRef | undefined
  } | undefined
  bitbucket?: {
    api?: string | undefined
    basicAuth?: BasicAuth | undefined
    bearerToken?: {
      tokenRef: TokenRef
    } | undefined
    owner: string
    repo: string
  } | undefined
  bitbucketServer?: {
    api: string
    basicAuth?: BasicAuth | undefined
    bearerToken?: {
      tokenRef: TokenRef
    } | undefined
    caRef?: CaRef | undefined
    insecure?: boolean | undefined
    project: string
    repo: string
  } | undefined
  continueOnRepoNotFoundError?: boolean | undefined
  filters?: {
    branchMatch?: string | undefined
    targetBranchMatch?: string | undefined
    titleMatch?: string | undefined
  }[] | undefined
  gitea?: {
    api: string
    insecure?: boolean | undefined
    labels?: string[] | undefined
    owner: string
    repo: string
    tokenRef?: TokenRef | undefined
  } | undefined
  github?: {
    api?: string | undefined
    appSecretName?: string | undefined
    labels?: string[] | undefined
    owner: string
    repo: string
    tokenRef?: TokenRef | undefined
  } | undefined
  gitlab?: {
    api?: string | undefined
    caRef?: CaRef | undefined
    insecure?: boolean | undefined
    labels?: string[] | undefined
    project: string
    pullRequestState?: string | undefined
    tokenRef?: TokenRef | undefined
  } | undefined
  requeueAfterSeconds?: number | undefined
  template?: Template | undefined
  values?: Record<string, string> | undefined
}
type ScmProvider = {
  awsCodeCommit?: {
    allBranches?: boolean | undefined
    region?: string | undefined
    role?: string | undefined
    tagFilters?: {
      key: string
      value?: string | undefined
    }[] | undefined
  } | undefined
  azureDevOps?: {
    accessTokenRef: TokenRef
    allBranches?: boolean | undefined
    api?: string | undefined
    organization: string
    teamProject: string
  } | undefined
  bitbucket?: {
    allBranches?: boolean | undefined
    appPasswordRef: TokenRef
    owner: string
    user: string
  } | undefined
  bitbucketServer?: {
    allBranches?: boolean | undefined
    api: string
    basicAuth?: BasicAuth | undefined
    bearerToken?: {
      tokenRef: TokenRef
    } | undefined
    caRef?: CaRef | undefined
    insecure?: boolean | undefined
    project: string
  } | undefined
  cloneProtocol?: string | undefined
  filters?: {
    branchMatch?: string | undefined
    labelMatch?: string | undefined
    pathsDoNotExist?: string[] | undefined
    pathsExist?: string[] | undefined
    repositoryMatch?: string | undefined
  }[] | undefined
  gitea?: {
    allBranches?: boolean | undefined
    api: string
    excludeArchivedRepos?: boolean | undefined
    insecure?: boolean | undefined
    owner: string
    tokenRef?: TokenRef | undefined
  } | undefined
  github?: {
    allBranches?: boolean | undefined
    api?: string | undefined
    appSecretName?: string | undefined
    excludeArchivedRepos?: boolean | undefined
    organization: string
    tokenRef?: TokenRef | undefined
  } | undefined
  gitlab?: {
    allBranches?: boolean | undefined
    api?: string | undefined
    caRef?: CaRef | undefined
    group: string
    includeArchivedRepos?: boolean | undefined
    includeSharedProjects?: boolean | undefined
    includeSubgroups?: boolean | undefined
    insecure?: boolean | undefined
    tokenRef?: TokenRef | undefined
    topic?: string | undefined
  } | undefined
  requeueAfterSeconds?: number | undefined
  template?: Template | undefined
  values?: Record<string, string> | undefined
}
type Generators = {
  clusterDecisionResource?: ClusterDecisionResource | undefined
  clusters?: Clusters | undefined
  git?: Git | undefined
  list?: List | undefined
  matrix?: Json | undefined
  merge?: Json | undefined
  plugin?: Plugin2 | undefined
  pullRequest?: PullRequest | undefined
  scmProvider?: ScmProvider | undefined
  selector?: LabelSelector | undefined
}
export type ApplicationSetSpec = {
  applyNestedSelectors?: boolean | undefined
  generators: {
    clusterDecisionResource?: ClusterDecisionResource | undefined
    clusters?: Clusters | undefined
    git?: Git | undefined
    list?: List | undefined
    matrix?: {
      generators: Generators[]
      template?: Template | undefined
    } | undefined
    merge?: {
      generators: Generators[]
      mergeKeys: string[]
      template?: Template | undefined
    } | undefined
    plugin?: Plugin2 | undefined
    pullRequest?: PullRequest | undefined
    scmProvider?: ScmProvider | undefined
    selector?: LabelSelector | undefined
  }[]
  goTemplate?: boolean | undefined
  goTemplateOptions?: string[] | undefined
  ignoreApplicationDifferences?: {
    jqPathExpressions?: string[] | undefined
    jsonPointers?: string[] | undefined
    name?: string | undefined
  }[] | undefined
  preservedFields?: {
    annotations?: string[] | undefined
    labels?: string[] | undefined
  } | undefined
  strategy?: {
    deletionOrder?: string | undefined
    rollingSync?: {
      steps?: {
        matchExpressions?: {
          key?: string | undefined
          operator?: string | undefined
          values?: string[] | undefined
        }[] | undefined
        maxUpdate?: number | string | undefined
      }[] | undefined
    } | undefined
    type?: string | undefined
  } | undefined
  syncPolicy?: {
    applicationsSync?: 'create-only' | 'create-update' | 'create-delete' | 'sync' | undefined
    preserveResourcesOnDeletion?: boolean | undefined
  } | undefined
  template: Template
  templatePatch?: string | undefined
}
type ClusterResourceBlacklist = {
  group: string
  kind: string
  name?: string | undefined
}
type NamespaceResourceBlacklist = {
  group: string
  kind: string
}
export type AppProjectSpec = {
  clusterResourceBlacklist?: ClusterResourceBlacklist[] | undefined
  clusterResourceWhitelist?: ClusterResourceBlacklist[] | undefined
  description?: string | undefined
  destinationServiceAccounts?: {
    defaultServiceAccount: string
    namespace?: string | undefined
    server: string
  }[] | undefined
  destinations?: Destination[] | undefined
  namespaceResourceBlacklist?: NamespaceResourceBlacklist[] | undefined
  namespaceResourceWhitelist?: NamespaceResourceBlacklist[] | undefined
  orphanedResources?: {
    ignore?: {
      group?: string | undefined
      kind?: string | undefined
      name?: string | undefined
    }[] | undefined
    warn?: boolean | undefined
  } | undefined
  permitOnlyProjectScopedClusters?: boolean | undefined
  roles?: {
    description?: string | undefined
    groups?: string[] | undefined
    jwtTokens?: {
      exp?: number | undefined
      iat: number
      id?: string | undefined
    }[] | undefined
    name: string
    policies?: string[] | undefined
  }[] | undefined
  signatureKeys?: {
    keyID: string
  }[] | undefined
  sourceIntegrity?: {
    git: {
      policies: {
        gpg: {
          keys: string[]
          mode: string
        }
        repos: {
          url: string
        }[]
      }[]
    }
  } | undefined
  sourceNamespaces?: string[] | undefined
  sourceRepos?: string[] | undefined
  syncWindows?: {
    andOperator?: boolean | undefined
    applications?: string[] | undefined
    clusters?: string[] | undefined
    description?: string | undefined
    duration?: string | undefined
    kind?: string | undefined
    manualSync?: boolean | undefined
    namespaces?: string[] | undefined
    schedule?: string | undefined
    syncOverrun?: boolean | undefined
    timeZone?: string | undefined
  }[] | undefined
}
