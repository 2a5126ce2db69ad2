import { modes } from '@thanos-fleet/catalog'
import { usesMemcached } from '../caches.ts'
import type { Finding } from '../finding.ts'
import { dataPathsOf } from '../data-paths.ts'
import { scalables } from '../scalable.ts'
import type { ClusterSpec } from '../spec.ts'
import type { Path } from '../yaml/position.ts'
import type { Check } from './check.ts'

/** A stateless Rule has nowhere to write but Receive, which must not come or go while it writes. */
export const statelessRule: Check = ({ mode, migration, rule }) => {
  if (rule?.kind !== 'stateless' || (modes[mode].receives && migration === null)) return []
  return [
    {
      code: 'stateless-rule-outside-receive-mode',
      path: ['rule', 'kind'],
      also: [['mode']],
      message:
        'a stateless rule writes its results to Receive, which ' +
        (migration === null ? `mode ${mode} does not have` : `a cluster migrating to ${migration.to} may lose`),
      remedy:
        migration === null
          ? 'write kind: stateful, or mode: receive-mode'
          : 'write kind: stateful before the first step; stateless is possible once the cluster is in receive-mode',
    },
  ]
}

/** The sections whose replicas an autoscaler decides about. */
function scaled(spec: ClusterSpec): Path[] {
  return scalables(spec).flatMap(({ path, autoscaling }) => (autoscaling === null ? [] : [path]))
}

/** What a cluster that sends to another one does not have. */
const elsewhere: readonly Path[] = [
  ...['objectStore', 'additionalBuckets', 'sidecar', 'query', 'queryFrontend', 'store', 'compact', 'rule', 'receive'],
  ...['bucketWeb', 'grafana', 'memcached'],
].map((section) => [section])

/** Says so when a section is for something that is not deployed, rather than ignore it silently. */
export const settingsWithEffect: Check = (spec, { written }) => {
  const { mode, migration } = spec
  const ways = dataPathsOf(spec)
  const unused = (path: Path, why: string, remedy: string, also: readonly Path[] = []): Finding[] =>
    !written(path)
      ? []
      : [
          {
            severity: 'warning',
            code: 'setting-without-effect',
            path,
            at: 'key',
            also,
            message: `${path.join('.')} has no effect: ${why}`,
            remedy,
          },
        ]
  if (spec.sendsTo !== null) {
    const why = `this cluster sends to ${spec.sendsTo}, which has what it is about`
    return elsewhere.flatMap((path) => unused(path, why, 'remove it', [['sendsTo']]))
  }
  return [
    // While a cluster moves, each side is needed again if the move is undone.
    ...(ways.sidecars || migration !== null
      ? []
      : unused(['sidecar'], `${mode} has no sidecars`, 'remove it', [['mode']])),
    ...(ways.receivers || migration !== null
      ? []
      : unused(['receive'], `mode ${mode} has no Receive`, 'remove it, or write mode: receive-mode', [['mode']])),
    ...(usesMemcached(spec)
      ? []
      : unused(['memcached'], 'no cache uses it', 'remove it, or configure a cache as {type: memcached}')),
    ...(spec.rule !== null
      ? []
      : unused(['extra', 'globalRules'], 'there is no Thanos Rule', 'write rule: true, or remove it', [['rule']])),
    ...(spec.grafana?.database == null
      ? []
      : ['volumeSize', 'storageClass'].flatMap((key) =>
          unused(['grafana', key], 'with a database Grafana has no volume', 'remove it', [['grafana', 'database']]),
        )),
    ...(spec.alertmanager !== null
      ? []
      : unused(['extra', 'alertTemplates'], 'alertmanager is off', 'write alertmanager: true, or remove it')),
    ...(spec.rule?.kind !== 'stateless'
      ? []
      : unused(
          ['rule', 'retention'],
          'a stateless rule keeps no results: Receive does, for receive.ingestor.retention',
          'remove it',
          [['rule', 'kind']],
        )),
    ...scaled(spec).flatMap((path) =>
      !written([...path, 'autoscaling', 'minReplicas'])
        ? []
        : unused([...path, 'replicas'], 'the autoscaler starts at its minReplicas', 'remove one of the two', [
            [...path, 'autoscaling', 'minReplicas'],
          ]),
    ),
  ]
}
