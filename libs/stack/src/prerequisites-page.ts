import { supportedKubernetes } from '@thanos-fleet/kubernetes'
import type { State } from '@thanos-fleet/kustomize'
import { markdownTable } from '@thanos-fleet/text/tables'
import { type Prerequisites, prerequisitesOf } from './prerequisites.ts'

/** What the Kubernetes cluster must have before the stack comes, and the commands that tell. */
export function prerequisitesSection(state: Pick<State, 'objects'>): string[] {
  const prerequisites = prerequisitesOf(state)
  const { oldest, newest } = supportedKubernetes
  const rows = [
    ['Kubernetes', `${oldest} to ${newest}`, ''],
    ...prerequisites.kinds.map(({ apiVersion, kinds, provider }) => [
      provider?.comesWith ?? 'a CustomResourceDefinition',
      `${kinds.join(', ')} (\`${apiVersion}\`)`,
      provider?.neededBy ?? '`objects/`',
    ]),
    ...prerequisites.storageClasses.map((name) =>
      name === null ? ['a default StorageClass', '', '`storage`'] : ['StorageClass', `\`${name}\``, '`storage`'],
    ),
    ...(prerequisites.metricsApi ? [['Metrics API', '`metrics.k8s.io/v1beta1`', '`autoscaling`']] : []),
  ]
  return [
    '## Prerequisites',
    '',
    'Before the stack is deployed; [what happens where one is missing](../../docs/operations.md#prerequisites-of-a-cluster).',
    '',
    markdownTable(['what', 'which', 'needed by'], rows),
    '',
    '```sh',
    ...commands(prerequisites),
    '```',
    '',
  ]
}

function commands({ kinds, storageClasses, metricsApi }: Prerequisites): string[] {
  return [
    'kubectl version',
    ...kinds.flatMap(({ apiVersion, group, kinds: names }) => {
      const version = apiVersion.slice(group.length + 1)
      return names.map((kind) => `kubectl get ${kind.toLowerCase()}.${version}.${group} --all-namespaces`)
    }),
    ...storageClasses.map((name) => `kubectl get storageclass${name === null ? '' : ` ${name}`}`),
    ...(metricsApi ? ['kubectl get --raw /apis/metrics.k8s.io/v1beta1'] : []),
  ]
}
