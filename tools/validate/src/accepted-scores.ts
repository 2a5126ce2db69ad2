/**
 * What kube-score objects to and we keep, each with its reason. An objection that is not listed fails the validation.
 * The keys are the ids of `kube-score list`; `where` limits the reason to the mode, settings, objects or containers it is true of.
 */
export const acceptedScores: readonly { check: string; where: RegExp; reason: string }[] = [
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
    where: /without-fixed-users/,
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
  {
    check: 'statefulset-has-host-podantiaffinity',
    where: /dev-filesystem-objstore/,
    reason: 'The development mode has one node.',
  },
  {
    check: 'deployment-has-host-podantiaffinity',
    where: /dev-filesystem-objstore/,
    reason: 'The development mode has one node.',
  },
]
