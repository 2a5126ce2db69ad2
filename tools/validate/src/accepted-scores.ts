import type { ClusterSpec } from '@thanos-fleet/cluster-spec'

/** An objection that is kept. */
interface AcceptedScore {
  check: string
  /** Limits the reason to the mode, objects or containers that it is true of. */
  where: RegExp
  /** Limits it to clusters whose settings ask for what kube-score objects to. */
  when?: (spec: ClusterSpec) => boolean
  reason: string
}

/** A Deployment that the cluster asks to have one replica of, at least where it is scaled. */
function oneReplica(component: string, replicasOf: (spec: ClusterSpec) => number | undefined): AcceptedScore[] {
  const when = (spec: ClusterSpec) => replicasOf(spec) === 1
  const where = new RegExp(` ${component}/`)
  const reason = `The cluster asks for one replica of ${component}.`
  return ['deployment-replicas', 'horizontalpodautoscaler-replicas'].map((check) => ({ check, where, when, reason }))
}

const antiAffinityOff = {
  where: /./,
  when: ({ topology }: ClusterSpec) => topology.antiAffinity === 'none',
  reason: 'topology.antiAffinity is none.',
}

/**
 * What kube-score objects to and we keep, each with its reason. An objection that is not listed fails the validation.
 * The keys are the ids of `kube-score list`.
 */
export const acceptedScores: readonly AcceptedScore[] = [
  {
    check: 'container-image-pull-policy',
    where: /./,
    reason: 'Tags are versions and never move; Always would make every restart depend on the registry.',
  },
  {
    check: 'container-resources',
    where: /CPU limit/,
    reason: 'A limit of CPU throttles a container while its node is idle; the request already guarantees its share.',
  },
  {
    check: 'pod-probes-identical',
    where: /StatefulSet (grafana|alertmanager|thanos-rule|memcached)|DaemonSet node-exporter/,
    reason:
      'Grafana, memcached, exporters and the configuration reloader have one health page: they are ready when they live.',
  },
  {
    check: 'pod-probes-identical',
    where: /StatefulSet memcached/,
    reason: 'memcached has one port and no page: it is ready when it takes connections, and so is its exporter.',
  },
  {
    check: 'container-security-context-user-group-id',
    where: /StatefulSet grafana/,
    reason: 'The image of Grafana owns its files as user 472.',
  },
  {
    check: 'container-security-context-user-group-id',
    where: /./,
    when: ({ security }) => !security.fixedUsers,
    reason: 'The cluster gives users and groups, as it was asked to.',
  },
  {
    check: 'deployment-replicas',
    where: /Deployment (thanos-bucket-web|kube-state-metrics)/,
    reason:
      'A second kube-state-metrics would count every object twice; the page of the bucket may be away for a minute.',
  },
  {
    check: 'deployment-replicas',
    where: /dev-filesystem-objstore/,
    reason: 'The development mode has one of everything, on one node.',
  },
  {
    check: 'deployment-strategy',
    where: /Deployment kube-state-metrics/,
    reason: 'Recreate: two at once would count every object twice.',
  },
  { check: 'statefulset-has-host-podantiaffinity', ...antiAffinityOff },
  { check: 'deployment-has-host-podantiaffinity', ...antiAffinityOff },
  {
    check: 'pod-networkpolicy',
    where: /./,
    when: ({ networkPolicy }) => !networkPolicy.enabled,
    reason: 'networkPolicy.enabled is false.',
  },
  {
    check: 'networkpolicy-targets-pod',
    where: /NetworkPolicy thanos-receive/,
    when: ({ migration }) => migration !== null,
    reason: 'Pods that the last step removed may still be uploading, and need their policies until they are gone.',
  },
  ...oneReplica('thanos-query', ({ query }) => query.autoscaling?.minReplicas ?? query.replicas),
  ...oneReplica('thanos-query-frontend', ({ queryFrontend }) => {
    return queryFrontend?.autoscaling?.minReplicas ?? queryFrontend?.replicas
  }),
  ...oneReplica(
    'thanos-receive-router',
    ({ receive: { router } }) => router.autoscaling?.minReplicas ?? router.replicas,
  ),
]
