import type { Fleet } from '@thanos-fleet/cluster-spec'
import type { ApplicationSet } from '@thanos-fleet/kubernetes'
import { type FleetCluster, inRepository } from '../fleet.ts'
import { destinationTemplate } from './destination.ts'
import { fieldOrDefault } from './go-template.ts'
import { manifestGeneratePaths } from './manifest-paths.ts'
import { ringLabel } from './names.ts'
import { rollingSync } from './rollout.ts'

/**
 * One Application for each `clusters/<name>/cluster.yaml`, rolled out ring by ring. Adding a folder adds a cluster;
 * removing one leaves the Application and all it has deployed to a person, because a mistake in git must not delete
 * metrics.
 *
 * Needs Progressive Syncs switched on (`applicationsetcontroller.enable.progressive.syncs`) and the clusters registered
 * under the names or servers of their destinations.
 */
export function applicationSet(clusters: readonly FleetCluster[], fleet: Fleet): ApplicationSet {
  const { repository, gitops, rings } = fleet.spec
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'ApplicationSet',
    metadata: { name: gitops.argocd.project, namespace: gitops.argocd.namespace },
    spec: {
      goTemplate: true,
      goTemplateOptions: ['missingkey=error'],
      generators: [
        {
          git: {
            repoURL: repository.argocdUrl,
            revision: repository.revision,
            files: [{ path: inRepository(repository.path, 'clusters/*/cluster.yaml') }],
          },
        },
      ],
      strategy: rollingSync(
        clusters.map(({ ring }) => ring),
        rings,
      ),
      syncPolicy: { applicationsSync: 'create-update', preserveResourcesOnDeletion: true },
      template: {
        metadata: {
          name: 'thanos-{{ .name }}',
          labels: { [ringLabel]: fieldOrDefault('ring', fleet) },
          annotations: {
            // The API server itself says what an apply would change: no false differences by defaulted fields.
            'argocd.argoproj.io/compare-options': 'ServerSideDiff=true',
            'argocd.argoproj.io/manifest-generate-paths': manifestGeneratePaths(clusters, repository.path),
          },
        },
        spec: application(clusters, fleet),
      },
    },
  }
}

function application(clusters: readonly FleetCluster[], fleet: Fleet): ApplicationSet['spec']['template']['spec'] {
  const { repository, gitops } = fleet.spec
  return {
    // Not a template, so that no file can choose a project with more permissions.
    project: gitops.argocd.project,
    source: { repoURL: repository.argocdUrl, targetRevision: repository.revision, path: '{{ .path.path }}' },
    destination: {
      ...destinationTemplate(clusters, gitops.argocd.destination),
      namespace: fieldOrDefault('namespace', fleet),
    },
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
