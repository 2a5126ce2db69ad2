import type { KubeObject, Metadata } from '@thanos-fleet/kubernetes'
import type { GroupKind } from '../scope.ts'

/** https://argo-cd.readthedocs.io/en/stable/operator-manual/project-specification/ */
export interface AppProject extends KubeObject {
  apiVersion: 'argoproj.io/v1alpha1'
  kind: 'AppProject'
  spec: {
    description: string
    sourceRepos: string[]
    destinations: { name: string; namespace: string }[]
    clusterResourceWhitelist: GroupKind[]
    namespaceResourceWhitelist: GroupKind[]
  }
}

/** https://argo-cd.readthedocs.io/en/stable/operator-manual/applicationset/applicationset-specification/ */
export interface ApplicationSet extends KubeObject {
  apiVersion: 'argoproj.io/v1alpha1'
  kind: 'ApplicationSet'
  spec: {
    goTemplate: true
    goTemplateOptions: string[]
    generators: GitFiles[]
    strategy: RollingSync
    syncPolicy: { applicationsSync: 'create-update'; preserveResourcesOnDeletion: boolean }
    template: { metadata: Metadata; spec: ApplicationSpec }
  }
}

/** One application for each file; the fields of the file are the parameters of the template. */
export interface GitFiles {
  git: { repoURL: string; revision: string; files: { path: string }[] }
}

export interface RollingSync {
  type: 'RollingSync'
  rollingSync: { steps: RollingStep[] }
}

export interface RollingStep {
  matchExpressions: { key: string; operator: 'In' | 'NotIn'; values: string[] }[]
  /** How many applications of the step are updated at once; all, if it is not given. */
  maxUpdate?: number | `${number}%`
}

export interface ApplicationSpec {
  project: string
  source: { repoURL: string; targetRevision: string; path: string }
  destination: { name: string; namespace: string }
  syncPolicy: {
    automated: { prune: boolean; selfHeal: boolean }
    syncOptions: string[]
    retry: { limit: number; backoff: { duration: string; factor: number; maxDuration: string } }
  }
  ignoreDifferences: { group: string; kind: string; managedFieldsManagers: string[] }[]
  revisionHistoryLimit: number
}
