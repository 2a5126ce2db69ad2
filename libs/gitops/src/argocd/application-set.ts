import type { ApplicationSet } from '@thanos-fleet/kubernetes'
import type { FleetCluster, Repository } from '../fleet.ts'
import { fieldOrDefault } from './go-template.ts'
import { manifestGeneratePaths } from './manifest-paths.ts'
import { argocdNamespace, fleetName, ringLabel } from './names.ts'
import { rollingSync } from './rollout.ts'

/**
 * One Application for each `clusters/<name>/cluster.yaml`, rolled out ring by ring. Adding a folder adds a cluster;
 * removing one leaves the Application and all it has deployed to a person, because a mistake in git must not delete
 * metrics.
 *
 * Needs Progressive Syncs switched on (`applicationsetcontroller.enable.progressive.syncs`) and the clusters registered
 * under their names.
 */
export function applicationSet(clusters: readonly FleetCluster[], repository: Repository): ApplicationSet {
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'ApplicationSet',
    metadata: { name: fleetName, namespace: argocdNamespace },
    spec: {
      goTemplate: true,
      goTemplateOptions: ['missingkey=error'],
      generators: [
        {
          git: { repoURL: repository.url, revision: repository.revision, files: [{ path: 'clusters/*/cluster.yaml' }] },
        },
      ],
      strategy: rollingSync(clusters.map(({ ring }) => ring)),
      syncPolicy: { applicationsSync: 'create-update', preserveResourcesOnDeletion: true },
      template: {
        metadata: {
          name: 'thanos-{{ .name }}',
          labels: { [ringLabel]: fieldOrDefault('ring') },
          annotations: {
            // The API server itself says what an apply would change: no false differences by defaulted fields.
            'argocd.argoproj.io/compare-options': 'ServerSideDiff=true',
            'argocd.argoproj.io/manifest-generate-paths': manifestGeneratePaths(clusters),
          },
        },
        spec: application(repository),
      },
    },
  }
}

function application({ url, revision }: Repository): ApplicationSet['spec']['template']['spec'] {
  return {
    // Not a template, so that no file can choose a project with more permissions.
    project: fleetName,
    source: { repoURL: url, targetRevision: revision, path: '{{ .path.path }}' },
    destination: { name: '{{ .name }}', namespace: fieldOrDefault('namespace') },
    syncPolicy: {
      // The rollout starts the syncs and takes from here that they prune.
      automated: { prune: true, selfHeal: true },
      syncOptions: [
        'ServerSideApply=true',
        // What replaces an object is healthy before the object goes. Namespaces, volumes and their claims say
        // themselves that they are never pruned.
        'PruneLast=true',
        'PrunePropagationPolicy=foreground',
        // Of two Applications with one object, neither may win quietly.
        'FailOnSharedResource=true',
        'RespectIgnoreDifferences=true',
      ],
      retry: { limit: 5, backoff: { duration: '30s', factor: 2, maxDuration: '10m' } },
    },
    // What the autoscaler wrote is not a difference; what a person scaled by hand is one.
    ignoreDifferences: [{ group: 'apps', kind: 'Deployment', managedFieldsManagers: ['kube-controller-manager'] }],
    revisionHistoryLimit: 5,
  }
}
