import type { KubeObject } from '@thanos-fleet/kubernetes'
import fc from 'fast-check'
import { podSpec, servicePorts } from './pods.ts'
import { json, jsonMap, text, texts } from './values.ts'

const namespace = fc.constantFrom('one', 'two', 'default')
const name = fc.constantFrom('thanos-store', 'query', 'a.b', '1')

const metadata = fc.record(
  {
    name,
    namespace,
    labels: texts,
    annotations: texts,
    finalizers: fc.uniqueArray(fc.constantFrom('x/a', 'x/b', 'x/c'), { maxLength: 3 }),
  },
  { requiredKeys: ['name', 'namespace'] },
)

const clusterMetadata = fc.record(
  {
    name: fc.oneof(name, fc.constantFrom('system:a', 'Upper_case')),
    labels: texts,
    annotations: texts,
  },
  { requiredKeys: ['name'] },
)

const template = fc.record({ metadata: fc.record({ labels: texts }, { requiredKeys: [] }), spec: podSpec })

type Fields<T> = { [Key in keyof T]: fc.Arbitrary<T[Key]> }

function object<T extends object>(apiVersion: string, kind: string, fields: Fields<T>) {
  return fc.record({ apiVersion: fc.constant(apiVersion), kind: fc.constant(kind), metadata, ...fields })
}

function workload(apiVersion: string, kind: string) {
  return object(apiVersion, kind, {
    spec: fc.record(
      {
        replicas: fc.nat(5),
        template,
        serviceName: text,
        strategy: jsonMap,
        volumeClaimTemplates: fc.array(
          fc.record({
            apiVersion: fc.constant('v1'),
            kind: fc.constant('PersistentVolumeClaim'),
            metadata: fc.record({ name, finalizers: fc.constant(['x/a']) }, { requiredKeys: ['name'] }),
            spec: jsonMap,
          }),
          { maxLength: 2 },
        ),
      },
      { requiredKeys: ['template'] },
    ),
  })
}

const rules = fc.array(
  fc.record(
    {
      apiGroups: fc.array(text, { maxLength: 2 }),
      verbs: fc.array(text, { maxLength: 2 }),
      resourceNames: fc.array(fc.constantFrom('x', 'rules-file'), { maxLength: 2 }),
    },
    { requiredKeys: ['verbs'] },
  ),
  { maxLength: 2 },
)

/** Objects by kind, with fields from small pools so that two of a kind are often alike. */
export const kinds: readonly fc.Arbitrary<KubeObject>[] = [
  workload('apps/v1', 'StatefulSet'),
  workload('apps/v1', 'Deployment'),
  workload('apps/v1', 'DaemonSet'),
  object('batch/v1', 'CronJob', { spec: fc.record({ jobTemplate: fc.record({ spec: fc.record({ template }) }) }) }),
  object('v1', 'Service', {
    spec: fc.record({ ports: servicePorts, selector: texts, clusterIP: text }, { requiredKeys: ['ports'] }),
  }),
  object('v1', 'ConfigMap', { data: texts }),
  object('rbac.authorization.k8s.io/v1', 'Role', { rules }),
  object('v1', 'ServiceAccount', { imagePullSecrets: fc.array(fc.record({ name }), { maxLength: 2 }) }),
  object('policy/v1', 'PodDisruptionBudget', { spec: jsonMap }),
  object('autoscaling/v2', 'HorizontalPodAutoscaler', { spec: jsonMap }),
  object('autoscaling/v1', 'HorizontalPodAutoscaler', { spec: jsonMap }),
  object('monitoring.example.com/v1', 'Probe', { spec: json }),
  // Another version than the core one's, or JSON operations could not tell the two apart.
  object('example.com/v1beta1', 'Service', { spec: fc.record({ ports: servicePorts, containers: json }) }),
  fc.record({
    apiVersion: fc.constant('rbac.authorization.k8s.io/v1'),
    kind: fc.constant('ClusterRole'),
    metadata: clusterMetadata,
    rules,
  }),
  fc.record({ apiVersion: fc.constant('v1'), kind: fc.constant('Namespace'), metadata: clusterMetadata }),
  fc.record({
    apiVersion: fc.constant('example.com/v1'),
    kind: fc.constant('Global'),
    metadata: clusterMetadata,
    spec: json,
  }),
]
